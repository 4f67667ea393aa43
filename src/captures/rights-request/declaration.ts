import type { Language } from "../../contract/ids.ts";
import type { Reference } from "../../contract/reference.ts";
import { fillText } from "../fill-text.ts";
import type { RightsRequest } from "./payload.ts";
import { rightsRequestText } from "./text.ts";

type FormatDay = (iso: string, language: Language) => string;

/** What the person signs: what they ask for in their words and language, and what the form is used for. */
export function writeDeclaration(
  item: Omit<RightsRequest, "declaration">,
  reference: Reference,
  language: Language,
  formatDay: FormatDay,
): string {
  const text = rightsRequestText[language];
  const words = text.signed;
  const { asker, footage, rectification, recipient } = item;
  const right = text.rights[item.right];
  const lines = [
    fillText(words.request, { right: right.name, aloud: right.aloud }),
    fillText(words.owner, { name: item.subject.name }),
    asker.who === "self" ? null : fillText(words[asker.who], { name: asker.name }),
    item.data.length === 0
      ? null
      : fillText(words.data, { data: item.data.map((one) => text.data[one]).join(", ") }),
    item.reason && fillText(words.reason, { reason: text.reasons[item.reason] }),
    rectification && fillText(words.rectification, rectification),
    recipient &&
      (recipient.controller === null
        ? words.toSelf
        : fillText(words.toController, { controller: recipient.controller })),
    footage &&
      fillText(words.footage, {
        place: footage.place,
        day: footage.day === "" ? "" : formatDay(footage.day, language),
        from: footage.from,
        to: footage.to,
      }),
    footage?.hold ? words.hold : null,
    item.story && fillText(words.story, { story: item.story }),
    fillText(words.answer, { way: text.answerWays[item.answer.by] }),
    writeUse(reference, language),
  ];
  return lines.filter((line) => line !== null && line !== "").join("\n");
}

/** What the receiver of a result signs. */
export function writeHandOver(number: string, reference: Reference, language: Language): string {
  const words = rightsRequestText[language].signed;
  return [fillText(words.handOver, { number }), writeUse(reference, language)].join("\n");
}

function writeUse({ controller }: Reference, language: Language): string {
  return fillText(rightsRequestText[language].signed.use, {
    controller: controller.name[language],
    dpo: controller.dpoEmail,
  });
}
