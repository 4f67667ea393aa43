import type { Voucher } from "../define-capture.ts";
import type {
  CopyDetails,
  Correct,
  PaperCopy,
  Payload,
  Refund,
  Shred,
  Voiding,
} from "./payload.ts";

/** Who is signed in, and a manager who was called to it. */
export const exampleStaff = "somying";
export const exampleManager: Voucher = { staff: "wichai", roles: ["manager"] };
export const exampleColleague: Voucher = { staff: "anan", roles: ["counter"] };

const customer = {
  id: "019a0000-0000-7000-8000-0000000000c1",
  is: "person",
  name: "ธนพล ทดสอบ",
} as const;

/** Invented: a company and the director who signs for it. */
export const exampleCompany = {
  id: "019a0000-0000-7000-8000-0000000000c2",
  is: "company",
  name: "บริษัท ตัวอย่างสมมติ จำกัด",
  director: "มาลี สมมติ",
} as const;

/** 4,500 baht back in cash: seen, not copied. */
export const seenRefund: Refund = {
  act: "refund",
  subject: customer,
  sale: "BC-2026-118204",
  amount: 450_000,
  paid: { how: "cash" },
  reason: "faulty-goods",
  evidence: {
    how: "seen",
    sight: {
      document: "thai-id-front",
      name: "ธนพล ทดสอบ",
      lastFour: "0421",
      validUntil: "2031-04-30",
      seenBy: exampleStaff,
    },
  },
  exception: null,
};

export const exampleCopy: CopyDetails = {
  document: "thai-id-front",
  fields: [
    { field: "religion", state: "covered" },
    { field: "blood-group", state: "covered" },
    { field: "race", state: "not-on-document" },
    { field: "id-number", state: "covered" },
  ],
  masks: [
    { field: "religion", found: "place" },
    { field: "blood-group", found: "word" },
    { field: "id-number", found: "place" },
  ],
  stamp: ["ใช้สำหรับการคืนเงินเท่านั้น BC-2026-118204", "สาขาลานสยาม กรุงเทพฯ 22 พ.ย. 2569"],
};

/** 35,900 baht back by transfer: with a copy, as the rule asks. */
export const copiedRefund = {
  ...seenRefund,
  amount: 3_590_000,
  paid: { how: "transfer", bank: "kbank", account: "1234567890" },
  evidence: {
    how: "copied",
    copy: exampleCopy,
    attachment: { purpose: "refund-id-copy", digest: "5".repeat(64), size: 412_087 },
  },
} as const satisfies Payload;

export const paperCopy: PaperCopy = {
  act: "paper-copy",
  subject: customer.id,
  document: "thai-id-front",
  label: "P-0012",
  place: "ลิ้นชักล่างหลังเคาน์เตอร์",
  destroyBy: "2026-12-22",
};

export const shred: Shred = {
  act: "shred",
  subject: customer.id,
  day: "2026-12-20",
  witness: exampleColleague.staff,
};

export const closing: Payload = { act: "refund-closed", subject: customer.id, day: "2026-11-24" };

export const correction: Correct = {
  act: "correct",
  subject: { ...customer, name: "ธนพล ทดสอบดี" },
  sale: seenRefund.sale,
  amount: 460_000,
  paid: { how: "transfer", bank: "scb", account: "123456789012" },
  reason: "faulty-goods",
  exception: null,
  why: "ชื่อพิมพ์ผิด",
};

export const voiding: Voiding = {
  act: "void",
  subject: customer.id,
  reason: "บันทึกซ้ำ",
};

/** What rules see where `payload` is amended. */
export function amending(payload: Payload) {
  return { amended: { kind: "id-copy", payload } };
}
