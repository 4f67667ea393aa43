import { casesTh } from "./cases-th.ts";
import { copiesTh } from "./copies-th.ts";
import { courierTh } from "./courier-th.ts";
import { deskLogsTh } from "./desk-logs-th.ts";
import type { en } from "./en.ts";
import { eventsTh } from "./events-th.ts";
import { lossTh } from "./loss-th.ts";
import { officeTh } from "./office-th.ts";
import { personTh } from "./person-th.ts";
import { publishTh } from "./publish-th.ts";
import { recoveryTh } from "./recovery-th.ts";
import { registersTh } from "./registers-th.ts";
import type { ThaiOf } from "./thai-of.ts";

/** What the inbox says, in Thai. */
export const th = {
  app: {
    headOffice: "สำนักงานใหญ่",
    language: "ภาษา",
    loading: "สักครู่",
    close: "ปิด",
    cancel: "ยกเลิก",
    save: "บันทึก",
    change: "แก้ไข",
    remove: "เอาออก",
    action: "ทำอะไรได้",
    yes: "ใช่",
    no: "ไม่",
    id: "ชื่อย่อ",
    idHelp: "ตัวอักษรอังกฤษตัวเล็ก ตัวเลข และขีด ตั้งแล้วเปลี่ยนไม่ได้",
    signedInAs: "ผู้ใช้งาน",
    signOut: "ออก",
  },
  language: { th: "ภาษาไทย", en: "ภาษาอังกฤษ" },
  role: { dpo: "เจ้าหน้าที่คุ้มครองข้อมูล (DPO)", viewer: "ดูได้อย่างเดียว" },
  nav: {
    label: "หน้า",
    customers: "ลูกค้า",
    publish: "ประกาศให้สาขาใช้",
    office: "สำนักงานใหญ่",
    cases: "คำขอใช้สิทธิ",
    takeDowns: "คำขอเอาภาพลง",
    copies: "สำเนาบัตร",
    registers: "ทะเบียน",
    notices: "ประกาศ",
    purposes: "คำถามและช่องทาง",
    settings: "การตั้งค่า",
    branches: "สาขา",
    events: "งานกิจกรรม",
    roster: "พนักงานและ PIN",
    devices: "เครื่องของสาขา",
    accounts: "บัญชีผู้ใช้",
    log: "บันทึกการทำงาน",
    deskLogs: "บันทึกของเครื่องสาขา",
    courier: "ไฟล์ฝากส่ง",
  },
  signIn: {
    tagline: "ดูแลข้อมูลลูกค้าจากสำนักงานใหญ่",
    what: "ตอบคำขอของลูกค้า และประกาศสิ่งที่ทุกสาขาต้องใช้ร่วมกัน",
    title: "เข้าสู่ระบบ",
    intro: "ใช้บัญชีที่ตั้งไว้ให้คุณ",
    name: "ชื่อผู้ใช้",
    password: "รหัสผ่าน",
    enter: "เข้าสู่ระบบ",
    forgotten: "ลืมรหัสผ่าน ให้ DPO อีกคนหรือผู้ดูแลเครื่องแม่ข่ายตั้งใหม่ให้",
  },
  once: {
    noted: "จดไว้แล้ว",
    only: "แสดงครั้งเดียว ระบบไม่ได้เก็บไว้ในรูปที่อ่านได้",
  },
  refusal: {
    "signed-out": "คุณออกจากระบบแล้ว เข้าสู่ระบบอีกครั้ง สิ่งที่บันทึกแล้วยังอยู่",
    "not-your-role": "เฉพาะ DPO เท่านั้นที่ทำได้",
    "wrong-password": "ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง ตรวจดูแล้วลองอีกครั้ง",
    "slow-down_other": "ใส่ผิดหลายครั้งเกินไป รอ {{count}} วินาที แล้วลองใหม่",
    "slow-down": "ใส่ผิดหลายครั้งเกินไป รอสักพักแล้วลองใหม่",
    "not-from-this-page": "สำนักงานใหญ่ไม่รับคำขอจากที่นี่ เปิดหน้านี้ด้วยที่อยู่ของระบบเอง",
    malformed: "สำนักงานใหญ่อ่านไม่ได้ ตรวจสิ่งที่พิมพ์อีกครั้ง",
    "not-found": "ไม่มีรายการนี้แล้ว โหลดหน้านี้ใหม่",
    "too-many-requests": "ส่งคำขอจากที่นี่มากเกินไป รอหนึ่งนาที",
    "name-taken": "ชื่อนี้มีคนใช้แล้ว เลือกชื่ออื่น",
    "in-the-past": "วันที่ผ่านไปแล้ว ประกาศมีผลได้เร็วที่สุดคือวันนี้",
    "in-use": "เหลือรายการสุดท้ายแล้ว สาขาต้องมีอย่างน้อยหนึ่งรายการ",
    "password-too-short": "รหัสผ่านใหม่สั้นเกินไป",
    "last-dpo": "เป็นบัญชี DPO บัญชีสุดท้ายที่ยังเปิดอยู่ ตั้งบัญชีใหม่ก่อน",
    "case-step": "ขั้นตอนนี้ทำไม่ได้ในสถานะปัจจุบันของเรื่อง",
    "reason-needed": "ถ้าไม่ทำตามคำขอต้องบอกเหตุผล ด้วยคำที่บอกผู้ขอได้",
    "copy-key-shut": "ไฟล์กับรหัสผ่านนี้เปิดกุญแจไม่ได้ เลือกไฟล์ของกุญแจแล้วพิมพ์รหัสผ่านอีกครั้ง",
    "other-copy-key": "สำเนานี้ปิดผนึกด้วยกุญแจอีกดอก เลือกไฟล์ของกุญแจดอกนั้น",
    "copy-destroyed": "สำเนานี้ถูกทำลายแล้ว เพราะครบกำหนด",
    "copy-not-authentic":
      "นี่ไม่ใช่สำเนาที่สาขาปิดผนึกไว้สำหรับรายการนี้ อาจถูกแก้หรือสลับ จึงไม่แสดงและจดไว้ในบันทึกแล้ว แจ้งผู้ดูแลระบบ",
    "recovery-unreadable": "นี่ไม่ใช่คำขอจากเครื่องของสาขา หรือได้มาไม่ครบ คัดลอกข้อความที่สาขาส่งมาทั้งหมด",
    "recovery-unknown": "สำนักงานใหญ่ไม่รู้จักเครื่องนี้",
    "recovery-revoked": "เครื่องนี้ถูกเพิกถอนแล้ว จะไม่ได้กุญแจคืน",
    "recovery-not-authentic": "นี่ไม่ใช่กุญแจที่เครื่องนี้ปิดผนึกไว้ ข้อความอาจถูกแก้ระหว่างทาง",
    "other-recovery-key": "กุญแจของเครื่องนี้ปิดผนึกด้วยกุญแจกู้คืนอีกดอก เลือกไฟล์ของกุญแจดอกนั้น",
    "server-error": "สำนักงานใหญ่ทำไม่สำเร็จ ลองอีกครั้ง ถ้ายังไม่ได้ แจ้งผู้ดูแลระบบ",
    "no-line": "ติดต่อสำนักงานใหญ่ไม่ได้ ตรวจดูเครือข่ายแล้วลองอีกครั้ง",
  },
  ...casesTh,
  ...publishTh,
  ...personTh,
  ...registersTh,
  ...eventsTh,
  ...deskLogsTh,
  ...copiesTh,
  ...lossTh,
  ...recoveryTh,
  ...courierTh,
  ...officeTh,
} as const satisfies ThaiOf<typeof en>;
