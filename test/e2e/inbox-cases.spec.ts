import { access, kanda } from "../../src/captures/rights-request/example-requests.ts";
import { checkAccessibility, checkInboxBothLanguages } from "../support/accessibility.ts";
import { enrolTestDevice } from "../support/device-client.ts";
import { testBranch } from "../support/head-office.ts";
import { signInAtInbox } from "../support/inbox-page.ts";
import { expect, test } from "../support/inbox-test.ts";

test("the DPO finds a case, checks identity and refuses it with a reason that the customer reads", async ({
  inbox,
  office,
}) => {
  const device = await enrolTestDevice(office.address, await office.issueEnrolmentCode(testBranch));
  const request = device.capture(
    { ...access, identity: { how: "later" } },
    { kind: "rights-request", clockOffsetMs: 0, capturedAt: new Date().toISOString() },
  );
  await device.push([request]);
  await signInAtInbox(inbox, "napa");
  await inbox.getByLabel("ค้นหาเรื่อง").fill("081 555 0101");
  const row = inbox.getByRole("row", { name: new RegExp(kanda.name) });
  await expect(row).toContainText("30 วัน");
  await checkInboxBothLanguages(inbox);
  await row.getByRole("link").click();
  await expect(inbox.getByText("ข้าพเจ้าขอใช้สิทธิขอเข้าถึงและขอสำเนา")).toBeVisible();
  await expect(inbox.getByRole("img", { name: "ลายเซ็น" })).toBeVisible();
  // Nothing is answered to somebody whose identity is open.
  await expect(inbox.getByRole("button", { name: "เสร็จแล้ว" })).toHaveCount(0);
  await checkInboxBothLanguages(inbox);
  await inbox.getByRole("button", { name: "ยืนยันตัวตนแล้ว" }).click();
  await inbox.getByRole("dialog").getByRole("button", { name: "ยืนยันตัวตนแล้ว" }).click();
  await expect(inbox.getByRole("button", { name: "เสร็จแล้ว" })).toBeVisible();

  await inbox.getByRole("button", { name: "ปฏิเสธ" }).click();
  const refusal = inbox.getByRole("dialog");
  await expect(refusal).toContainText("ลูกค้าจะได้อ่านข้อความนี้");
  await expect(refusal.getByRole("button", { name: "ปฏิเสธ" })).toBeDisabled();
  await refusal.getByLabel("เหตุผลเป็นคำพูด อย่างที่ลูกค้าจะอ่าน").fill("เราไม่พบข้อมูลของคุณในระบบ");
  await checkAccessibility(inbox);
  await refusal.getByRole("button", { name: "ปฏิเสธ" }).click();
  await expect(inbox.getByText("เรื่องนี้ปิดแล้ว")).toBeVisible();

  const { changes } = await device.pull(0);
  const told = changes.find(({ topic, key }) => topic === "case" && key === request.id);
  expect(JSON.stringify(told?.value)).toContain("เราไม่พบข้อมูลของคุณในระบบ");
});
