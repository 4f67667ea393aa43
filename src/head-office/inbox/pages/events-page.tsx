import { CalendarPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Event } from "../../../contract/event.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { useAct, useAnswer } from "../asking/use-asking.ts";
import { Confirm } from "../frame/confirm.tsx";
import { PageHead } from "../frame/page-head.tsx";
import { Panel } from "../frame/panel.tsx";
import { Ready } from "../frame/ready.tsx";
import { RefusalBanner } from "../frame/refusal-banner.tsx";
import { useMayAct } from "../frame/who.tsx";
import { useLanguage } from "../i18n.ts";
import { EventDialog } from "./events/event-dialog.tsx";
import { orderEvents } from "./events/event-order.ts";
import { EventTable } from "./events/event-table.tsx";
import { RetentionPanel } from "./settings/retention-panel.tsx";

/** Where photographs are taken, and how long what recognises people is kept after. */
export function EventsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayAct = useMayAct();
  const published = useAnswer("reference.read", {});
  const confirm = useAct("events.confirm");
  const close = useAct("events.close");
  const [edited, setEdited] = useState<Event | "new" | null>(null);
  const [closing, setClosing] = useState<Event | null>(null);
  const [confirmed, setConfirmed] = useState<Event | null>(null);
  return (
    <>
      <PageHead
        title={t("events.title")}
        intro={t("events.intro")}
        action={
          mayAct && (
            <Button icon={<CalendarPlus className="size-5" />} onPress={() => setEdited("new")}>
              {t("events.add")}
            </Button>
          )
        }
      />
      <RefusalBanner refusal={confirm.refusal ?? close.refusal} />
      {confirmed && (
        <Banner tone="success">{t("events.confirmed", { name: confirmed.name[language] })}</Banner>
      )}
      <Ready answer={published}>
        {(all) => {
          const waiting = all.events.filter(({ status }) => status === "proposed").length;
          return (
            <>
              {waiting > 0 && (
                <Banner tone="warning">{t("events.proposedCount", { count: waiting })}</Banner>
              )}
              <Panel flush>
                {all.events.length === 0 ? (
                  <p className="px-5 py-8 text-center text-muted">{t("events.none")}</p>
                ) : (
                  <EventTable
                    events={orderEvents(all.events)}
                    branches={all.branches}
                    purgeAfterDays={all.eventSettings.purgeAfterDays}
                    today={all.today}
                    isConfirming={confirm.isRunning}
                    onConfirm={async (one) => {
                      setConfirmed(null);
                      if ((await confirm.run({ id: one.id })).ok) setConfirmed(one);
                    }}
                    onChange={setEdited}
                    onClose={setClosing}
                  />
                )}
              </Panel>
              <RetentionPanel
                copyDays={null}
                deskDays={all.deskRetention.days}
                eventDays={all.eventSettings.purgeAfterDays}
              />
              {edited !== null && (
                <EventDialog
                  from={edited === "new" ? null : edited}
                  published={all}
                  onClose={() => setEdited(null)}
                />
              )}
            </>
          );
        }}
      </Ready>
      <Confirm
        title={t("events.closeTitle", { name: closing?.name[language] ?? "" })}
        isOpen={closing !== null}
        onClose={() => setClosing(null)}
        doIt={t("events.close")}
        danger
        isRunning={close.isRunning}
        onConfirm={async () => {
          if (closing) await close.run({ id: closing.id });
          setClosing(null);
        }}
      >
        {t("events.closeWhat")}
      </Confirm>
    </>
  );
}
