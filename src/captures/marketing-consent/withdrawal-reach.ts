import { plainDigits } from "../thai-digits.ts";
import type { DatedCapture } from "./capture-order.ts";

/** What links a person to withdrawals that were taken from somebody with another record. */
type Links = {
  contacts: ReadonlySet<string>;
  receipts: ReadonlySet<string>;
  ids: ReadonlySet<string>;
};

/**
 * The withdrawals of others that reach this person: they share a phone, an email or a member number, they
 * name a receipt of this person's, or they amend a capture of this person's. A receipt counts though its
 * capture was voided, since the paper is still in somebody's hand; the contacts of a voided capture do not,
 * since they may be those of the wrong person.
 */
export function findReachingWithdrawals(
  own: readonly DatedCapture[],
  others: readonly DatedCapture[],
  isVoided: (item: DatedCapture) => boolean,
): DatedCapture[] {
  const links: Links = {
    contacts: new Set(own.filter((item) => !isVoided(item)).flatMap(listContacts)),
    receipts: new Set(own.map(({ receiptNumber }) => normalise(receiptNumber))),
    ids: new Set(own.map(({ header }) => header.id)),
  };
  return others.filter((item) => reaches(item, links));
}

function reaches(item: DatedCapture, links: Links): boolean {
  if (item.payload.act !== "withdrawal") return false;
  const { amends } = item.header;
  return (
    (amends !== null && links.ids.has(amends)) ||
    item.payload.receipts.some((receipt) => links.receipts.has(normalise(receipt))) ||
    listContacts(item).some((contact) => links.contacts.has(contact))
  );
}

/** The details that belong to one person: a LINE name or an address may be a household's. */
function listContacts({ payload }: DatedCapture): string[] {
  if (payload.act === "void" || payload.subject === null) return [];
  const { contacts, memberNumber } = payload.subject;
  const named = { phone: contacts.phone, email: contacts.email, member: memberNumber };
  return Object.entries(named).flatMap(([key, text]) => {
    const plain = plainDigits(text ?? "")
      .trim()
      .replace(/\s+/g, " ")
      .toLowerCase();
    return plain === "" ? [] : [`${key} ${plain}`];
  });
}

/** Receipt numbers come in display form and in normal form. */
function normalise(receipt: string): string {
  return receipt.replace(/[\s-]/g, "").toUpperCase();
}
