import type { leftEn } from "./left-en.ts";
import type { ThaiOf } from "./thai-of.ts";

/** The screen of a PC that was taken out of use and has destroyed its keys, in Thai. */
export const leftTh = {
  heading: "เครื่องนี้ถูกเลิกใช้แล้ว",
  title: "ข้อมูลในเครื่องนี้เปิดไม่ได้อีกแล้ว",
  happened: "เกิดอะไรขึ้น",
  handedOver:
    "สำนักงานใหญ่สั่งเลิกใช้เครื่องนี้ ทุกอย่างที่ยังไม่ได้ส่งถูกปิดผนึกส่งไปสำนักงานใหญ่ครบแล้ว จากนั้นเครื่องนี้ทำลายกุญแจของตัวเอง เมื่อ {{at}}",
  lostCaptures_other: "{{count}} รายการที่สำนักงานใหญ่ไม่รับ หายไปพร้อมกุญแจ",
  lostPictures_other: "{{count}} สำเนาที่สำนักงานใหญ่ไม่รับ หายไปพร้อมกุญแจ",
  todo: "ต้องทำอะไร",
  steps:
    "ถ้าไม่ใช้เครื่องนี้แล้ว ปิดโปรแกรมได้เลย ไม่มีอะไรต้องเก็บ\nถ้าจะใช้เครื่องนี้อีก ขอรหัสใหม่จากสำนักงานใหญ่\nกด เริ่มใหม่ แล้วใส่รหัส สำนักงานใหญ่จะเห็นเป็นเครื่องใหม่",
  startAnew: "เริ่มใหม่",
  whatGoes: "เริ่มใหม่จะลบข้อมูลเก่า ซึ่งไม่มีใครเปิดได้แล้ว",
} satisfies ThaiOf<typeof leftEn>;
