import type { Issue } from "../../contract/failure.ts";
import type { StaffId } from "../../contract/ids.ts";
import { reasonsOf } from "../../contract/rights.ts";
import type { RuleContext } from "../define-capture.ts";
import { checkSignature } from "../drawn-signature.ts";
import { readReceiptNumber } from "../receipt-number.ts";
import { checkEmail, checkName, checkPhone, checkText } from "../typed-rules.ts";
import type {
  AnswerTo,
  AuthorityLetter,
  Correction,
  Declaration,
  HandOver,
  Identity,
  Payload,
  Person,
  RightsRequest,
  Voiding,
} from "./payload.ts";

type Path = Issue["path"];
const shortestReason = 2;

/** What law and policy ask of a request beyond its schema. Each path is that of a payload field. */
export function checkRules(item: Payload, context: RuleContext): Issue[] {
  switch (item.act) {
    case "request":
      return checkRequest(item, context);
    case "authority-letter":
      return checkLetter(item);
    case "answer-question":
      return checkText(item.words, ["words"], shortestReason);
    case "hand-over":
      return checkHandOver(item, context.staff);
    case "correct":
      return checkCorrection(item, context);
    case "void":
      return checkVoid(item, context);
  }
}

function checkRequest(item: RightsRequest, context: RuleContext): Issue[] {
  return [
    ...checkPerson(item.subject),
    ...(item.asker.who === "self" ? [] : checkName(item.asker.name, ["asker", "name"])),
    ...checkIdentity(item.identity, context),
    ...checkMatter(item),
    ...checkParts(item),
    ...checkAnswer(item.answer),
    ...checkDeclaration(item.declaration),
  ];
}

/** Head office must be able to find the person: one thing besides the name. */
function checkPerson(item: Person): Issue[] {
  const at: Path = ["subject"];
  const { memberNumber, phone, email } = item;
  const isUnreachable = memberNumber === null && phone === null && email === null;
  return [
    ...checkName(item.name, [...at, "name"]),
    ...(isUnreachable ? [{ path: [...at, "phone"], code: "contact-needed" as const }] : []),
    ...checkText(memberNumber, [...at, "memberNumber"]),
    ...checkPhone(phone, [...at, "phone"]),
    ...checkEmail(email, [...at, "email"]),
  ];
}

/** Seen, not copied, comes first: a copy only where head office asks for one, and only by its own receipt. */
function checkIdentity(item: Identity, { staff, reference }: RuleContext): Issue[] {
  if (item.how === "later") return [];
  const issues = checkSeenBy(item.seenBy, ["identity", "seenBy"], staff);
  const path = ["identity", "copyReceipt"];
  if (item.copyReceipt === null) return issues;
  if (reference.rightsSettings?.keepsDocumentCopy !== true) {
    return [...issues, { path, code: "contact-not-needed" }];
  }
  const isNormal = readReceiptNumber(item.copyReceipt)?.normal === item.copyReceipt;
  return isNormal ? issues : [...issues, { path, code: "bad-receipt-number" }];
}

/** Whoever saw the document says so, not a colleague in their name. */
function checkSeenBy(seenBy: StaffId, path: Path, staff: StaffId): Issue[] {
  return seenBy === staff ? [] : [{ path, code: "bad-form" }];
}

/** Which data, and why. Consent to marketing is taken back, and marketing objected to, at once and elsewhere. */
function checkMatter({ right, data, reason }: RightsRequest): Issue[] {
  const issues: Issue[] = [];
  if (data.length === 0 && right !== "complaint") issues.push({ path: ["data"], code: "required" });
  if (new Set(data).size < data.length) issues.push({ path: ["data"], code: "bad-form" });
  const isAtOnce = right === "withdraw-consent" || right === "objection";
  if (isAtOnce && data.includes("marketing")) issues.push({ path: ["data"], code: "bad-form" });
  const allowed: readonly string[] = reasonsOf[right];
  if (reason === null) {
    if (allowed.length > 0) issues.push({ path: ["reason"], code: "reason-needed" });
  } else if (!allowed.includes(reason)) issues.push({ path: ["reason"], code: "bad-form" });
  return issues;
}

/** Only what the right needs is asked, and all of that. */
function checkParts(item: RightsRequest): Issue[] {
  const { right, rectification, recipient, footage, story } = item;
  return [
    ...checkPart("rectification", rectification, right === "rectification"),
    ...checkText(rectification?.wrong ?? null, ["rectification", "wrong"]),
    ...checkText(rectification?.right ?? null, ["rectification", "right"]),
    ...checkPart("recipient", recipient, right === "portability"),
    ...checkText(recipient?.controller ?? null, ["recipient", "controller"], shortestReason),
    ...checkPart("footage", footage, item.data.includes("cctv")),
    ...checkText(footage?.place ?? null, ["footage", "place"]),
    ...(footage && footage.from >= footage.to
      ? [{ path: ["footage", "to"], code: "impossible-date" as const }]
      : []),
    ...checkPart("story", story, right === "complaint"),
    ...checkText(story, ["story"], shortestReason),
  ];
}

function checkPart(field: string, value: unknown, isNeeded: boolean): Issue[] {
  if ((value !== null) === isNeeded) return [];
  return [{ path: [field], code: isNeeded ? "required" : "contact-not-needed" }];
}

function checkAnswer(item: AnswerTo): Issue[] {
  switch (item.by) {
    case "email":
      return checkEmail(item.email, ["answer", "email"]);
    case "post":
      return checkText(item.address, ["answer", "address"], 5);
    case "phone":
      return checkPhone(item.phone, ["answer", "phone"]);
    case "shop":
      return [];
  }
}

function checkDeclaration(item: Declaration): Issue[] {
  return checkSignature(item.signature, ["declaration", "signature"]);
}

function checkLetter(item: AuthorityLetter): Issue[] {
  return [
    ...checkText(item.office, ["office"], shortestReason),
    ...checkName(item.officer, ["officer"]),
    ...checkPhone(item.phone, ["phone"]),
    ...checkText(item.letterNumber, ["letterNumber"]),
  ];
}

function checkHandOver(item: HandOver, staff: StaffId): Issue[] {
  return [
    ...checkName(item.receiver, ["receiver"]),
    ...checkSeenBy(item.seenBy, ["seenBy"], staff),
    ...checkDeclaration(item.declaration),
  ];
}

function checkCorrection(item: Correction, { amended }: RuleContext): Issue[] {
  const issues = [
    ...checkPerson(item.subject),
    ...checkAnswer(item.answer),
    ...checkReason(item.reason),
  ];
  const target = readAmended(amended);
  const isOfThis = target?.act === "request" && target.subject.id === item.subject.id;
  return isOfThis ? issues : [...issues, { path: [], code: "nothing-to-amend" }];
}

function checkVoid(item: Voiding, { amended }: RuleContext): Issue[] {
  const issues = checkReason(item.reason);
  const target = readAmended(amended);
  const isOfThis =
    (target?.act === "request" && target.subject.id === item.subject) ||
    (target?.act === "authority-letter" && item.subject === null);
  return isOfThis ? issues : [...issues, { path: [], code: "nothing-to-amend" }];
}

function checkReason(reason: string): Issue[] {
  const path = ["reason"];
  if ([...reason.trim()].length < shortestReason) return [{ path, code: "reason-needed" }];
  return checkText(reason, path);
}

function readAmended(amended: RuleContext["amended"]): Payload | null {
  // The context promises a parsed payload of the kind it names.
  return amended?.kind === "rights-request" ? (amended.payload as Payload) : null;
}
