import { exampleEvent, exampleSignature, exampleStaff } from "./example-event.ts";
import type {
  CloseEvent,
  Correction,
  HandOver,
  Marks,
  OptOut,
  PhotoConsent,
  PhotoWithdrawal,
  PicturesChecked,
  Recognise,
  StartEvent,
  TakeDownRequest,
  Voiding,
} from "./payload.ts";
import type { ReferencePicture, TakeDownPicture } from "./picture-acts.ts";

/** A mother with two children near the stage, all with a sticker. */
export const exampleMarks: Marks = {
  tag: "A12",
  clothing: [
    { garment: "top", colour: "red" },
    { garment: "bottom", colour: "navy" },
  ],
  zone: "stage",
  seenAt: null,
  people: 3,
  children: 2,
};

export const optOut: OptOut = {
  act: "opt-out",
  event: exampleEvent,
  wish: "no-photo",
  framing: "both",
  marks: exampleMarks,
  saidBy: "guardian",
  contact: null,
  referencePicture: false,
};

export const correction: Correction = {
  act: "correct",
  event: exampleEvent,
  wish: "no-photo",
  framing: "both",
  marks: { ...exampleMarks, zone: "workshop" },
  saidBy: "guardian",
  reason: null,
};

export const voiding: Voiding = { act: "void", event: exampleEvent, reason: "ออกจากงานแล้ว" };

export const startEvent: StartEvent = {
  act: "start-event",
  plan: {
    id: "019a0000-0000-7000-8000-00000000e001",
    name: { th: "ออกร้านตลาดนัด", en: "Market stall" },
    place: { th: "ตลาดนัดสมมุติ", en: "Sample market" },
    days: ["2026-11-28", "2026-11-29"],
    zones: [{ id: "stall", name: { th: "หน้าร้าน", en: "In front of the stall" } }],
    photographers: [{ id: "kla", name: "กล้า ตัวอย่าง" }],
    notice: "event-photos",
  },
};

export const consent: PhotoConsent = {
  act: "photo-consent",
  event: exampleEvent,
  name: "สมหญิง ทดสอบ",
  ageBand: "adult",
  guardian: null,
  purpose: "photo-publicity",
  shownAt: ["social-media", "website"],
  signature: exampleSignature,
};

export const recognise: Recognise = {
  act: "recognise",
  event: exampleEvent,
  marks: { ...exampleMarks, tag: "B7", people: 1, children: 0 },
};

export const withdrawal: PhotoWithdrawal = {
  act: "photo-withdrawal",
  event: exampleEvent,
  name: "สมหญิง ทดสอบ",
  receipts: [],
  scope: "all",
  saidBy: "person",
  means: { how: "spoken", attestedBy: exampleStaff },
};

export const handOver: HandOver = {
  act: "hand-over",
  event: exampleEvent,
  photographer: { id: "kla", name: "กล้า ตัวอย่าง" },
  signature: exampleSignature,
  covers: ["019a0000-0000-7000-9000-000000100001"],
};

export const picturesChecked: PicturesChecked = {
  act: "pictures-checked",
  event: exampleEvent,
  review: "019a0000-0000-7000-8000-00000000f001",
  counts: { seen: 300, published: 280, covered: 15, leftOut: 5 },
  checkedBy: [exampleStaff],
  covers: ["019a0000-0000-7000-9000-000000100001"],
};

export const closing: CloseEvent = {
  act: "close-event",
  event: exampleEvent,
  counts: {
    optOuts: 12,
    people: 20,
    children: 6,
    noPhoto: 8,
    noPublication: 4,
    takeDown: 0,
    consents: 3,
    consentsWithdrawn: 1,
    handOvers: 4,
    seen: 300,
    published: 280,
    covered: 15,
    leftOut: 5,
  },
  checkedBy: [exampleStaff],
  signature: exampleSignature,
};

export const takeDown: TakeDownRequest = {
  act: "take-down-request",
  event: exampleEvent,
  seen: { address: "https://social.example/posts/4111111111111111", picture: false, where: null },
  marks: null,
  saidBy: "person",
  contact: { phone: "+66812345678", email: null },
};

const sealed = { digest: "5e".repeat(32), size: 40_000 };

export const referencePicture: ReferencePicture = {
  act: "reference-picture",
  event: exampleEvent,
  agreedBy: "guardian",
  picture: { purpose: "event-reference", ...sealed },
};

export const takeDownPicture: TakeDownPicture = {
  act: "take-down-picture",
  event: exampleEvent,
  picture: { purpose: "take-down", ...sealed },
};
