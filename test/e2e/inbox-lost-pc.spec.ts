import { readFileSync } from "node:fs";
import { decision } from "../../src/captures/marketing-consent/example-acts.ts";
import { checkInboxBothLanguages } from "../support/accessibility.ts";
import { enrolTestDevice } from "../support/device-client.ts";
import { testBranch } from "../support/head-office.ts";
import { signInAtInbox } from "../support/inbox-page.ts";
import { expect, test } from "../support/inbox-test.ts";

test("of a lost PC the DPO draws up whose records it held and what it had not sent", async ({
  inbox,
  office,
}) => {
  const device = await enrolTestDevice(office.address, await office.issueEnrolmentCode(testBranch));
  const first = device.capture(decision);
  device.capture(decision);
  await device.push([first, device.capture(decision)]);
  await signInAtInbox(inbox, "napa");
  await inbox.getByRole("link", { name: "เครื่องของสาขา" }).click();
  await inbox
    .getByRole("row", { name: /test desk/ })
    .getByRole("button", { name: "ถ้าเครื่องหาย" })
    .click();
  await expect(inbox.getByRole("heading", { level: 1 })).toHaveText("ข้อมูลที่อยู่ใน test desk");
  await expect(inbox.getByText("เครื่องนี้ยังไม่ถูกเพิกถอน")).toBeVisible();
  // Nobody is named before somebody asks for it.
  await expect(inbox.getByText(decision.subject?.name ?? "")).toHaveCount(0);
  await inbox.getByRole("button", { name: "จัดทำรายงาน" }).click();
  const people = inbox.getByRole("table", { name: "ลูกค้า 1 คน" });
  await expect(people.getByRole("rowheader")).toHaveText(decision.subject?.name ?? "");
  await expect(inbox.getByRole("region", { name: "ตัวเครื่อง" })).toContainText("ลำดับที่ไม่เคยมาถึง2");
  await checkInboxBothLanguages(inbox);
  const download = inbox.waitForEvent("download");
  await inbox.getByRole("button", { name: "บันทึกเป็น CSV" }).click();
  const file = readFileSync(await (await download).path(), "utf8");
  expect(file).toContain(decision.subject?.name);
  await inbox.getByRole("link", { name: "บันทึกการทำงาน" }).click();
  await expect(inbox.getByText("ดูว่าเครื่องที่หายมีข้อมูลอะไร")).toBeVisible();
});
