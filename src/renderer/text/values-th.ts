import { copyWindowTh } from "./copy-window-th.ts";
import type { ThaiOf } from "./thai-of.ts";
import type { valuesEn } from "./values-en.ts";

export const valuesTh = {
  act: {
    refund: "คืนเงิน",
    "paper-copy": "สำเนากระดาษ",
    shred: "ทำลายสำเนากระดาษแล้ว",
    "refund-closed": "ปิดเรื่องคืนเงิน",
    correct: "แก้ไข",
    void: "ยกเลิก",
    "start-event": "เปิดงาน",
    "opt-out": "ความประสงค์เรื่องภาพ",
    recognise: "จุดสังเกต",
    "photo-consent": "ยินยอมให้ใช้ภาพ",
    "photo-withdrawal": "ถอนความยินยอมเรื่องภาพ",
    "take-down-request": "ขอให้เอาภาพลง",
    "reference-picture": "ภาพไว้จำหน้า",
    "take-down-picture": "ภาพของสิ่งที่ลงไว้",
    "hand-over": "ส่งให้ช่างภาพ",
    "pictures-checked": "ตรวจภาพแล้ว",
    "close-event": "ปิดงาน",
  },
  is: { person: "บุคคล", company: "บริษัท" },
  how: {
    cash: "เงินสด",
    transfer: "โอนเข้าบัญชี",
    "card-reversal": "คืนเข้าบัตร",
    gift: "ของขวัญ",
    "not-needed": "ไม่ต้องใช้หลักฐาน",
    seen: "ดูเอกสารแล้ว",
    copied: "ทำสำเนาเอกสาร",
  },
  state: { covered: "ปิดแล้ว", "not-on-document": "ไม่มีบนเอกสารนี้" },
  found: { place: "ตำแหน่ง", word: "คำบนบัตร", ink: "ตัวพิมพ์", staff: "พนักงาน" },
  field: copyWindowTh.field,
  document: copyWindowTh.document,
  wish: {
    "no-photo": "ไม่ให้ถ่ายภาพ",
    "no-publication": "ไม่ให้เผยแพร่ภาพ",
    "take-down": "ขอให้เอาภาพลง",
  },
  framing: { overview: "ภาพรวมงาน", "in-focus": "ภาพหน้าชัด", both: "ทุกภาพ" },
  saidBy: { person: "เจ้าตัว", guardian: "ผู้ปกครอง" },
  amount: "จำนวนเงิน",
  baht: "{{amount}} บาท",
} satisfies ThaiOf<typeof valuesEn>;
