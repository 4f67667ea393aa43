import {
  startEvent,
  takeDown,
  takeDownPicture,
} from "../../src/captures/event-photo-opt-out/example-acts.ts";
import { publishChanges } from "../../src/head-office/change-log.ts";
import type { HeadOffice } from "../../src/head-office/server.ts";
import { checkAccessibility } from "../support/accessibility.ts";
import { enrolTestDevice, type TestDevice } from "../support/device-client.ts";
import { listEventPublications } from "../support/event-captures.ts";
import { testBranch } from "../support/head-office.ts";
import { signInAtInbox } from "../support/inbox-page.ts";
import { expect, test } from "../support/inbox-test.ts";

const parts = { kind: "event-photo-opt-out", staff: "ploy" };

/** A laptop of the branch, whose head office has the demo's events. */
async function enrolLaptop(office: HeadOffice): Promise<TestDevice> {
  await publishChanges(office.db, listEventPublications(), new Date());
  return enrolTestDevice(office.address, await office.issueEnrolmentCode(testBranch));
}

async function pulled(device: TestDevice, topic: string, key: string): Promise<unknown> {
  const { changes } = await device.pull(0);
  return changes.find((one) => one.topic === topic && one.key === key)?.value;
}

test("the DPO confirms an event by one button, plans another, and sets when marks go", async ({
  inbox,
  office,
}) => {
  const laptop = await enrolLaptop(office);
  await laptop.push([laptop.capture(startEvent, parts)]);
  await signInAtInbox(inbox, "napa");
  await inbox.getByRole("link", { name: "งานกิจกรรม" }).click();
  const first = inbox.getByRole("row").nth(1);
  await expect(first).toContainText(startEvent.plan.name.th);
  await expect(first).toContainText("รอยืนยัน");
  for (const language of ["English", "ไทย"]) {
    await inbox.getByRole("radio", { name: language }).click();
    await checkAccessibility(inbox);
  }
  await first.getByRole("button", { name: "ยืนยัน", exact: true }).click();
  await expect(inbox.getByText(`ยืนยัน “${startEvent.plan.name.th}” แล้ว`)).toBeVisible();
  await expect(inbox.getByRole("button", { name: "ยืนยัน", exact: true })).toHaveCount(0);
  expect(await pulled(laptop, "event", startEvent.plan.id)).toMatchObject({ status: "confirmed" });

  await inbox.getByRole("button", { name: "เพิ่มงาน" }).click();
  const form = inbox.getByRole("dialog", { name: "เพิ่มงาน" });
  await form.getByLabel("ชื่อย่อ").fill("lantern-walk");
  await form.getByLabel("ชื่องาน (ภาษาไทย)").fill("เดินชมโคม");
  await form.getByLabel("ชื่องาน (ภาษาอังกฤษ)").fill("Lantern walk");
  await form.getByLabel("สถานที่ (ภาษาไทย)").fill("ริมคูเมือง");
  await form.getByLabel("สถานที่ (ภาษาอังกฤษ)").fill("By the moat");
  await form.getByLabel("วันที่ 1", { exact: true }).fill("2030-01-02");
  await form.getByRole("button", { name: "เพิ่มวัน" }).click();
  await form.getByLabel("วันที่ 2", { exact: true }).fill("2030-01-01");
  await form.getByRole("button", { name: "เพิ่มโซน" }).click();
  await form.getByLabel("โซน 1 (ภาษาไทย)").fill("ประตู");
  await form.getByLabel("โซน 1 (ภาษาอังกฤษ)").fill("Gate");
  await form.getByRole("button", { name: "เพิ่มช่างภาพ" }).click();
  await form.getByLabel("ช่างภาพ 1", { exact: true }).fill("วิน ใจเย็น");
  const save = form.getByRole("button", { name: "บันทึก", exact: true });
  await expect(save).toBeDisabled();
  await form
    .getByText(/BIG Camera/)
    .first()
    .click();
  await checkAccessibility(inbox);
  await save.click();
  await expect(inbox.getByRole("row", { name: /เดินชมโคม/ })).toContainText("ยืนยันแล้ว");
  expect(await pulled(laptop, "event", "lantern-walk")).toMatchObject({
    days: ["2030-01-01", "2030-01-02"],
    zones: [{ name: { th: "ประตู", en: "Gate" } }],
    photographers: [{ name: "วิน ใจเย็น" }],
    status: "confirmed",
  });

  await inbox.getByLabel(/สิ่งที่ใช้จำคนในงานกิจกรรม/).fill("14");
  await inbox.getByRole("button", { name: "ประกาศให้สาขาใช้" }).click();
  await expect(inbox.getByText("ประกาศแล้ว แต่ละเครื่อง")).toBeVisible();
  expect(await pulled(laptop, "event-settings", "settings")).toMatchObject({ purgeAfterDays: 14 });
});

test("a take-down is answered in words that the shop gets; a viewer only looks @thorough", async ({
  inbox,
  office,
}) => {
  const laptop = await enrolLaptop(office);
  const asked = laptop.capture(takeDown, parts);
  const picture = laptop.capture(takeDownPicture, { ...parts, amends: asked.id });
  await laptop.push([asked, picture]);
  await signInAtInbox(inbox, "napa");
  await inbox.getByRole("link", { name: "คำขอเอาภาพลง" }).click();
  const open = inbox.getByRole("region", { name: "รอคำตอบ" });
  await expect(open).toContainText(takeDown.seen.address ?? "");
  await expect(open).toContainText("+66812345678");
  await expect(open).toContainText("มี กำลังส่งมา");
  await open.getByRole("button", { name: "ตอบ" }).click();
  const form = inbox.getByRole("dialog");
  const send = form.getByRole("button", { name: "ส่งคำตอบ" });
  await form.getByText("ไม่ทำตามคำขอ", { exact: true }).click();
  await expect(send).toBeDisabled();
  const words = "ภาพนี้ไม่ได้อยู่ในเพจของเรา";
  await form.getByLabel("อธิบายด้วยคำง่าย ๆ").fill(words);
  await checkAccessibility(inbox);
  await send.click();
  await expect(inbox.getByRole("region", { name: "ตอบแล้ว" })).toContainText(words);
  await expect(open).toContainText("ไม่มีคำขอที่รอคำตอบ");
  expect(await pulled(laptop, "take-down-answer", asked.id)).toMatchObject({
    outcome: "refused",
    words,
  });

  await inbox.getByRole("button", { name: "ออก", exact: true }).click();
  await laptop.push([laptop.capture(takeDown, parts)]);
  await signInAtInbox(inbox, "krit");
  await inbox.getByRole("link", { name: "คำขอเอาภาพลง" }).click();
  await expect(open).toContainText(takeDown.seen.address ?? "");
  for (const language of ["English", "ไทย"]) {
    await inbox.getByRole("radio", { name: language }).click();
    await checkAccessibility(inbox);
  }
  await expect(inbox.getByRole("button", { name: "ตอบ" })).toHaveCount(0);
});
