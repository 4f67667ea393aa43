import type { branchEn } from "./branch-en.ts";
import type { ThaiOf } from "./thai-of.ts";

/** How the devices of a branch stand, in Thai. */
export const branchTh = {
  link: "เครื่องทั้งหมดของสาขา และ 30 วันที่ผ่านมา",
  title: "สาขานี้",
  intro: "เครื่องของสาขาเป็นอย่างไร และรายการใช้เวลาเท่าไรจึงถึงสำนักงานใหญ่",
  again: "ถามใหม่",
  asking: "กำลังถามสำนักงานใหญ่",
  noLine: "เรื่องนี้สำนักงานใหญ่เท่านั้นที่รู้ และตอนนี้ติดต่อไม่ได้ ลองใหม่ภายหลัง",
  devices: "เครื่องของสาขานี้",
  device: "เครื่อง",
  thisOne: "เครื่องนี้",
  lastSeen: "ติดต่อล่าสุด",
  never: "ยังไม่เคย",
  waiting: "รอส่ง",
  held: "รอผู้จัดการ",
  parked: "พักไว้",
  version: "รุ่น",
  untold: "ไม่ได้บอก",
  perDay: "30 วันที่ผ่านมา",
  day: "วัน",
  taken: "รับไว้",
  sent: "ถึงสำนักงานใหญ่",
  usualDelay: "ปกติใช้เวลา",
  longestDelay: "นานที่สุด",
} satisfies ThaiOf<typeof branchEn>;
