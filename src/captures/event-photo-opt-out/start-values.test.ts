import { expect, test } from "vitest";
import { eventPlan } from "../../contract/event.ts";
import { formPlan } from "./start-values.ts";

const id = "019a0000-0000-7000-8000-000000000001";

test("a plan is made of what a manager typed: lines become zones and photographers, days follow each other", () => {
  const plan = formPlan(id, "event-photos", {
    name: " ลองเลนส์ ",
    place: "ท่าน้ำ",
    firstDay: "2026-12-31",
    dayCount: 2,
    zones: "ท่าเรือ\n\n ลานกว้าง \nท่าเรือ",
    photographers: "กล้า ตัวอย่าง",
  });
  expect(eventPlan.parse(plan)).toEqual(plan);
  expect(plan.name).toEqual({ th: "ลองเลนส์", en: "ลองเลนส์" });
  expect(plan.days).toEqual(["2026-12-31", "2027-01-01"]);
  expect(plan.zones.map(({ name }) => name.th)).toEqual(["ท่าเรือ", "ลานกว้าง"]);
  expect(new Set(plan.zones.map((zone) => zone.id)).size).toBe(2);
});
