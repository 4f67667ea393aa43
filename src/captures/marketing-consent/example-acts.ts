import type { Reference } from "../../contract/reference.ts";
import { chooseBasis } from "./answer-basis.ts";
import { exampleSignature, somying, withContacts } from "./example-people.ts";
import { exampleReference } from "./example-reference.ts";
import type {
  Answer,
  Cell,
  Correction,
  Decision,
  Subject,
  Voiding,
  Withdrawal,
} from "./payload.ts";

/** The member of staff in every example. */
export const exampleStaff = "malee";

/** All cells that head office asks about. */
export function listCells({ purposes, channels }: Reference = exampleReference): Cell[] {
  return purposes.flatMap(({ id, usesChannels }): Cell[] =>
    usesChannels
      ? channels.map((channel) => ({ purpose: id, channel: channel.id }))
      : [{ purpose: id, channel: null }],
  );
}

/** An answer to every question: yes to those named, as `purpose` or `purpose channel`, and no to the rest. */
export function answerAll(
  yes: readonly string[],
  standing: Subject["standing"] = "customer",
  reference: Reference = exampleReference,
): Answer[] {
  return listCells(reference).map((cell) => {
    const purpose = reference.purposes.find(({ id }) => id === cell.purpose);
    if (!purpose) throw new Error(`No purpose ${cell.purpose}`);
    return {
      ...cell,
      answer: yes.includes([cell.purpose, cell.channel].filter(Boolean).join(" ")) ? "yes" : "no",
      basis: chooseBasis(purpose, standing, reference),
    };
  });
}

/** Somying says yes to SMS, signs, and needs to give her phone number for it. */
export const decision: Decision = {
  act: "decision",
  subject: somying,
  guardian: null,
  collectionPoint: "purchase",
  answers: answerAll(["direct-marketing sms"]),
  means: { how: "signature", signature: exampleSignature },
};

/** Somying says no to everything, so nothing to reach her by is kept. */
export const refusal: Decision = {
  ...decision,
  subject: withContacts(somying, {}),
  answers: answerAll([]),
  means: { how: "spoken", attestedBy: exampleStaff },
};

/** Somying takes everything back. */
export const withdrawal: Withdrawal = {
  act: "withdrawal",
  subject: somying,
  receipts: [],
  scope: "all",
  right: "withdrawal",
  means: { how: "spoken", attestedBy: exampleStaff },
};

/** Somying's number was typed wrongly. */
export const correction: Correction = {
  act: "correction",
  subject: withContacts(somying, { phone: "+66898765432" }),
  reason: "หมายเลขโทรศัพท์ผิดหนึ่งหลัก",
};

/** The decision was another customer's. */
export const voiding: Voiding = {
  act: "void",
  subject: somying.id,
  reason: "Taken for the wrong customer",
};
