import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type {
  AuthorityLetter,
  RightsRequest,
} from "../../../../captures/rights-request/payload.ts";
import { rightsRequestText } from "../../../../captures/rights-request/text.ts";
import { formatDay } from "../../../../ui/thai-date.tsx";
import { useNames } from "../../frame/use-names.ts";
import { useLanguage } from "../../i18n.ts";
import { listValueWords } from "../person/record-values.ts";

type Line = [name: string, value: ReactNode];

/** What the counter wrote down, as corrected since. */
export function CaseAsked({ asked }: { asked: RightsRequest | AuthorityLetter | null }) {
  const { t } = useTranslation();
  const lines = useLines(asked);
  if (asked === null) return <p className="text-muted">{t("case.noContent")}</p>;
  return (
    <dl className="grid grid-cols-[11rem_1fr] gap-x-4 gap-y-1.5">
      {lines
        .filter(([, value]) => value !== null && value !== "")
        .map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="min-w-0 whitespace-pre-line break-words">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function useLines(asked: RightsRequest | AuthorityLetter | null): Line[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = rightsRequestText[language];
  const { nameStaff } = useNames();
  if (asked === null) return [];
  if (asked.act === "authority-letter") {
    return [
      [t("case.authority"), listValueWords(language).authority?.[asked.authority]],
      [t("case.office"), asked.office],
      [t("case.officer"), asked.officer],
      [t("case.phone"), asked.phone],
      [t("case.letterNumber"), asked.letterNumber],
    ];
  }
  const { subject, asker, identity, footage, answer, recipient } = asked;
  const name = asker.who === "self" ? "" : asker.name;
  const paper = asker.who === "agent" ? `, ${t(`case.attorney.${asker.powerOfAttorney}`)}` : "";
  const to = { email: "email", post: "address", phone: "phone", shop: "" } as const;
  const where =
    to[answer.by] === "" ? "" : Object.entries(answer).find(([key]) => key === to[answer.by])?.[1];
  return [
    [t("case.right"), words.rights[asked.right].name],
    [
      t("case.subject"),
      <span key="name" className="font-semibold">
        {subject.name}
      </span>,
    ],
    [t("case.phone"), subject.phone],
    [t("case.email"), subject.email],
    [t("case.member"), subject.memberNumber],
    [t("case.asker"), `${t(`case.askers.${asker.who}`, { name })}${paper}`],
    [
      t("case.identity"),
      identity.how === "document"
        ? t("case.seenBy", {
            document: t(`case.documents.${identity.document}`),
            staff: nameStaff(identity.seenBy),
          })
        : t("case.later"),
    ],
    [t("case.data"), asked.data.map((one) => words.data[one]).join(", ")],
    [t("case.reason"), asked.reason && words.reasons[asked.reason]],
    [t("case.wrong"), asked.rectification?.wrong ?? null],
    [t("case.rightValue"), asked.rectification?.right ?? null],
    [t("case.recipient"), recipient && (recipient.controller ?? t("case.toThemself"))],
    [
      t("case.footage"),
      footage && t("case.footageAt", { ...footage, day: formatDay(footage.day, language) }),
    ],
    [t("case.story"), asked.story],
    [t("case.answer"), [words.answerWays[answer.by], where].filter(Boolean).join(": ")],
  ];
}
