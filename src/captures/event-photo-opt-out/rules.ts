import type { Issue } from "../../contract/failure.ts";
import type { RuleContext } from "../define-capture.ts";
import { checkSignature } from "../drawn-signature.ts";
import { readReceiptNumber } from "../receipt-number.ts";
import { checkName, checkText } from "../typed-rules.ts";
import { checkConsent } from "./consent-rules.ts";
import { checkContact, checkFacts, checkMarks } from "./mark-rules.ts";
import type {
  Correction,
  HandOver,
  OptOut,
  Payload,
  PhotoWithdrawal,
  PicturesChecked,
  Recognise,
  StartEvent,
  TakeDownRequest,
  Voiding,
} from "./payload.ts";
import type { ReferencePicture } from "./picture-acts.ts";
import { checkAddress } from "./seen-address.ts";

const shortestReason = 2;

/** What law and policy ask of the captures of an event beyond their schema. */
export function checkRules(item: Payload, context: RuleContext): Issue[] {
  switch (item.act) {
    case "start-event":
      return checkStart(item, context);
    case "opt-out":
      return checkOptOut(item, context);
    case "correct":
      return checkCorrection(item, context);
    case "void":
      return checkVoid(item, context);
    case "photo-consent":
      return checkConsent(item, context);
    case "recognise":
      return checkRecognise(item, context);
    case "photo-withdrawal":
      return checkWithdrawal(item, context);
    case "hand-over":
      return checkHandOver(item);
    case "pictures-checked":
      return checkPictures(item);
    case "close-event":
      return checkSignature(item.signature, ["signature"]);
    case "take-down-request":
      return checkTakeDown(item, context);
    case "reference-picture":
      return checkReferencePicture(item, context);
    case "take-down-picture":
      return checkTarget("take-down-request", item.event, context);
  }
}

function checkStart({ plan }: StartEvent, { reference }: RuleContext): Issue[] {
  const issues: Issue[] = [
    ...checkName(plan.name.th, ["plan", "name", "th"]),
    ...checkName(plan.name.en, ["plan", "name", "en"]),
    ...checkText(plan.place.th, ["plan", "place", "th"]),
    ...checkText(plan.place.en, ["plan", "place", "en"]),
    ...plan.zones.flatMap(({ name }, index) => [
      ...checkText(name.th, ["plan", "zones", index, "name", "th"]),
      ...checkText(name.en, ["plan", "zones", index, "name", "en"]),
    ]),
    ...plan.photographers.flatMap(({ name }, index) =>
      checkName(name, ["plan", "photographers", index, "name"]),
    ),
  ];
  const isRising = plan.days.every(
    (day, index) => index === 0 || day > (plan.days[index - 1] ?? ""),
  );
  if (!isRising) issues.push({ path: ["plan", "days"], code: "impossible-date" });
  // An id that head office already uses would put two events' people on one board.
  if (reference.events.some(({ id }) => id === plan.id)) {
    issues.push({ path: ["plan", "id"], code: "bad-form" });
  }
  if (!reference.notices.some(({ id }) => id === plan.notice)) {
    issues.push({ path: ["plan", "notice"], code: "bad-form" });
  }
  return issues;
}

/** A reference picture of a child needs more than the child's own word (s.20). */
function checkOptOut(item: OptOut, { reference }: RuleContext): Issue[] {
  const issues = [...checkFacts(item, reference), ...checkContact(item.contact, ["contact"])];
  if (item.referencePicture && item.marks.children > 0 && item.saidBy === "person") {
    issues.push({ path: ["saidBy"], code: "guardian-needed" });
  }
  return issues;
}

function checkCorrection(item: Correction, { reference, amended }: RuleContext): Issue[] {
  const issues = [
    ...checkFacts(item, reference),
    ...checkText(item.reason, ["reason"], shortestReason),
  ];
  const target = readAmended(amended);
  const fits = target?.act === "opt-out" && target.event === item.event;
  return fits ? issues : [...issues, { path: [], code: "nothing-to-amend" }];
}

const voidable: ReadonlySet<Payload["act"]> = new Set([
  "start-event",
  "opt-out",
  "photo-consent",
  "pictures-checked",
  "close-event",
  "take-down-request",
]);

function checkVoid(item: Voiding, { amended }: RuleContext): Issue[] {
  const issues: Issue[] =
    [...item.reason.trim()].length < shortestReason
      ? [{ path: ["reason"], code: "reason-needed" }]
      : checkText(item.reason, ["reason"]);
  const target = readAmended(amended);
  if (target?.act === "photo-withdrawal") {
    return [...issues, { path: [], code: "withdrawal-stands" }];
  }
  const event = target && (target.act === "start-event" ? target.plan.id : target.event);
  const fits = target !== null && voidable.has(target.act) && event === item.event;
  return fits ? issues : [...issues, { path: [], code: "nothing-to-amend" }];
}

function checkRecognise(item: Recognise, { reference, amended }: RuleContext): Issue[] {
  const issues = checkMarks(item.marks, item.event, reference);
  const target = readAmended(amended);
  const fits = target?.act === "photo-consent" && target.event === item.event;
  return fits ? issues : [...issues, { path: [], code: "nothing-to-amend" }];
}

/** As easy as giving (s.19): nothing is asked but that it can be matched. */
function checkWithdrawal(item: PhotoWithdrawal, { amended, staff }: RuleContext): Issue[] {
  const issues: Issue[] = [
    ...checkName(item.name, ["name"]),
    ...item.receipts.flatMap((receipt, index): Issue[] =>
      readReceiptNumber(receipt)?.normal === receipt
        ? []
        : [{ path: ["receipts", index], code: "bad-receipt-number" }],
    ),
  ];
  if (item.means.how === "signature") {
    issues.push(...checkSignature(item.means.signature, ["means", "signature"]));
  } else if (item.means.attestedBy !== staff) {
    issues.push({ path: ["means", "attestedBy"], code: "bad-form" });
  }
  if (amended !== null) {
    const fits = readAmended(amended)?.act === "photo-consent";
    return fits ? issues : [...issues, { path: [], code: "nothing-to-amend" }];
  }
  if (item.name === null && item.receipts.length === 0) {
    issues.push({ path: ["name"], code: "required" });
  }
  return issues;
}

function checkHandOver({ photographer, signature }: HandOver): Issue[] {
  return [
    ...checkName(photographer.name, ["photographer", "name"]),
    ...checkSignature(signature, ["signature"]),
  ];
}

function checkPictures({ counts }: PicturesChecked): Issue[] {
  const decided = counts.published + counts.covered + counts.leftOut;
  return decided > counts.seen
    ? [{ path: ["counts", "seen"], code: "bad-form", limit: decided }]
    : [];
}

function checkTakeDown(item: TakeDownRequest, { reference }: RuleContext): Issue[] {
  const { address, picture, where } = item.seen;
  const issues = [
    ...checkAddress(address, ["seen", "address"]),
    ...checkText(where, ["seen", "where"], shortestReason),
    ...checkContact(item.contact, ["contact"]),
    ...(item.marks === null ? [] : checkMarks(item.marks, item.event, reference)),
  ];
  const isFindable = address !== null || picture || where !== null;
  return isFindable ? issues : [...issues, { path: ["seen"], code: "required" }];
}

/** s.20: where there are children the yes to a picture is their guardian's. */
function checkReferencePicture(item: ReferencePicture, context: RuleContext): Issue[] {
  const issues = checkTarget("opt-out", item.event, context);
  const target = readAmended(context.amended);
  const isOfChildren = target?.act === "opt-out" && target.marks.children > 0;
  return isOfChildren && item.agreedBy === "person"
    ? [...issues, { path: ["agreedBy"], code: "guardian-needed" }]
    : issues;
}

function checkTarget(
  act: "opt-out" | "take-down-request",
  event: string | null,
  { amended }: RuleContext,
): Issue[] {
  const target = readAmended(amended);
  const fits = target?.act === act && target.event === event;
  return fits ? [] : [{ path: [], code: "nothing-to-amend" }];
}

function readAmended(amended: RuleContext["amended"]): Payload | null {
  // The context promises a parsed payload of the kind it names.
  return amended?.kind === "event-photo-opt-out" ? (amended.payload as Payload) : null;
}
