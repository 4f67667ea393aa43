import { useTranslation } from "react-i18next";
import type { DeskState, SignedIn } from "../../../contract/ipc.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { useProcedure } from "../../bridge/use-procedure.ts";
import { FailureText } from "../../failure-text.tsx";
import { EventFrame } from "../../frame/event-frame.tsx";
import { Notice } from "../../frame/notice.tsx";
import { useLanguage } from "../../i18n.ts";
import { EventPage } from "./event-page.tsx";
import { useEvent } from "./use-event.ts";

type EventScreenProps = { desk: DeskState; person: SignedIn; id: string };

/** The window while somebody works at an event: its frame names the event, whatever is being done. */
export function EventScreen({ desk, person, id }: EventScreenProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const reference = useProcedure("reference.read", undefined);
  const answer = useEvent(id, reference.state === "ready" ? reference.value : null);
  const plan = answer.is === "known" ? answer.known.plan : null;
  const failure =
    answer.is === "failed"
      ? answer.failure
      : reference.state === "failed"
        ? reference.failure
        : null;
  return (
    <EventFrame
      desk={desk}
      person={person}
      title={
        <p className="min-w-0 leading-tight">
          <span className="block truncate font-bold text-xl leading-tight">
            {plan?.name[language] ?? t("event.frame.loading")}
          </span>
          <span className="block truncate text-on-deep-muted leading-tight">
            {plan?.place[language]}
          </span>
        </p>
      }
    >
      {failure && (
        <div className="p-8">
          <Banner tone="danger">
            <FailureText failure={failure} />
          </Banner>
        </div>
      )}
      {answer.is === "waiting" && !failure && (
        <div className="p-8">
          <Progress label={t("app.loading")} />
        </div>
      )}
      {answer.is === "unknown" && (
        <Notice title={t("event.frame.loading")} text={t("event.choose.gone")} />
      )}
      {answer.is === "known" && reference.state === "ready" && (
        <EventPage known={answer.known} reference={reference.value} staff={person} />
      )}
    </EventFrame>
  );
}
