import type { Language } from "../../contract/ids.ts";
import type { Reference } from "../../contract/reference.ts";
import { usualRightsSettings } from "../../contract/rights.ts";
import type { StoredCapture } from "../../contract/stored-capture.ts";
import { isClockDoubtful } from "../captured-at.ts";
import { readReceiptNumber } from "../receipt-number.ts";
import { findDueDate, readReceivedOn } from "./due-date.ts";
import { type Payload, payload, type RightsRequest } from "./payload.ts";
import { rightsRequestText } from "./text.ts";

type Fact = { label: string; value: string };

/** All that a slip says, in one language; how it looks is the page's affair. */
export type SlipContent = {
  language: Language;
  title: string;
  numberLabel: string;
  /** Display form, such as `0A1-0002F-K`. */
  number: string;
  /** Normal form: what the QR code holds. */
  code: string;
  qrLabel: string;
  facts: Fact[];
  /** Said before everything else, such as that the clock is doubted. */
  warnings: string[];
  sections: { heading: string | null; lines: string[] }[];
  controller: {
    label: string;
    name: string;
    address: string | null;
    dpoLabel: string;
    dpo: string;
  };
};

/** How days and moments are written; the kind itself knows no calendar of the screen. */
export type SlipDates = {
  day(iso: string, language: Language): string;
  moment(iso: string, language: Language): string;
};

/** A stored payload of this kind; null once purged, or where this version cannot read it. */
export function readStored(capture: StoredCapture): Payload | null {
  if (capture.header.kind !== "rights-request" || capture.payload === null) return null;
  const read = payload.safeParse(capture.payload);
  return read.success ? read.data : null;
}

/** The languages a slip is written in: the customer's own where it is known. */
export function chooseSlipLanguages(item: Payload | null): Language[] {
  if (item?.act === "request" || item?.act === "hand-over") return [item.declaration.language];
  return item === null ? ["th", "en"] : ["th"];
}

/** The slip of a capture in one language. `item` null: it was purged. */
export function writeSlip(
  capture: StoredCapture,
  item: Payload | null,
  reference: Reference,
  language: Language,
  dates: SlipDates,
): SlipContent {
  const { header, receiptNumber } = capture;
  const words = rightsRequestText[language].slip;
  const branch = reference.branches.find(({ id }) => id === header.branch);
  const isCase = item?.act === "request" || item?.act === "authority-letter";
  const facts: Fact[] = [
    { label: words.received, value: dates.moment(capturedAt(capture), language) },
    ...(item?.act === "request"
      ? [{ label: words.due, value: dates.day(findDueDate(readReceivedOn(header)), language) }]
      : []),
    {
      label: words.branch,
      value: branch ? `${branch.brand} · ${branch.name[language]}` : header.branch,
    },
    ...(item ? listFacts(item, language) : []),
  ];
  const { controller } = reference;
  return {
    language,
    title: item === null ? words.receipt : nameSlip(item, language),
    numberLabel: isCase ? words.number : words.receipt,
    number: receiptNumber,
    code: readReceiptNumber(receiptNumber)?.normal ?? receiptNumber,
    qrLabel: words.qr.replace("{{number}}", receiptNumber),
    facts,
    warnings: item?.act === "request" && isClockDoubtful(header) ? [words.doubtful] : [],
    sections: item ? listSections(item, reference, language) : [plain(words.purged)],
    controller: {
      label: words.controller,
      name: controller.name[language],
      address: controller.address?.[language] ?? null,
      dpoLabel: words.dpo,
      dpo: controller.dpoEmail,
    },
  };
}

function capturedAt({ header }: StoredCapture): string {
  return new Date(Date.parse(header.capturedAt) + (header.clockOffsetMs ?? 0)).toISOString();
}

function nameSlip(item: Payload, language: Language): string {
  const words = rightsRequestText[language].slip;
  switch (item.act) {
    case "request":
      return item.asker.who === "of-the-dead" ? words.titleDead : words.title;
    case "authority-letter":
      return words.titleLetter;
    case "answer-question":
      return words.titleQuestion;
    case "hand-over":
      return words.titleHandOver;
    case "correct":
      return words.titleCorrect;
    case "void":
      return words.titleVoid;
  }
}

function listFacts(item: Payload, language: Language): Fact[] {
  const text = rightsRequestText[language];
  const words = text.slip;
  switch (item.act) {
    case "request":
      return [
        { label: words.right, value: text.rights[item.right].name },
        { label: words.person, value: item.subject.name },
        ...(item.asker.who === "self" ? [] : [{ label: words.asker, value: item.asker.name }]),
        ...(item.data.length === 0
          ? []
          : [{ label: words.data, value: item.data.map((one) => text.data[one]).join(", ") }]),
        { label: words.answer, value: text.answerWays[item.answer.by] },
      ];
    case "authority-letter": {
      const { letter } = text;
      const authority = item.authority === "other" ? letter.otherAuthority : letter[item.authority];
      return [
        { label: words.authority, value: authority },
        { label: words.office, value: item.office },
        ...(item.letterNumber === null
          ? []
          : [{ label: words.letterNumber, value: item.letterNumber }]),
      ];
    }
    case "hand-over":
      return [{ label: words.receiver, value: item.receiver }];
    case "correct":
      return [{ label: words.person, value: item.subject.name }];
    case "answer-question":
    case "void":
      return [];
  }
}

const plain = (line: string) => ({ heading: null, lines: [line] });

function listSections(
  item: Payload,
  reference: Reference,
  language: Language,
): SlipContent["sections"] {
  const words = rightsRequestText[language].slip;
  switch (item.act) {
    case "request":
      return listRequestSections(item, reference, language);
    case "authority-letter":
      return [plain(words.letterText)];
    case "answer-question":
      return [plain(words.questionText)];
    case "hand-over":
      return [plain(item.declaration.words), plain(words.handOverText)];
    case "correct":
      return [plain(words.correctText)];
    case "void":
      return [plain(words.voidText)];
  }
}

/** How to reach the authority stands on every slip, and first where the customer complains. */
function listRequestSections(
  item: RightsRequest,
  reference: Reference,
  language: Language,
): SlipContent["sections"] {
  const words = rightsRequestText[language].slip;
  const isDead = item.asker.who === "of-the-dead";
  const next = {
    heading: words.next,
    lines: [isDead ? words.nextDead : words.nextText, ...(item.footage?.hold ? [words.hold] : [])],
  };
  const isComplaint = item.right === "complaint";
  const authority = {
    heading: words.complain,
    lines: [
      isComplaint ? words.complainText : words.complainAnytime,
      listAuthority(reference, language),
    ],
  };
  return isComplaint ? [authority, next] : [next, authority];
}

function listAuthority(reference: Reference, language: Language): string {
  const { authority } = reference.rightsSettings ?? usualRightsSettings;
  const { address, phone, email, website } = authority;
  return [address?.[language], phone, email, website].filter((part) => part).join(" · ");
}
