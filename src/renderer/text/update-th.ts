import type { ThaiOf } from "./thai-of.ts";
import type { updateEn } from "./update-en.ts";

export const updateTh = {
  loading: "กำลังรับโปรแกรมรุ่นใหม่: {{percent}} %",
  offered: "รุ่น {{version}} พร้อมแล้ว ใช้เวลาประมาณหนึ่งนาที แล้วโปรแกรมจะเปิดเอง",
  needed: "สำนักงานใหญ่ขอให้ใช้รุ่น {{version}} ก่อนรับรายการใหม่ ใช้เวลาประมาณหนึ่งนาที แล้วโปรแกรมจะเปิดเอง",
  install: "อัปเดต",
} satisfies ThaiOf<typeof updateEn>;
