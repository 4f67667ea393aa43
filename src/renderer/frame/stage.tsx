import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DeskState } from "../../contract/ipc.ts";
import { BrandMark, BrandName } from "../../ui/brand.tsx";
import { DevelopmentBanner } from "./development-banner.tsx";
import { LanguageSwitch } from "./language-switch.tsx";

type StageProps = {
  /** Null where main could not even say what state the desk is in. */
  desk: DeskState | null;
  /** The name of the branch, under the name of the program. */
  branch?: string | null;
  /** A line at the foot, such as the truth about head office. */
  foot?: ReactNode;
  children: ReactNode;
};

/** What stands around the screens that nobody is signed in to. */
export function Stage({ desk, branch, foot, children }: StageProps) {
  const { t } = useTranslation();
  return (
    <div className="flex h-full flex-col">
      <header className="shrink-0">
        {desk?.developmentRuntime && <DevelopmentBanner />}
        <div className="flex items-center gap-4 px-8 pt-4">
          <BrandMark />
          <div className="min-w-0">
            <BrandName className="block text-xl leading-snug" />
            <span className="block truncate text-muted text-sm">{branch ?? t("app.tagline")}</span>
          </div>
          <div className="ml-auto flex items-center gap-5">
            {desk && (
              <span className="text-muted text-sm">
                {t("app.version", { version: desk.appVersion })}
              </span>
            )}
            <LanguageSwitch />
          </div>
        </div>
      </header>
      <main className="min-h-0 flex-1 overflow-y-auto">{children}</main>
      {foot}
    </div>
  );
}
