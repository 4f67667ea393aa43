import { useTranslation } from "react-i18next";
import { useAnswer } from "../asking/use-asking.ts";
import { PageHead } from "../frame/page-head.tsx";
import { Ready } from "../frame/ready.tsx";
import { ControllerPanel } from "./settings/controller-panel.tsx";
import { PendingPanel } from "./settings/pending-panel.tsx";
import { RecoveryPanel } from "./settings/recovery-panel.tsx";
import { RetentionPanel } from "./settings/retention-panel.tsx";
import { RightsPanel } from "./settings/rights-panel.tsx";
import { ShopsPanel } from "./settings/shops-panel.tsx";
import { UpdatesPanel } from "./settings/updates-panel.tsx";

/** What the DPO decides for all shops. */
export function SettingsPage() {
  const { t } = useTranslation();
  const published = useAnswer("reference.read", {});
  return (
    <>
      <PageHead title={t("settings.title")} intro={t("settings.intro")} />
      <Ready answer={published}>
        {(all) => (
          <>
            {all.settings && <ShopsPanel settings={all.settings} notices={all.notices} />}
            <RightsPanel settings={all.rightsSettings} />
            <PendingPanel rules={all.pendingRules} />
            <UpdatesPanel policy={all.updatePolicy} branches={all.branches} />
            <RecoveryPanel published={all.recoveryKey} />
            <RetentionPanel
              copyDays={all.copyRules?.daysKept ?? null}
              eventDays={all.eventSettings.purgeAfterDays}
              deskDays={all.deskRetention.days}
            />
            {all.controller && <ControllerPanel controller={all.controller} />}
          </>
        )}
      </Ready>
    </>
  );
}
