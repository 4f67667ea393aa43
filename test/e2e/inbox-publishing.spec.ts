import { checkAccessibility, checkInboxBothLanguages } from "../support/accessibility.ts";
import { enrolTestDevice } from "../support/device-client.ts";
import { testBranch } from "../support/head-office.ts";
import { signInAtInbox } from "../support/inbox-page.ts";
import { expect, test } from "../support/inbox-test.ts";

test("the DPO writes the next version of a notice, sees it as customers will, and the desks get it", async ({
  inbox,
  office,
}) => {
  const device = await enrolTestDevice(office.address, await office.issueEnrolmentCode(testBranch));
  await signInAtInbox(inbox, "napa");
  await inbox.getByRole("link", { name: "ประกาศ", exact: true }).click();
  await inbox
    .getByRole("row", { name: /marketing v1/ })
    .getByRole("button", { name: "เขียนฉบับถัดไป" })
    .click();
  await inbox.getByLabel("หัวข้อ (ภาษาไทย)").first().fill("เราคือใคร (แก้ไข)");
  await expect(inbox.getByRole("region", { name: "ภาษาไทย", exact: true })).toContainText(
    "เราคือใคร (แก้ไข)",
  );
  // Without its day it is not whole, and nothing is asked yet.
  await inbox.getByRole("button", { name: "ประกาศใช้" }).click();
  await expect(inbox.getByRole("status")).toContainText("ยังไม่ครบ");
  await inbox.getByLabel("มีผลตั้งแต่").fill("2030-01-01");
  await checkAccessibility(inbox);
  await inbox.getByRole("button", { name: "ประกาศใช้" }).click();
  const sure = inbox.getByRole("alertdialog");
  await checkAccessibility(inbox);
  await sure.getByRole("button", { name: "ประกาศใช้" }).click();
  await expect(inbox.getByRole("row", { name: /marketing v2/ })).toContainText("ยังไม่ถึงวัน");
  const { changes } = await device.pull(0);
  const sent = changes.find(({ topic, key }) => topic === "notice" && key === "marketing@2");
  expect(JSON.stringify(sent?.value)).toContain("เราคือใคร (แก้ไข)");
});

test("a PIN is shown once", async ({ inbox }) => {
  await signInAtInbox(inbox, "napa");
  await inbox.getByRole("link", { name: "พนักงานและ PIN" }).click();
  await inbox.getByRole("button", { name: "เพิ่มพนักงาน" }).click();
  await inbox.getByLabel("ชื่อย่อ").fill("chai");
  await inbox.getByLabel("ชื่อ (ภาษาไทย)").fill("ชัย มั่นคง");
  await inbox.getByLabel("ชื่อ (ภาษาอังกฤษ)").fill("Chai Mankhong");
  await inbox.getByText("เคาน์เตอร์", { exact: true }).click();
  await checkAccessibility(inbox);
  await inbox.getByRole("button", { name: "บันทึก", exact: true }).click();
  const told = inbox.getByRole("dialog", { name: "PIN ของ ชัย มั่นคง" });
  const pin = await told.locator("output").textContent();
  expect(pin).toMatch(/^\d{6}$/);
  await told.getByRole("button", { name: "จดไว้แล้ว" }).click();
  await expect(inbox.getByText(pin ?? "")).toHaveCount(0);
  await expect(inbox.getByRole("row", { name: /ชัย มั่นคง/ })).toBeVisible();
});

test("head office decides which branches get a version early, which one is needed, and which goes nowhere @thorough", async ({
  inbox,
  office,
}) => {
  const device = await enrolTestDevice(office.address, await office.issueEnrolmentCode(testBranch));
  await signInAtInbox(inbox, "napa");
  await inbox.getByRole("link", { name: "การตั้งค่า" }).click();
  const panel = inbox.getByRole("region", { name: "รุ่นของโปรแกรมที่สาขา" });
  await panel.getByRole("group", { name: "สาขาที่ได้รุ่นใหม่ก่อน" }).getByRole("checkbox").first().focus();
  await inbox.keyboard.press("Space");
  const minimum = panel.getByLabel("รุ่นเก่าสุดที่ยังรับรายการใหม่ได้");
  const halted = panel.getByLabel("รุ่นที่ห้ามติดตั้งต่อ");
  const publish = panel.getByRole("button", { name: "ประกาศให้สาขาใช้" });
  await minimum.fill("1.4");
  await halted.fill("1.4.0, latest");
  await expect(panel.getByText("ใส่ตัวเลขสามตัวคั่นด้วยจุด")).toHaveCount(2);
  await expect(publish).toBeDisabled();
  await checkInboxBothLanguages(inbox);
  await minimum.fill("1.4.2");
  await halted.fill("1.4.0 1.4.1");
  await publish.click();
  await expect(panel.getByRole("status")).toBeVisible();
  const { changes } = await device.pull(0);
  expect(changes.findLast(({ topic }) => topic === "update-policy")?.value).toEqual({
    earlyBranches: [expect.any(String)],
    minimum: "1.4.2",
    halted: ["1.4.0", "1.4.1"],
  });
  await inbox.reload();
  await expect(minimum).toHaveValue("1.4.2");
});
