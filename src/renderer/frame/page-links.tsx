import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import type { FunctionKey } from "../../ui/bound-keys.ts";
import { useFunctionKey } from "../../ui/function-keys.tsx";
import { useProcedure } from "../bridge/use-procedure.ts";

/** The way between the pages, for those who have more than one. */
export function PageLinks() {
  const { t } = useTranslation();
  const status = useProcedure("sync.status", undefined);
  const parked = status.state === "ready" ? status.value.parked : 0;
  return (
    <nav aria-label={t("nav.label")} className="flex items-center gap-1">
      <PageLink to="/" functionKey="F1" label={t("nav.desk")} />
      <PageLink to="/pending" functionKey="F10" label={t("nav.pending")} count={parked} />
      <PageLink to="/people" functionKey="F11" label={t("nav.people")} />
    </nav>
  );
}

type PageLinkProps = { to: string; functionKey: FunctionKey; label: string; count?: number };

function PageLink({ to, functionKey, label, count = 0 }: PageLinkProps) {
  const [location, navigate] = useLocation();
  const isHere = location === to;
  useFunctionKey(functionKey, () => navigate(to), { label });
  return (
    <Link
      href={to}
      {...(isHere ? { "aria-current": "page" as const } : {})}
      className={`inline-flex min-h-12 items-center gap-2 whitespace-nowrap rounded-control px-3 font-medium ${isHere ? "bg-on-deep text-deep" : "text-on-deep hover:bg-deep-line"}`}
    >
      {label}
      {count > 0 && (
        <span aria-hidden="true" className="rounded-full bg-danger px-2 text-on-accent text-xs">
          {count}
        </span>
      )}
    </Link>
  );
}
