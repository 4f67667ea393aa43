import type { supportEn } from "./support-en.ts";
import type { ThaiOf } from "./thai-of.ts";

export const supportTh = {
  title: "ไฟล์สำหรับฝ่ายช่วยเหลือ",
  intro: "เมื่อฝ่ายช่วยเหลือของสำนักงานใหญ่ขอ ให้ดูก่อน บันทึก แล้วส่งให้เขาเอง",
  without:
    "ในไฟล์มีรุ่นของโปรแกรม จำนวนรายการ และบันทึกการทำงานของโปรแกรม ไม่มีข้อมูลลูกค้า ไม่มีชื่อพนักงาน ไม่มีชื่อเครื่อง และไม่มีกุญแจ",
  content: "ทั้งหมดที่อยู่ในไฟล์",
  save: "บันทึกไฟล์",
  saved: "บันทึกตามที่เห็นนี้แล้ว: {{path}}",
  back: "กลับไปหน้ารอส่ง",
  link: "ไฟล์สำหรับฝ่ายช่วยเหลือ",
} satisfies ThaiOf<typeof supportEn>;
