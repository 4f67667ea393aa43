import { Eraser, FileJson, FolderSearch, Printer } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "wouter";
import type { InboxOutput } from "../../../contract/inbox-api.ts";
import {
  isSurelyTheirs,
  type PersonRecordFound,
} from "../../../contract/inbox-person-procedures.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { formatDay, formatMoment } from "../../../ui/thai-date.tsx";
import { useAct, useAnswer } from "../asking/use-asking.ts";
import { BackLink } from "../frame/back-link.tsx";
import { PageHead } from "../frame/page-head.tsx";
import { Panel } from "../frame/panel.tsx";
import { RefusalBanner } from "../frame/refusal-banner.tsx";
import { useNames } from "../frame/use-names.ts";
import { useLanguage } from "../i18n.ts";
import { formConsentRecords } from "./person/consent-records.ts";
import { ErasePanel } from "./person/erase-panel.tsx";
import { FoundRecord } from "./person/found-record.tsx";
import { makeNameValue } from "./person/name-value.ts";
import { saveFile } from "./save-file.ts";

type Gathered = InboxOutput<"people.gather">;

const isDoubtful = ({ matchedBy }: PersonRecordFound) => !isSurelyTheirs(matchedBy);

/** All that head office has on the person of a case, for the DPO to check before it leaves. */
export function PersonPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id = "" } = useParams<{ id: string }>();
  const read = useAnswer("cases.read", { id });
  const published = read.state === "ready" ? read.value.published : null;
  const reference = useAnswer("reference.read", {});
  const known = reference.state === "ready" ? reference.value : null;
  const nameValue = makeNameValue(known, language);
  const { nameBranch } = useNames();
  const gather = useAct("people.gather");
  const restrict = useAct("people.setRestricted");
  const [all, setAll] = useState<Gathered | null>(null);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [isErasing, setErasing] = useState(false);
  const [erased, setErased] = useState<InboxOutput<"people.erase"> | null>(null);
  const included = (all?.records ?? []).filter(({ capture }) => !leftOut.has(capture.header.id));

  async function look(): Promise<void> {
    const answer = await gather.run({ case: id });
    setAll(answer.ok ? answer.value : null);
    const doubtful = answer.ok ? answer.value.records.filter(isDoubtful) : [];
    setLeftOut(new Set(doubtful.map(({ capture }) => capture.header.id)));
  }
  function toggle(capture: string): void {
    const next = new Set(leftOut);
    if (!next.delete(capture)) next.add(capture);
    setLeftOut(next);
  }

  return (
    <>
      <BackLink to={`/cases/${id}`}>{t("person.back")}</BackLink>
      <PageHead
        title={t("person.title")}
        intro={t("person.intro", { number: published?.number ?? "" })}
        action={
          all &&
          !isErasing && (
            <>
              <Button icon={<Printer className="size-5" />} onPress={() => window.print()}>
                {t("person.print")}
              </Button>
              <Button
                icon={<FileJson className="size-5" />}
                onPress={() =>
                  saveFile(
                    `${published?.number ?? "person"}.json`,
                    "application/json",
                    JSON.stringify(formConsentRecords(included, all.gatheredAt), null, 2),
                  )
                }
              >
                {t("person.json")}
              </Button>
              <Button
                isPending={restrict.isRunning}
                onPress={async () => {
                  const restricted = all.restrictedSince === null;
                  if ((await restrict.run({ case: id, restricted })).ok) await look();
                }}
              >
                {t(all.restrictedSince === null ? "person.restrict" : "person.endRestriction")}
              </Button>
              <Button
                variant="danger"
                icon={<Eraser className="size-5" />}
                isDisabled={included.length === 0}
                onPress={() => setErasing(true)}
              >
                {t("person.erase")}
              </Button>
            </>
          )
        }
      />
      {erased ? (
        <Banner tone="success">{t("person.erased", { count: erased.erased })}</Banner>
      ) : (
        <RefusalBanner refusal={gather.refusal ?? restrict.refusal} />
      )}
      {erased && !erased.scrubbed && <Banner tone="warning">{t("person.notScrubbed")}</Banner>}
      {all?.restrictedSince && (
        <Banner tone="danger" announced={false}>
          {t("person.restrictedSince", { day: formatDay(all.restrictedSince, language) })}
        </Banner>
      )}
      {!all && !erased && (
        <Panel>
          <p>{t("person.gatherWhat")}</p>
          <div>
            <Button
              variant="primary"
              icon={<FolderSearch className="size-5" />}
              isPending={gather.isRunning}
              onPress={() => void look()}
            >
              {t("person.gather")}
            </Button>
          </div>
        </Panel>
      )}
      {all && isErasing && (
        <ErasePanel
          id={id}
          records={included}
          nameBranch={nameBranch}
          onClose={() => setErasing(false)}
          onErased={(done) => {
            setErased(done);
            setErasing(false);
            setAll(null);
          }}
        />
      )}
      {all && !isErasing && (
        <>
          <p role="status" className="text-muted text-sm">
            {t("person.found", { count: included.length })} ·{" "}
            {t("person.gatheredAt", { at: formatMoment(all.gatheredAt, language) })}
          </p>
          {all.records.length === 0 && <p>{t("person.none")}</p>}
          {all.records.some(isDoubtful) && (
            <div className="not-printed">
              <Banner tone="warning" announced={false}>
                {t("person.sameName", { count: all.records.filter(isDoubtful).length })}
              </Banner>
            </div>
          )}
          {all.records.map((record) => (
            <FoundRecord
              key={record.capture.header.id}
              record={record}
              isIncluded={!leftOut.has(record.capture.header.id)}
              onToggle={() => toggle(record.capture.header.id)}
              nameValue={nameValue}
              nameBranch={nameBranch}
            />
          ))}
        </>
      )}
    </>
  );
}
