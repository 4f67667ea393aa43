import {
  BookOpenCheck,
  Building2,
  CalendarDays,
  FileText,
  History,
  IdCard,
  ImageOff,
  Inbox,
  type LucideIcon,
  MessageCircleQuestion,
  MonitorSmartphone,
  ScrollText,
  SlidersHorizontal,
  Usb,
  UserCog,
  Users,
} from "lucide-react";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { en } from "./text/en.ts";

type Page = {
  path: string;
  /** Its word among `nav`. */
  name: keyof typeof en.nav;
  group: "customers" | "publish" | "office";
  forRole: "all" | "dpo";
  Icon: LucideIcon;
  Page: ComponentType | LazyExoticComponent<ComponentType>;
};

/** One case: reached from the list of them. */
export const CasePage = lazy(() =>
  import("./pages/case-page.tsx").then((m) => ({ default: m.CasePage })),
);

/** All on the person of a case: reached from the case. */
export const PersonPage = lazy(() =>
  import("./pages/person-page.tsx").then((m) => ({ default: m.PersonPage })),
);

/** What was on a lost PC: reached from the devices. */
export const LossPage = lazy(() =>
  import("./pages/loss-page.tsx").then((m) => ({ default: m.LossPage })),
);

/** Giving a PC its keys back: reached from the devices. */
export const RecoveryPage = lazy(() =>
  import("./pages/recovery-page.tsx").then((m) => ({ default: m.RecoveryPage })),
);

/** Every page of the inbox, in the order of the list beside it; the first is where one arrives. */
export const pages: readonly Page[] = [
  {
    path: "/cases",
    name: "cases",
    group: "customers",
    forRole: "all",
    Icon: Inbox,
    Page: lazy(() => import("./pages/cases-page.tsx").then((m) => ({ default: m.CasesPage }))),
  },
  {
    path: "/take-downs",
    name: "takeDowns",
    group: "customers",
    forRole: "all",
    Icon: ImageOff,
    Page: lazy(() =>
      import("./pages/take-downs-page.tsx").then((m) => ({ default: m.TakeDownsPage })),
    ),
  },
  {
    path: "/copies",
    name: "copies",
    group: "customers",
    forRole: "all",
    Icon: IdCard,
    Page: lazy(() => import("./pages/copies-page.tsx").then((m) => ({ default: m.CopiesPage }))),
  },
  {
    path: "/registers",
    name: "registers",
    group: "customers",
    forRole: "all",
    Icon: BookOpenCheck,
    Page: lazy(() =>
      import("./pages/registers-page.tsx").then((m) => ({ default: m.RegistersPage })),
    ),
  },
  {
    path: "/notices",
    name: "notices",
    group: "publish",
    forRole: "all",
    Icon: FileText,
    Page: lazy(() => import("./pages/notices-page.tsx").then((m) => ({ default: m.NoticesPage }))),
  },
  {
    path: "/purposes",
    name: "purposes",
    group: "publish",
    forRole: "all",
    Icon: MessageCircleQuestion,
    Page: lazy(() =>
      import("./pages/purposes-page.tsx").then((m) => ({ default: m.PurposesPage })),
    ),
  },
  {
    path: "/settings",
    name: "settings",
    group: "publish",
    forRole: "all",
    Icon: SlidersHorizontal,
    Page: lazy(() =>
      import("./pages/settings-page.tsx").then((m) => ({ default: m.SettingsPage })),
    ),
  },
  {
    path: "/branches",
    name: "branches",
    group: "publish",
    forRole: "all",
    Icon: Building2,
    Page: lazy(() =>
      import("./pages/branches-page.tsx").then((m) => ({ default: m.BranchesPage })),
    ),
  },
  {
    path: "/events",
    name: "events",
    group: "publish",
    forRole: "all",
    Icon: CalendarDays,
    Page: lazy(() => import("./pages/events-page.tsx").then((m) => ({ default: m.EventsPage }))),
  },
  {
    path: "/people",
    name: "roster",
    group: "publish",
    forRole: "all",
    Icon: Users,
    Page: lazy(() => import("./pages/roster-page.tsx").then((m) => ({ default: m.RosterPage }))),
  },
  {
    path: "/devices",
    name: "devices",
    group: "publish",
    forRole: "all",
    Icon: MonitorSmartphone,
    Page: lazy(() => import("./pages/devices-page.tsx").then((m) => ({ default: m.DevicesPage }))),
  },
  {
    path: "/accounts",
    name: "accounts",
    group: "office",
    forRole: "all",
    Icon: UserCog,
    Page: lazy(() =>
      import("./pages/accounts-page.tsx").then((m) => ({ default: m.AccountsPage })),
    ),
  },
  {
    path: "/log",
    name: "log",
    group: "office",
    forRole: "all",
    Icon: History,
    Page: lazy(() => import("./pages/log-page.tsx").then((m) => ({ default: m.LogPage }))),
  },
  {
    path: "/desk-logs",
    name: "deskLogs",
    group: "office",
    forRole: "all",
    Icon: ScrollText,
    Page: lazy(() =>
      import("./pages/desk-logs-page.tsx").then((m) => ({ default: m.DeskLogsPage })),
    ),
  },
  {
    path: "/courier",
    name: "courier",
    group: "office",
    forRole: "all",
    Icon: Usb,
    Page: lazy(() => import("./pages/courier-page.tsx").then((m) => ({ default: m.CourierPage }))),
  },
];
