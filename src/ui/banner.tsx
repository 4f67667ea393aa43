import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type BannerTone = "info" | "success" | "warning" | "danger";

const looks: Readonly<Record<BannerTone, { frame: string; Icon: typeof Info }>> = {
  info: { frame: "border-accent/40 bg-accent-soft text-ink", Icon: Info },
  success: { frame: "border-success/40 bg-success-soft text-success", Icon: CircleCheck },
  warning: { frame: "border-warning/40 bg-warning-soft text-warning", Icon: TriangleAlert },
  danger: { frame: "border-danger/40 bg-danger-soft text-danger", Icon: CircleAlert },
};

type BannerProps = {
  tone: BannerTone;
  title?: string;
  /** Buttons at its right end. */
  action?: ReactNode;
  /** Whether a screen reader is told when it appears: danger at once, others when it is quiet. */
  announced?: boolean;
  children?: ReactNode;
};

/** A sentence that the person at the desk should see. */
export function Banner({ tone, title, action, announced = true, children }: BannerProps) {
  const { frame, Icon } = looks[tone];
  const role = announced ? { role: tone === "danger" ? "alert" : "status" } : {};
  return (
    <div {...role} className={`flex items-start gap-3 rounded-panel border px-4 py-3 ${frame}`}>
      <Icon aria-hidden="true" className="mt-1 size-5 shrink-0" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-ink">{children}</div>}
      </div>
      {action}
    </div>
  );
}
