import { useState } from "react";
import { useTranslation } from "react-i18next";
import { uuidv7 } from "uuidv7";
import { useLocation } from "wouter";
import { findKnownSubject } from "../../../captures/marketing-consent/person-record.ts";
import { LetterForm } from "../../../captures/rights-request/letter-form.tsx";
import type { Person } from "../../../captures/rights-request/payload.ts";
import { RequestForm } from "../../../captures/rights-request/request-form.tsx";
import type { PersonRecord } from "../../../contract/ipc.ts";
import { Progress } from "../../../ui/progress.tsx";
import { useProcedure } from "../../bridge/use-procedure.ts";
import { listRequests } from "../desk/person-cases.tsx";
import { ReceiptPage } from "../receipt-page.tsx";
import { NewsForm } from "./news-form.tsx";
import { RightsFormHost } from "./rights-form-host.tsx";

type View = { at: "request" | "letter" | "news" } | { at: "slip"; id: string };

/** Takes a request, a letter of an authority, or stops news at once; then shows what was saved. */
export function NewRequestPage({
  subject,
  first,
}: {
  /** Whom it is about, where the desk knows them. */
  subject: string | null;
  first: "request" | "letter";
}) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [view, setView] = useState<View>({ at: first });
  const reference = useProcedure("reference.read", undefined);
  const read = useProcedure(
    "people.read",
    // Not sent without a subject: see `enabled`.
    { subject: subject ?? "" },
    { enabled: subject !== null },
  );
  if (reference.state !== "ready" || (subject !== null && read.state === "waiting")) {
    return (
      <div className="p-8">
        <Progress label={t("app.loading")} />
      </div>
    );
  }
  const record = subject !== null && read.state === "ready" ? read.value : null;
  const leave = () => navigate("/cases");
  const saved = ({ id }: { id: string }) => setView({ at: "slip", id });
  switch (view.at) {
    case "slip":
      return <ReceiptPage id={view.id} isNew reference={reference.value} onDone={leave} />;
    case "news":
      return (
        <NewsForm person={record} onSaved={saved} onClose={() => setView({ at: "request" })} />
      );
    case "letter":
      return (
        <RightsFormHost key="letter" form="letter" onSaved={saved} onClose={leave}>
          {(props) => <LetterForm {...props} />}
        </RightsFormHost>
      );
    case "request":
      return (
        <RightsFormHost
          key="request"
          form={`request ${subject ?? ""}`}
          onSaved={saved}
          onClose={leave}
        >
          {(props) => (
            <RequestForm
              {...props}
              known={record && readKnown(record)}
              makeSubjectId={uuidv7}
              onStopNews={() => setView({ at: "news" })}
              onLetter={() => setView({ at: "letter" })}
            />
          )}
        </RightsFormHost>
      );
  }
}

/** What the captures on this PC tell of a person, as a request wants it. */
function readKnown(record: PersonRecord): Person | null {
  const details = findKnownSubject(record);
  // Somebody who is known by an earlier request alone.
  if (details === null) return listRequests(record)[0]?.request.subject ?? null;
  return {
    id: record.subject,
    name: details.name ?? "",
    memberNumber: details.memberNumber,
    phone: details.contacts.phone,
    email: details.contacts.email,
  };
}
