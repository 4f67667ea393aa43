import type { Signature } from "../drawn-signature.ts";
import type {
  AuthorityLetter,
  Correction,
  HandOver,
  Person,
  QuestionAnswer,
  RightsRequest,
  Voiding,
} from "./payload.ts";

export const exampleStaff = "somying";
export const exampleCase = "019a0000-0000-7000-9000-000000000001";
export const exampleQuestion = "019a0000-0000-4000-9000-000000000002";

const exampleSignature: Signature = {
  width: 600,
  height: 200,
  strokes: [
    [
      [40, 120],
      [80, 60],
      [120, 130],
    ],
  ],
};

/** Invented. */
export const kanda: Person = {
  id: "019a0000-0000-7000-8000-000000000011",
  name: "กานดา ทองดี",
  memberNumber: null,
  phone: "+66815550101",
  email: null,
};

export const declaration = {
  language: "th" as const,
  words: "ข้าพเจ้าขอใช้สิทธิขอเข้าถึงและขอสำเนา",
  signature: exampleSignature,
};

/** Asks what there is, by herself, with her card in her hand. */
export const access: RightsRequest = {
  act: "request",
  right: "access",
  subject: kanda,
  asker: { who: "self" },
  identity: {
    how: "document",
    document: "thai-id",
    seenBy: exampleStaff,
    copyReceipt: null,
  },
  data: ["membership", "purchases"],
  reason: "copy-and-source",
  rectification: null,
  recipient: null,
  footage: null,
  story: null,
  answer: { by: "email", email: "kanda@example.com" },
  declaration,
};

/** Footage of the counter, to be held. */
export const footageRequest: RightsRequest = {
  ...access,
  data: ["cctv"],
  reason: "copy",
  footage: {
    place: "หน้าเคาน์เตอร์",
    day: "2026-11-20",
    from: "14:00",
    to: "14:30",
    hold: true,
  },
};

export const letter: AuthorityLetter = {
  act: "authority-letter",
  authority: "police",
  office: "สถานีตำรวจตัวอย่าง",
  officer: null,
  phone: null,
  letterNumber: "ตช 0001/2569",
  how: "letter",
};

export const questionAnswer: QuestionAnswer = {
  act: "answer-question",
  case: exampleCase,
  subject: kanda.id,
  question: exampleQuestion,
  words: "ลูกค้าซื้อเลนส์เมื่อเดือนก่อน",
};

export const handOver: HandOver = {
  act: "hand-over",
  case: exampleCase,
  subject: kanda.id,
  receiver: "กานดา ทองดี",
  document: "thai-id",
  seenBy: exampleStaff,
  declaration,
};

export const correction: Correction = {
  act: "correct",
  subject: { ...kanda, phone: "+66815550102" },
  answer: { by: "shop" },
  reason: "ลูกค้าเปลี่ยนเบอร์",
};

export const voiding: Voiding = { act: "void", subject: kanda.id, reason: "บันทึกซ้ำ" };
