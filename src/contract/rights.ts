import { z } from "zod";

/** The eight rights of a data subject (s.19, 30 to 36, 73), in the order in which they are read aloud. */
export const rights = [
  "withdraw-consent",
  "access",
  "portability",
  "objection",
  "erasure",
  "restriction",
  "rectification",
  "complaint",
] as const;
export const right = z.enum(rights);
export type Right = z.infer<typeof right>;

/** What a request can be about: a closed list, so that head office knows where to look. */
export const dataConcerned = z.enum([
  "membership",
  "purchases",
  "id-copies",
  "event-pictures",
  "cctv",
  "website-and-chat",
  "marketing",
]);
export type DataConcerned = z.infer<typeof dataConcerned>;

/** Why the law gives the right here: only what the Act asks of it; none where it asks nothing. */
export const reasonsOf = {
  "withdraw-consent": [],
  /** What is wanted: a copy, where the data came from, or both (s.30). */
  access: ["copy", "source", "copy-and-source"],
  portability: [],
  /** s.32. Direct marketing is objected to at once, by the consent form. */
  objection: ["legitimate-interest", "public-task", "research"],
  /** s.33. */
  erasure: ["no-longer-needed", "consent-withdrawn", "objected", "unlawful"],
  /** s.34. */
  restriction: [
    "being-rectified",
    "objection-being-checked",
    "instead-of-erasure",
    "needed-for-claim",
  ],
  /** s.35 and 36. */
  rectification: ["wrong", "out-of-date", "incomplete", "misleading"],
  /** s.73. */
  complaint: ["used-without-right", "not-answered", "leaked", "other"],
} as const satisfies Record<Right, readonly string[]>;
export type RightReason = (typeof reasonsOf)[Right][number];

/** How the person wants the answer. */
export const answerWay = z.enum(["email", "post", "phone", "shop"]);
export type AnswerWay = z.infer<typeof answerWay>;

/** What the DPO decides about requests. */
export const rightsSettings = z.strictObject({
  /** Whether a copy of the identity document is kept; it is then taken as every ID copy is. */
  keepsDocumentCopy: z.boolean(),
  /** Days for which CCTV footage is kept. */
  footageDays: z.int().min(1).max(3650),
  /** A request is shown as due soon when this many days or fewer are left. */
  remindDays: z.int().min(0).max(30),
  /** The authority to complain to (s.73), as a slip names it; null where head office has not said. */
  authority: z.strictObject({
    address: z.strictObject({ th: z.string().min(1), en: z.string().min(1) }).nullable(),
    phone: z.string().max(60).nullable(),
    email: z.email().nullable(),
    website: z.string().max(120).nullable(),
  }),
});
export type RightsSettings = z.infer<typeof rightsSettings>;

/** What holds until head office has said otherwise: the policy's 90 days, and the authority's own site. */
export const usualRightsSettings: RightsSettings = {
  keepsDocumentCopy: false,
  footageDays: 90,
  remindDays: 7,
  authority: { address: null, phone: null, email: null, website: "www.pdpc.or.th" },
};
