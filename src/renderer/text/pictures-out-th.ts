import type { picturesOutEn } from "./pictures-out-en.ts";
import type { ThaiOf } from "./thai-of.ts";

/** Pictures that are out already, at any desk, in Thai. */
export const picturesOutTh = {
  nav: "ภาพที่ลงแล้ว",
  title: "ภาพที่ลงไปแล้ว",
  intro: "มีคนขอให้เอาภาพลง หรือขอถอนความยินยอมเรื่องภาพ สำนักงานใหญ่เป็นคนจัดการ",
  ask: "ขอให้เอาภาพลง",
  takeBack: "ถอนความยินยอมเรื่องภาพ",
  none: "ยังไม่มีใครขอให้เอาภาพลงที่นี่",
  which: "ภาพของงานไหน",
  event: "งาน",
  unknown: "ไม่รู้ว่างานไหน",
  given: "ให้ความยินยอมไว้ที่งานไหน",
  choose: "เลือกงานก่อน",
  noEvents: "เครื่องนี้ยังไม่มีงานที่เริ่มแล้ว งานมาจากสำนักงานใหญ่เองเมื่อมีเน็ต",
  back: "กลับ",
} satisfies ThaiOf<typeof picturesOutEn>;
