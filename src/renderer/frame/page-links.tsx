import { useTranslation } from "react-i18next";
import { Link, useLocation, useRoute } from "wouter";
import type { Role } from "../../contract/ids.ts";
import type { FunctionKey } from "../../ui/bound-keys.ts";
import { useFunctionKey } from "../../ui/function-keys.tsx";
import { useProcedure } from "../bridge/use-procedure.ts";

/** The way between the pages, for those who have more than one. */
export function PageLinks({ roles }: { roles: readonly Role[] }) {
  const { t } = useTranslation();
  const isManager = roles.includes("manager");
  return (
    <nav aria-label={t("nav.label")} className="flex shrink-0 items-center gap-1">
      {(isManager || roles.includes("counter")) && (
        <>
          <PageLink to="/" functionKey="F1" label={t("nav.desk")} />
          <PageLink to="/refunds" functionKey="F3" label={t("nav.refunds")} />
          <PageLink to="/cases" functionKey="F5" label={t("nav.cases")} restsAt="/pending" />
        </>
      )}
      {isManager || roles.includes("event") ? (
        <EventLink />
      ) : (
        <PageLink to="/pictures-out" label={t("picturesOut.nav")} />
      )}
      {isManager && <ManagerLinks />}
    </nav>
  );
}

function EventLink() {
  const { t } = useTranslation();
  const [, pictures] = useRoute("/event/:id/pictures");
  // From an event's pictures back to that event.
  // Those who work at events go to pictures that are out from the list of events.
  return <PageLink to={pictures ? `/event/${pictures.id}` : "/event"} label={t("event.nav")} />;
}

function ManagerLinks() {
  const { t } = useTranslation();
  const status = useProcedure("sync.status", undefined);
  // What nobody but a manager can help along.
  const count = status.state === "ready" ? status.value.parked + status.value.held : 0;
  return (
    <>
      <PageLink to="/pending" functionKey="F10" label={t("nav.pending")} count={count} />
      <PageLink to="/people" functionKey="F11" label={t("nav.people")} />
    </>
  );
}

/** The pages that belong to a link besides its own. */
const pagesUnder: Readonly<Record<string, RegExp>> = {
  "/cases": /^[/]cases[/]/,
  "/pending": /^[/](kept|branch|pending[/])/,
  "/refunds": /^[/](refunds[/]|papers)/,
};

type PageLinkProps = {
  to: string;
  functionKey?: FunctionKey;
  label: string;
  count?: number;
  /** The page that has its own use for the key. */
  restsAt?: string;
};

function PageLink({ to, functionKey, label, count = 0, restsAt }: PageLinkProps) {
  const [location, navigate] = useLocation();
  const isHere = location === to || (pagesUnder[to]?.test(location) ?? false);
  useFunctionKey(functionKey ?? "F1", () => navigate(to), {
    label,
    enabled: functionKey !== undefined && location !== restsAt,
  });
  return (
    <Link
      href={to}
      {...(isHere ? { "aria-current": "page" as const } : {})}
      className={`inline-flex min-h-12 items-center gap-2 whitespace-nowrap rounded-control px-2 font-medium xl:px-3 ${isHere ? "bg-on-deep text-deep" : "text-on-deep hover:bg-deep-line"}`}
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
