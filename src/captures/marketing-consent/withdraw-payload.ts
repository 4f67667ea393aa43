import type { StaffId, SubjectId } from "../../contract/ids.ts";
import type { Reference } from "../../contract/reference.ts";
import { readReceiptNumber } from "../receipt-number.ts";
import { chooseBasis } from "./answer-basis.ts";
import { listPurposes, makeMeans, storeContact, tidy } from "./ask-payload.ts";
import type { CellState } from "./cell-fold.ts";
import type { ConsentState } from "./consent-fold.ts";
import type { WithdrawValues } from "./form-values.ts";
import type { Cell, Subject, Withdrawal } from "./payload.ts";

/** The cells that are in force now: what there is to take back. */
function listInForce(state: ConsentState | null): CellState[] {
  return state === null ? [] : state.cells.filter(({ status }) => status === "yes");
}

function isSameCell(a: Cell, b: Cell): boolean {
  return a.purpose === b.purpose && a.channel === b.channel;
}

/**
 * Consent is withdrawn (s.19); a member's benefit that rests on no consent is objected to (s.32). What is
 * mixed is a withdrawal, the word that covers more. With nothing in force, the person's standing decides.
 */
export function chooseRight(
  target: "all" | readonly Cell[],
  state: ConsentState | null,
  reference: Reference,
): Withdrawal["right"] {
  const inForce = listInForce(state);
  const reached =
    target === "all" ? inForce : inForce.filter((a) => target.some((b) => isSameCell(a, b)));
  if (reached.length > 0) {
    return reached.every(({ basis }) => basis === "member-benefit") ? "objection" : "withdrawal";
  }
  if (target === "all" || target.length === 0) return "withdrawal";
  const standing = state?.details?.standing ?? "customer";
  const bases = target.map(({ purpose }) => {
    const item = reference.purposes.find(({ id }) => id === purpose);
    return item ? chooseBasis(item, standing, reference) : "consent";
  });
  return bases.every((each) => each === "member-benefit") ? "objection" : "withdrawal";
}

/** What can be chosen to take back: what is in force, or everything that head office asks. */
export function listWithdrawable(state: ConsentState | null, reference: Reference): Cell[] {
  const inForce = listInForce(state).map(({ purpose, channel }) => ({ purpose, channel }));
  if (inForce.length > 0) return inForce;
  return listPurposes(reference).flatMap(({ id, usesChannels }): Cell[] =>
    usesChannels
      ? reference.channels.map((channel) => ({ purpose: id, channel: channel.id }))
      : [{ purpose: id, channel: null }],
  );
}

/** Somebody this PC does not know, by what they were able to tell. */
function makeStranger(id: SubjectId, values: WithdrawValues): Subject {
  return {
    id,
    name: tidy(values.name),
    standing: tidy(values.memberNumber) === null ? "customer" : "member",
    memberNumber: tidy(values.memberNumber),
    ageBand: null,
    contacts: {
      phone: storeContact("phone", values.phone),
      email: storeContact("email", values.email),
      line: null,
      address: null,
    },
  };
}

/** The withdrawal as the form has it. Only complete when `findWithdrawIssues` finds nothing. */
export function makeWithdrawal(
  values: WithdrawValues,
  known: Subject | null,
  state: ConsentState | null,
  reference: Reference,
  who: { subject: SubjectId; staff: StaffId },
): Withdrawal {
  const scope = values.scope === "some" ? values.cells : "all";
  const shown = readReceiptNumber(values.receipt);
  return {
    act: "withdrawal",
    subject: known ?? makeStranger(who.subject, values),
    receipts: shown === null ? [] : [shown.normal],
    scope,
    right: chooseRight(scope, state, reference),
    means: makeMeans(values, who.staff) ?? { how: "spoken", attestedBy: who.staff },
  };
}
