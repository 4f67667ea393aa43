import type { CaseFault, CaseState, PauseReason, RefusalReason } from "../../contract/case.ts";
import type { IssueCode } from "../../contract/failure.ts";
import type { AnswerWay, DataConcerned, Right, RightReason } from "../../contract/rights.ts";
import { formTh } from "./text-form-th.ts";

const issues = {
  required: "กรุณากรอกช่องนี้",
  "too-long": "ยาวเกินไป ใส่ได้ไม่เกิน {{limit}} ตัวอักษร",
  "too-short": "สั้นเกินไป",
  "bad-form": "เลือกแบบนี้ไม่ได้ กรุณาดูอีกครั้ง",
  "card-number": "ดูเหมือนเลขบัตรชำระเงิน เราไม่เก็บเลขบัตร กรุณาลบออก",
  "id-number": "ดูเหมือนเลขประจำตัวประชาชน ที่นี่ไม่ต้องใช้ กรุณาลบออก",
  "bad-phone": "หมายเลขโทรศัพท์ไม่ถูกต้อง เช่น 081 234 5678",
  "made-up-phone": "หมายเลขนี้ไม่มีจริง",
  "bad-email": "อีเมลไม่ถูกต้อง เช่น somying@example.com",
  "one-character-name": "ชื่อต้องมีมากกว่าหนึ่งตัวอักษร",
  "impossible-date": "วันหรือเวลาไม่ถูกต้อง",
  "contact-needed": "ใส่เบอร์โทร อีเมล หรือหมายเลขสมาชิกอย่างน้อยหนึ่งอย่าง เพื่อหาข้อมูลให้พบ",
  "contact-not-needed": "คำขอนี้ไม่ต้องใช้ข้อมูลนี้",
  "signature-needed": "กรุณาให้ลงลายมือชื่อ",
  "reason-needed": "กรุณาบอกเหตุผล",
  "bad-receipt-number": "หมายเลขใบรับไม่ถูกต้อง กรุณาดูใบรับอีกครั้ง",
  "nothing-to-amend": "ไม่พบคำขอนี้ในเครื่อง",
} satisfies Partial<Record<IssueCode, string>>;

const rights = {
  "withdraw-consent": {
    name: "ถอนความยินยอม",
    aloud: "คุณเคยยินยอมไว้ และตอนนี้ไม่ยินยอมแล้ว",
    law: "มาตรา 19: ถอนความยินยอมเมื่อใดก็ได้ และต้องถอนได้ง่ายเหมือนตอนให้ สิ่งที่ทำไปก่อนถอนยังชอบด้วยกฎหมาย เราต้องบอกผลของการถอนให้ทราบ",
  },
  access: {
    name: "ขอเข้าถึงและขอสำเนา",
    aloud: "คุณอยากรู้ว่าเรามีข้อมูลอะไรของคุณ และได้มาจากไหน",
    law: "มาตรา 30: ขอดูและขอสำเนาข้อมูลของตน และให้บอกว่าได้ข้อมูลมาอย่างไรถ้าไม่ได้ให้ไว้เอง ปฏิเสธได้เฉพาะตามกฎหมายหรือคำสั่งศาล หรือเมื่อกระทบสิทธิของคนอื่น ต้องทำให้ภายใน 30 วัน",
  },
  portability: {
    name: "ขอรับหรือให้โอนข้อมูล",
    aloud: "คุณขอรับข้อมูลของคุณเป็นไฟล์ หรือให้เราส่งต่อไปที่อื่น",
    law: "มาตรา 31: ขอรับข้อมูลในรูปแบบที่เครื่องอ่านได้ และให้ส่งหรือโอนไปยังผู้ควบคุมข้อมูลรายอื่นเมื่อทำได้ด้วยวิธีอัตโนมัติ ใช้กับข้อมูลที่เก็บตามความยินยอมหรือสัญญา",
  },
  objection: {
    name: "คัดค้าน",
    aloud: "คุณไม่ให้เราใช้ข้อมูลในเรื่องที่เราไม่ได้ขอความยินยอม",
    law: "มาตรา 32: คัดค้านการใช้ข้อมูลที่อาศัยประโยชน์โดยชอบด้วยกฎหมายหรือภารกิจของรัฐ การวิจัยหรือสถิติ และคัดค้านการตลาดแบบตรงได้เสมอ",
  },
  erasure: {
    name: "ขอให้ลบ",
    aloud: "คุณขอให้เราลบข้อมูล หรือทำให้ไม่รู้ว่าเป็นใคร",
    law: "มาตรา 33: ขอให้ลบ ทำลาย หรือทำให้ระบุตัวไม่ได้ เมื่อหมดความจำเป็น ถอนความยินยอมแล้ว คัดค้านแล้ว หรือเก็บโดยไม่ชอบด้วยกฎหมาย บางอย่างกฎหมายให้เก็บต่อ เช่น เอกสารภาษี",
  },
  restriction: {
    name: "ขอให้ระงับการใช้",
    aloud: "คุณขอให้เราหยุดใช้ข้อมูลไว้ก่อน แต่ยังไม่ต้องลบ",
    law: "มาตรา 34: ขอให้ระงับการใช้ระหว่างตรวจสอบความถูกต้องหรือการคัดค้าน แทนการลบ หรือเมื่อต้องใช้ข้อมูลนั้นในการเรียกร้องตามกฎหมาย",
  },
  rectification: {
    name: "ขอให้แก้ไข",
    aloud: "ข้อมูลของคุณผิดหรือเก่า คุณขอให้แก้",
    law: "มาตรา 35 และ 36: ข้อมูลต้องถูกต้อง เป็นปัจจุบัน สมบูรณ์ และไม่ทำให้เข้าใจผิด ถ้าเราไม่แก้ให้ ต้องบันทึกคำขอไว้พร้อมเหตุผล",
  },
  complaint: {
    name: "ร้องเรียน",
    aloud: "คุณเห็นว่าเราทำไม่ถูก และต้องการร้องเรียน",
    law: "มาตรา 73: ร้องเรียนต่อสำนักงานคณะกรรมการคุ้มครองข้อมูลส่วนบุคคลได้เมื่อเห็นว่ามีการทำผิดกฎหมายนี้ ไม่ต้องร้องเรียนกับเราก่อน",
  },
} satisfies Record<Right, { name: string; aloud: string; law: string }>;

const data = {
  membership: "ข้อมูลสมาชิก",
  purchases: "การซื้อและบริการ",
  "id-copies": "สำเนาบัตร",
  "event-pictures": "ภาพถ่ายในงาน",
  cctv: "ภาพกล้องวงจรปิด",
  "website-and-chat": "เว็บไซต์และแชต",
  marketing: "ข่าวสารและการตลาด",
} satisfies Record<DataConcerned, string>;

const reasons = {
  copy: "ขอสำเนาข้อมูล",
  source: "อยากรู้ว่าได้ข้อมูลมาจากไหน",
  "copy-and-source": "ทั้งสองอย่าง",
  "legitimate-interest": "เราใช้เพื่อประโยชน์ของร้าน",
  "public-task": "เราใช้เพื่องานของรัฐ",
  research: "เราใช้เพื่อวิจัยหรือสถิติ",
  "no-longer-needed": "หมดความจำเป็นแล้ว",
  "consent-withdrawn": "ถอนความยินยอมแล้ว",
  objected: "คัดค้านแล้ว",
  unlawful: "เก็บมาโดยไม่ถูกกฎหมาย",
  "being-rectified": "กำลังขอแก้ไขอยู่",
  "objection-being-checked": "กำลังตรวจการคัดค้านอยู่",
  "instead-of-erasure": "ควรลบ แต่ขอให้เก็บไว้ก่อน",
  "needed-for-claim": "ต้องใช้เรียกร้องสิทธิ",
  wrong: "ข้อมูลผิด",
  "out-of-date": "ข้อมูลเก่า",
  incomplete: "ข้อมูลไม่ครบ",
  misleading: "ทำให้เข้าใจผิด",
  "used-without-right": "ใช้ข้อมูลโดยไม่มีสิทธิ",
  "not-answered": "ไม่ตอบคำขอ หรือตอบช้า",
  leaked: "ข้อมูลรั่วไหล",
  other: "เรื่องอื่น",
} satisfies Record<RightReason, string>;

const answerWays = {
  email: "อีเมล",
  post: "ไปรษณีย์",
  phone: "โทรศัพท์",
  shop: "มารับที่สาขานี้",
} satisfies Record<AnswerWay, string>;

const states = {
  received: "รับเรื่องแล้ว",
  "checking-identity": "กำลังตรวจตัวตน",
  "in-progress": "กำลังดำเนินการ",
  "waiting-for-customer": "รอลูกค้า",
  extended: "ขยายเวลาแล้ว",
  done: "เสร็จแล้ว",
  refused: "ปฏิเสธ",
} satisfies Record<CaseState, string>;

const pauseReasons = {
  "identity-papers": "รอเอกสารยืนยันตัวตน",
  "agent-papers": "รอหนังสือมอบอำนาจ",
  "which-data": "รอลูกค้าบอกว่าเป็นข้อมูลใด",
  "which-time": "รอลูกค้าบอกวันเวลา",
  other: "รอข้อมูลจากลูกค้า",
} satisfies Record<PauseReason, string>;

const refusals = {
  "not-this-person": "ยืนยันตัวตนไม่ได้",
  "no-such-data": "ไม่มีข้อมูลนี้",
  "law-keeps-it": "กฎหมายให้เก็บไว้",
  "legal-claim": "ต้องใช้ในการเรียกร้องตามกฎหมาย",
  "others-rights": "กระทบสิทธิของคนอื่น",
  "court-order": "มีกฎหมายหรือคำสั่งศาลห้าม",
  "weightier-ground": "มีเหตุที่สำคัญกว่าตามกฎหมาย",
  "outside-the-act": "อยู่นอกกฎหมายนี้",
  other: "เหตุอื่น",
} satisfies Record<RefusalReason, string>;

const faults = {
  "case-closed": "คำขอนี้ปิดแล้ว",
  "already-waiting": "คำขอนี้รอลูกค้าอยู่แล้ว",
  "not-waiting": "คำขอนี้ไม่ได้รอลูกค้าอยู่",
  "still-waiting": "คำขอนี้ยังรอลูกค้าอยู่ ให้เดินนาฬิกาต่อก่อน",
  "reason-missing": "ต้องมีเหตุผล ลูกค้าจะได้อ่าน",
  "letter-missing": "ต้องระบุหนังสือที่แจ้งลูกค้าเรื่องขยายเวลา",
  "already-extended": "ขยายเวลาไปแล้วหนึ่งครั้ง",
  "bad-length": "ขยายได้ 1 ถึง 30 วัน",
  "too-late": "เลยกำหนดแล้ว ขยายเวลาไม่ได้",
  "identity-not-checked": "ยังไม่ได้ตรวจตัวตนของผู้ขอ",
  "no-such-question": "ไม่มีคำถามนี้",
  "already-answered": "ตอบคำถามนี้แล้ว",
  "nothing-to-hand-over": "ยังไม่มีผลให้ส่งมอบ",
  "already-handed-over": "ส่งมอบไปแล้ว",
  "before-the-last-step": "เวลาอยู่ก่อนขั้นตอนล่าสุด กรุณาดูนาฬิกา",
} satisfies Record<CaseFault, string>;

/** The words of this kind in Thai. What a customer signs or takes along speaks to the customer. */
export const thai = {
  issues,
  rights,
  data,
  reasons,
  answerWays,
  states,
  pauseReasons,
  refusals,
  faults,
  ...formTh,
};
