import { branchTh } from "./branch-th.ts";
import { casesTh } from "./cases-th.ts";
import { copyWindowTh } from "./copy-window-th.ts";
import { courierTh } from "./courier-th.ts";
import { deskPageTh } from "./desk-page-th.ts";
import type { en } from "./en.ts";
import { eventPictureTh } from "./event-picture-th.ts";
import { eventTh } from "./event-th.ts";
import { failureScreensTh } from "./failure-screens-th.ts";
import { failuresTh } from "./failures-th.ts";
import { keptTh } from "./kept-th.ts";
import { keysTh } from "./keys-th.ts";
import { leftTh } from "./left-th.ts";
import { picturesOutTh } from "./pictures-out-th.ts";
import { picturesTh } from "./pictures-th.ts";
import { refundsTh } from "./refunds-th.ts";
import { reviewTh } from "./review-th.ts";
import { supportTh } from "./support-th.ts";
import type { ThaiOf } from "./thai-of.ts";
import { updateTh } from "./update-th.ts";
import { valuesTh } from "./values-th.ts";
import { waitingTh } from "./waiting-th.ts";

/** What the shell says, in Thai. */
export const th = {
  app: {
    name: "ยินยอม",
    tagline: "โต๊ะดูแลข้อมูลส่วนบุคคล",
    language: "ภาษา",
    close: "ปิด",
    starting: "กำลังเปิดโปรแกรม",
    loading: "สักครู่",
    notOnRoster: "{{staff}} (ไม่อยู่ในรายชื่อสาขานี้)",
    version: "รุ่น {{version}}",
    developmentRuntime: "โปรแกรมชุดทดลอง: ข้อมูลในเครื่องนี้ไม่ได้เข้ารหัส ห้ามใส่ข้อมูลลูกค้าจริง",
  },
  nav: {
    label: "หน้า",
    desk: "เคาน์เตอร์",
    cases: "คำขอสิทธิ",
    refunds: "คืนเงิน",
    pending: "รอส่ง",
    people: "พนักงาน",
  },
  frame: {
    lock: "ล็อก",
    keys: "ปุ่มลัด",
    signedInAs: "ผู้ใช้งาน",
    status: "สำนักงานใหญ่",
    notYoursTitle: "หน้านี้สำหรับผู้จัดการ",
    notYours: "ขอให้ผู้จัดการเข้าใช้งานแล้วเปิดดู",
    backToDesk: "กลับไปเคาน์เตอร์",
  },
  role: { counter: "เคาน์เตอร์", event: "งานกิจกรรม", manager: "ผู้จัดการ" },
  enrol: {
    title: "เชื่อมเครื่องนี้กับสำนักงานใหญ่",
    intro: "ทำครั้งเดียว ใช้ที่อยู่ของสำนักงานใหญ่ และรหัสใช้ครั้งเดียวที่สำนักงานใหญ่ให้ร้านมา",
    address: "ที่อยู่ของสำนักงานใหญ่",
    addressExample: "เช่น https://yinyom.example.com",
    code: "รหัสใช้ครั้งเดียว",
    codeHelp: "ตัวพิมพ์เล็กหรือใหญ่ มีขีดหรือไม่มี ใช้ได้เหมือนกัน รหัสหนึ่งใช้ได้ครั้งเดียว",
    connect: "เชื่อมต่อ",
    connecting: "กำลังเชื่อมต่อ รับข้อมูลสาขา พนักงาน และประกาศ",
    addressNeeded: "กรุณาใส่ที่อยู่",
    codeNeeded: "กรุณาใส่รหัส อย่างน้อย 8 ตัว",
    what: "จะเกิดอะไรขึ้น",
    step1: "เครื่องนี้สร้างกุญแจของตัวเอง ส่งให้สำนักงานใหญ่เฉพาะส่วนที่เปิดเผยได้",
    step2: "สำนักงานใหญ่บอกว่าเครื่องนี้อยู่สาขาไหน แล้วส่งรายชื่อพนักงานและประกาศมาให้",
    step3: "จากนั้นเครื่องนี้ทำงานได้แม้ไม่มีเน็ต และส่งข้อมูลเองเมื่อมีเน็ต",
  },
  signIn: {
    title: "ใครอยู่ที่เคาน์เตอร์",
    choose: "เลือกชื่อของคุณ",
    chooseFirst: "เลือกชื่อของคุณ แล้วใส่ PIN",
    people: "พนักงาน",
    pinTitle: "{{name}} ใส่ PIN ของคุณ",
    pin: "PIN 6 หลัก",
    entered: "ใส่แล้ว {{count}} จาก 6 หลัก",
    checking: "กำลังตรวจ",
    clear: "ล้าง",
    delete: "ลบตัวท้าย",
    other: "ไม่ใช่ฉัน",
    locked: "ถูกล็อก",
    lockedHelp: "ใส่ PIN ผิดหลายครั้ง ให้ผู้จัดการปลดล็อกที่หน้า พนักงาน หรือให้สำนักงานใหญ่ปลดให้",
    lockedHelpManager: "ใส่ PIN ผิดหลายครั้ง ให้ผู้จัดการคนอื่นปลดล็อกที่หน้า พนักงาน หรือให้สำนักงานใหญ่ปลดให้",
    triesLeft_other: "ลองได้อีก {{count}} ครั้งก่อนถูกล็อก",
    nobodyTitle: "รายชื่อพนักงานยังมาไม่ถึง",
    nobody: "เมื่อมีเน็ต รายชื่อจะมาจากสำนักงานใหญ่เอง",
    askAgain: "ดูอีกครั้ง",
  },
  people: {
    title: "พนักงาน",
    intro: "ใส่ PIN ผิดสิบครั้ง ระบบจะล็อก ปลดล็อกให้เฉพาะเมื่อรู้แน่ว่าเป็นเจ้าตัว",
    name: "ชื่อ",
    roles: "หน้าที่",
    standing: "การเข้าใช้งาน",
    action: "ทำอะไร",
    canSignIn: "เข้าใช้งานได้",
    locked: "ถูกล็อก",
    unlock: "ปลดล็อก",
    unlockTitle: "ปลดล็อก{{name}} ใช่ไหม",
    unlockText: "จำนวนครั้งที่ใส่ PIN ผิดจะเริ่มนับใหม่ PIN ยังเป็นเลขเดิม ระบบบันทึกไว้ว่าใครปลดล็อก",
    unlockYes: "ปลดล็อก",
    unlockNo: "ล็อกไว้ก่อน",
    unlocked: "{{name}} เข้าใช้งานได้แล้ว",
    nobody: "สำนักงานใหญ่ยังไม่ได้ส่งรายชื่อพนักงานของสาขานี้",
  },
  crash: {
    title: "โปรแกรมทำงานผิดพลาด",
    text: "ข้อมูลที่บันทึกแล้วปลอดภัย ไม่มีอะไรถูกลบ เปิดหน้านี้ใหม่ ถ้าเป็นอีกครั้งให้แจ้งสำนักงานใหญ่",
    again: "เปิดใหม่",
  },
  branch: branchTh,
  cases: casesTh,
  desk: deskPageTh,
  pictures: picturesTh,
  picturesOut: picturesOutTh,
  kept: keptTh,
  ...waitingTh,
  event: eventTh,
  eventPicture: eventPictureTh,
  copyWindow: copyWindowTh,
  refunds: refundsTh,
  review: reviewTh,
  value: valuesTh,
  support: supportTh,
  courier: courierTh,
  left: leftTh,
  update: updateTh,
  failure: failuresTh,
  failureScreen: failureScreensTh,
  keys: keysTh,
} satisfies ThaiOf<typeof en>;
