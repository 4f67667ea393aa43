import type { LucideIcon } from "lucide-react";
import { Link, useRoute } from "wouter";

/** A way to another page; the one that is shown stands out. */
export function NavLink({ to, label, Icon }: { to: string; label: string; Icon: LucideIcon }) {
  const [isPage] = useRoute(to);
  const [isUnder] = useRoute(`${to}/*?`);
  const isHere = isPage || isUnder;
  return (
    <Link
      to={to}
      {...(isHere ? { "aria-current": "page" } : {})}
      className={`flex min-h-11 items-center gap-2.5 rounded-control px-3 font-medium ${isHere ? "bg-on-deep text-deep" : "text-on-deep hover:bg-deep-line"}`}
    >
      <Icon aria-hidden="true" className="size-4.5 shrink-0" />
      <span className="min-w-0 leading-snug">{label}</span>
    </Link>
  );
}
