import { closing } from "../../src/captures/id-copy/example-acts.ts";
import { checkAccessibility } from "../support/accessibility.ts";
import { demoKeyFile } from "../support/copies-at-head-office.ts";
import { sendCopiedRefund } from "../support/copy-device.ts";
import { enrolTestDevice } from "../support/device-client.ts";
import { testBranch } from "../support/head-office.ts";
import { signInAtInbox } from "../support/inbox-page.ts";
import { expect, test } from "../support/inbox-test.ts";
import { drawJpeg } from "../support/plain-jpeg.ts";

test("the DPO opens one copy with key, passphrase and reason, and the log has it", async ({
  inbox,
  office,
}) => {
  const code = await office.issueEnrolmentCode(testBranch);
  const device = await enrolTestDevice(office.address, code);
  const open = await sendCopiedRefund(device, 1, drawJpeg(1, 640, 400));
  await sendCopiedRefund(device, 2, drawJpeg(2), false);
  const closed = await sendCopiedRefund(device, 3, drawJpeg(3));
  await device.push([device.capture(closing, { kind: "id-copy", amends: closed })]);

  await signInAtInbox(inbox, "napa");
  await inbox.getByRole("link", { name: "สำเนาบัตร" }).click();
  const kept = inbox.getByRole("table", { name: "ที่เก็บอยู่" });
  await expect(kept.getByRole("row")).toHaveCount(4);
  await expect(kept).toContainText("ยังไม่ปิดรายการคืนเงิน");
  await expect(kept).toContainText("ยังอยู่ที่เครื่องของสาขา");
  await expect(kept).toContainText("ปิดรายการแล้ว ยังไม่ครบวัน");
  await expect(inbox.getByText("ยังไม่มีการเปิดหรือทำลาย")).toBeVisible();
  for (const language of ["English", "ไทย"]) {
    await inbox.getByRole("radio", { name: language }).click();
    await checkAccessibility(inbox);
  }

  await kept.getByRole("button", { name: /^เปิดดู/ }).first().click();
  const form = inbox.getByRole("dialog");
  const show = form.getByRole("button", { name: "เปิดดูและจดบันทึก" });
  await form.getByLabel("ต้องใช้เพื่ออะไร").fill("ลูกค้าโต้แย้งยอดเงิน");
  await form.locator("input[type=file]").setInputFiles(demoKeyFile);
  await expect(form).toContainText("copy-key.json");
  await expect(show).toBeDisabled();
  await form.getByLabel("รหัสผ่านของกุญแจ").fill("not the passphrase");
  await show.click();
  // What was typed stays.
  await expect(form).toContainText("เปิดกุญแจไม่ได้");
  await expect(form.getByLabel("ต้องใช้เพื่ออะไร")).toHaveValue("ลูกค้าโต้แย้งยอดเงิน");
  await form.getByLabel("รหัสผ่านของกุญแจ").fill("demo passphrase only");
  await checkAccessibility(inbox);
  await show.click();
  const picture = inbox.getByRole("img", { name: /สำเนา .* ตามที่เก็บไว้/ });
  await expect(picture).toBeVisible();
  await expect(picture).toHaveJSProperty("naturalWidth", 640);
  await checkAccessibility(inbox);
  await inbox.getByRole("button", { name: "ปิด", exact: true }).click();
  await expect(picture).toHaveCount(0);
  const log = inbox.getByRole("table", { name: "การเปิดและการทำลาย" });
  await expect(log).toContainText("napa");
  await expect(log).toContainText("ลูกค้าโต้แย้งยอดเงิน");
  const { capture } = await office.db
    .selectFrom("copy_log")
    .select("capture")
    .executeTakeFirstOrThrow();
  expect(capture).toBe(open);

  await inbox.getByRole("button", { name: "ออก", exact: true }).click();
  await signInAtInbox(inbox, "krit");
  await inbox.getByRole("link", { name: "สำเนาบัตร" }).click();
  await expect(kept.getByRole("row")).toHaveCount(4);
  await expect(inbox.getByRole("button", { name: /^เปิดดู/ })).toHaveCount(0);
});
