import { z } from "zod";
import { channelId, type Language, language } from "../../contract/ids.ts";
import type { Reference } from "../../contract/reference.ts";
import { signature } from "../drawn-signature.ts";
import { readPhone } from "../phone-number.ts";
import { readReceiptNumber } from "../receipt-number.ts";
import { ageBand, cell, collectionPoint, guardianRelation, type Subject } from "./payload.ts";

const typed = z.string();

/** Who the person is and how to reach them, as typed. Empty text: nothing. */
export const detailValues = z.object({
  name: typed,
  standing: z.enum(["customer", "member"]),
  memberNumber: typed,
  ageBand: ageBand.nullable(),
  phone: typed,
  email: typed,
  line: typed,
  address: typed,
});
export type DetailValues = z.infer<typeof detailValues>;

/** How it was said; a signature stays when the choice goes to and fro. */
export const meansValues = z.object({
  how: z.enum(["signature", "spoken"]).nullable(),
  signature: signature.nullable(),
});
export type MeansValues = z.infer<typeof meansValues>;

/** The answer to one purpose while it is being given. `null`: not asked yet. */
const reply = z.object({ reply: z.enum(["yes", "no"]).nullable(), channels: z.array(channelId) });
export type Reply = z.infer<typeof reply>;

/** The consent form on the screen. */
export const askValues = z.object({
  ...detailValues.shape,
  ...meansValues.shape,
  language,
  /** The notice that was read or shown: see `nameNotice`; null: none yet. */
  noticeShown: z.string().nullable(),
  collectionPoint,
  replies: z.record(z.string(), reply),
  guardianName: typed,
  guardianRelation: guardianRelation.nullable(),
  guardianSignature: signature.nullable(),
});
export type AskValues = z.infer<typeof askValues>;

/** The withdrawal form on the screen. */
export const withdrawValues = z.object({
  ...meansValues.shape,
  scope: z.enum(["all", "some"]).nullable(),
  cells: z.array(cell),
  /** Only where the person is not known on this PC. */
  name: typed,
  phone: typed,
  email: typed,
  memberNumber: typed,
  receipt: typed,
});
export type WithdrawValues = z.infer<typeof withdrawValues>;

export const correctValues = z.object({ ...detailValues.shape, reason: typed });
export type CorrectValues = z.infer<typeof correctValues>;

export const voidValues = z.object({ reason: typed });
export type VoidValues = z.infer<typeof voidValues>;

const emptyDetails: DetailValues = {
  name: "",
  standing: "customer",
  memberNumber: "",
  ageBand: null,
  phone: "",
  email: "",
  line: "",
  address: "",
};

/** Puts what was typed into the search box where it belongs, so that nobody types it twice. */
export function placeSearched(text: string): Partial<DetailValues> {
  const found = text.trim();
  if (found.includes("@")) return { email: found };
  // Phones first: one in 31 would pass as a receipt number.
  if (readPhone(found).ok) return { phone: found };
  if (found === "" || readReceiptNumber(found) !== null) return {};
  if (/^[+\d๐-๙][\d๐-๙ ()-]{5,}$/.test(found)) return { phone: found };
  return /[\d๐-๙]/.test(found) ? {} : { name: found };
}

/** The known details of a person, or what the search already told. */
export function startDetails(known: Subject | null, searched: string): DetailValues {
  if (known === null) return { ...emptyDetails, ...placeSearched(searched) };
  return {
    name: known.name ?? "",
    standing: known.standing,
    memberNumber: known.memberNumber ?? "",
    // Whoever was under age may be so no longer: asked again.
    ageBand: known.ageBand === "adult" ? "adult" : null,
    phone: known.contacts.phone ?? "",
    email: known.contacts.email ?? "",
    line: known.contacts.line ?? "",
    address: known.contacts.address ?? "",
  };
}

/** A consent form before the first key. Details that are known are there; answers never are (s.19). */
export function startAsking(
  reference: Reference,
  known: Subject | null,
  searched: string,
  spoken: Language,
): AskValues {
  return {
    ...startDetails(known, searched),
    language: spoken,
    noticeShown: null,
    // About the place where the person stands, not about what they want: the till is where most are asked.
    collectionPoint: "purchase",
    replies: Object.fromEntries(
      reference.purposes.map(({ id }) => [id, { reply: null, channels: [] }]),
    ),
    guardianName: "",
    guardianRelation: null,
    guardianSignature: null,
    how: null,
    signature: null,
  };
}

/** A withdrawal before the first key; whoever is not known here is looked for by what was searched. */
export function startWithdrawing(searched: string): WithdrawValues {
  const { name = "", phone = "", email = "" } = placeSearched(searched);
  const rest = name + phone + email === "" ? searched.trim() : "";
  const isReceipt = readReceiptNumber(rest) !== null;
  const receipt = isReceipt ? rest : "";
  const memberNumber = isReceipt ? "" : rest;
  return {
    scope: null,
    cells: [],
    name,
    phone,
    email,
    memberNumber,
    receipt,
    how: null,
    signature: null,
  };
}
