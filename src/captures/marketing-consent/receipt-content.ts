import type { NoticeShown } from "../../contract/envelope.ts";
import type { Language } from "../../contract/ids.ts";
import type { Reference } from "../../contract/reference.ts";
import type { StoredCapture } from "../../contract/stored-capture.ts";
import { fillText } from "../fill-text.ts";
import { readReceiptNumber } from "../receipt-number.ts";
import { listPurposes } from "./ask-payload.ts";
import type { Answer, Decision, Payload, Withdrawal } from "./payload.ts";
import { marketingConsentText } from "./text.ts";

/** One matter on the receipt: what was asked or taken back, and what was said. */
export type ReceiptLine = { name: string; said: string; isYes: boolean; remark: string | null };

/** All that a receipt says, in one language; how it looks is the page's affair. */
export type ReceiptContent = {
  language: Language;
  title: string;
  /** Display form, such as `0A1-0002F-K`. */
  number: string;
  /** Normal form: what the QR code holds and the search box understands. */
  code: string;
  facts: { label: string; value: string }[];
  linesHeading: string | null;
  lines: ReceiptLine[];
  /** Sentences of their own, such as what a withdrawal means. */
  notes: string[];
  how: { heading: string; text: string };
  controller: {
    label: string;
    name: string;
    address: string | null;
    dpoLabel: string;
    dpo: string;
  };
};

function readTitle(shown: NoticeShown, reference: Reference, language: Language): string {
  const words = marketingConsentText[language].receipt;
  const known = reference.notices.find(
    ({ id, version }) => id === shown.id && version === shown.version,
  );
  return fillText(words.noticeVersion, {
    title: known?.title[shown.language] ?? shown.id,
    version: shown.version,
  });
}

function describeAnswers(
  purpose: { id: string; name: string },
  answers: readonly Answer[],
  reference: Reference,
  language: Language,
): ReceiptLine | null {
  const given = answers.filter((one) => one.purpose === purpose.id);
  if (given.length === 0) return null;
  const words = marketingConsentText[language].receipt;
  const yes = given.filter(({ answer }) => answer === "yes");
  const channels = yes.flatMap(({ channel }) =>
    channel === null ? [] : [nameChannel(channel, reference, language)],
  );
  const said =
    yes.length === 0
      ? words.no
      : channels.length === 0
        ? words.yes
        : fillText(words.yesBy, { channels: channels.join(", ") });
  const isBenefit = given.some(({ basis }) => basis === "member-benefit");
  return {
    name: purpose.name,
    said,
    isYes: yes.length > 0,
    remark: isBenefit ? words.benefit : null,
  };
}

export function namePurpose(id: string, reference: Reference, language: Language): string {
  return reference.purposes.find((one) => one.id === id)?.name[language] ?? id;
}

export function nameChannel(id: string, reference: Reference, language: Language): string {
  return reference.channels.find((one) => one.id === id)?.name[language] ?? id;
}

/** Known purposes in their order, then those that head office has since dropped. */
function orderPurposes(ids: readonly string[], reference: Reference, language: Language) {
  const known = listPurposes(reference).map(({ id }) => id);
  const rest = ids.filter((id, place) => !known.includes(id) && ids.indexOf(id) === place);
  return [...known, ...rest].map((id) => ({ id, name: namePurpose(id, reference, language) }));
}

function listDecisionLines(decision: Decision, reference: Reference, language: Language) {
  const asked = decision.answers.map(({ purpose }) => purpose);
  return orderPurposes(asked, reference, language).flatMap(
    (purpose) => describeAnswers(purpose, decision.answers, reference, language) ?? [],
  );
}

function listWithdrawalLines(withdrawal: Withdrawal, reference: Reference, language: Language) {
  const words = marketingConsentText[language].receipt;
  const { scope } = withdrawal;
  if (scope === "all") return [];
  const said = withdrawal.right === "objection" ? words.objected : words.withdrawn;
  return orderPurposes(
    scope.map(({ purpose }) => purpose),
    reference,
    language,
  ).flatMap(({ id, name }) => {
    const cells = scope.filter(({ purpose }) => purpose === id);
    if (cells.length === 0) return [];
    const channels = cells.flatMap(({ channel }) =>
      channel === null ? [] : [nameChannel(channel, reference, language)],
    );
    return [
      {
        name,
        said: channels.length === 0 ? said : `${said}: ${channels.join(", ")}`,
        isYes: false,
        remark: null,
      },
    ];
  });
}

type ReceiptAct = Payload["act"] | "objection";

/** What happened, with objection told apart from withdrawal. */
export function nameAct(payload: Payload): ReceiptAct {
  return payload.act === "withdrawal" && payload.right === "objection" ? "objection" : payload.act;
}

function listNotes(payload: Payload, language: Language): string[] {
  const words = marketingConsentText[language].receipt;
  switch (payload.act) {
    case "decision":
      return [];
    case "no-thank-you":
      return [words.noThankYou];
    case "withdrawal": {
      const isObjection = payload.right === "objection";
      const all = isObjection ? words.objectedAll : words.withdrawnAll;
      return payload.scope === "all" ? [all, words.effect] : [words.effect];
    }
    case "correction":
      return [words.corrected];
    case "void":
      return [words.voided];
  }
}

function chooseHow(payload: Payload, language: Language, dpo: string): string {
  const words = marketingConsentText[language].receipt;
  if (payload.act !== "decision")
    return payload.act === "withdrawal" ? words.howAgain : fillText(words.howWithdraw, { dpo });
  const yes = payload.answers.filter(({ answer }) => answer === "yes");
  const isBenefit = yes.length > 0 && yes.every(({ basis }) => basis === "member-benefit");
  return fillText(isBenefit ? words.howObject : words.howWithdraw, { dpo });
}

/**
 * The receipt of a capture in one language. `at`: its moment, already in words of that language.
 * `payload` null: it was purged, and the receipt says only that it existed.
 */
export function writeReceipt(
  capture: StoredCapture,
  payload: Payload | null,
  reference: Reference,
  language: Language,
  at: string,
): ReceiptContent {
  const text = marketingConsentText[language];
  const words = text.receipt;
  const { header, receiptNumber } = capture;
  const branch = reference.branches.find(({ id }) => id === header.branch);
  const dpo = reference.controller.dpoEmail;
  const facts = [
    { label: words.date, value: at },
    {
      label: words.branch,
      value: branch ? `${branch.brand} · ${branch.name[language]}` : header.branch,
    },
  ];
  const subject = payload && payload.act !== "void" ? payload.subject : null;
  if (subject?.name) facts.push({ label: words.name, value: subject.name });
  if (payload?.act === "decision") {
    if (payload.guardian) facts.push({ label: words.guardian, value: payload.guardian.name });
    facts.push({ label: words.place, value: text.place[payload.collectionPoint] });
  }
  if (payload?.act === "decision" || payload?.act === "withdrawal") {
    facts.push({ label: words.means, value: words[payload.means.how] });
  }
  if (header.notice) {
    facts.push({ label: words.notice, value: readTitle(header.notice, reference, language) });
  }
  const lines =
    payload?.act === "decision"
      ? listDecisionLines(payload, reference, language)
      : payload?.act === "withdrawal"
        ? listWithdrawalLines(payload, reference, language)
        : [];
  return {
    language,
    title: payload ? words[`title-${nameAct(payload)}`] : words.number,
    number: receiptNumber,
    code: readReceiptNumber(receiptNumber)?.normal ?? receiptNumber,
    facts,
    linesHeading: payload?.act === "decision" ? words.answers : null,
    lines,
    notes: payload ? listNotes(payload, language) : [words.purged],
    how: {
      heading: words.howHeading,
      text: payload ? chooseHow(payload, language, dpo) : fillText(words.howWithdraw, { dpo }),
    },
    controller: {
      label: words.controller,
      name: reference.controller.name[language],
      address: reference.controller.address?.[language] ?? null,
      dpoLabel: words.dpo,
      dpo,
    },
  };
}
