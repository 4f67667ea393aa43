import { uuidv7 } from "uuidv7";
import { hashAuditEntry } from "../../src/contract/audit.ts";
import { chainStart } from "../../src/contract/chain.ts";
import { syncPaths } from "../../src/contract/sync.ts";
import { sha256 } from "../../src/head-office/sha256.ts";
import { checkAccessibility } from "../support/accessibility.ts";
import { enrolTestDevice } from "../support/device-client.ts";
import { testBranch } from "../support/head-office.ts";
import { signInAtInbox } from "../support/inbox-page.ts";
import { expect, test } from "../support/inbox-test.ts";

test("the DPO reads what was done at a PC, and is told on every page where its log was cut", async ({
  inbox,
  office,
}) => {
  const device = await enrolTestDevice(office.address, await office.issueEnrolmentCode(testBranch));
  let previousHash = chainStart;
  const entries = ["sign-in", "read-person", "print-receipt"].map((action, place) => {
    const entry = {
      sequence: place + 1,
      at: "2026-11-22T03:00:00.000Z",
      staff: "somying",
      action,
      subject: uuidv7(),
      previousHash,
    };
    previousHash = hashAuditEntry(sha256, device.device, entry);
    return { ...entry, hash: previousHash };
  });
  const endAt = (place: number) => {
    const { sequence, hash } = entries[place] ?? { sequence: 0, hash: chainStart };
    return { sequence, hash };
  };
  const sent = await device.send(syncPaths.audit, { entries, after: 0, end: endAt(2) });
  expect(sent).toMatchObject({ status: 200, body: { have: 3 } });

  await signInAtInbox(inbox, "napa");
  await expect(inbox.getByText("บันทึกของเครื่องสาขาบางเครื่องผิดปกติ")).toHaveCount(0);
  await inbox.getByRole("link", { name: "บันทึกของเครื่องสาขา" }).click();
  await checkAccessibility(inbox);
  await inbox.getByRole("button", { name: "ดู", exact: true }).click();
  await expect(inbox.getByRole("row", { name: /ดูข้อมูลของลูกค้า/ })).toContainText("somying");
  await expect(inbox.getByText("ห่วงโซ่ครบถ้วน")).toBeVisible();
  await checkAccessibility(inbox);

  // Somebody takes the last line off the log of the PC.
  await device.send(syncPaths.audit, { entries: [], after: 3, end: endAt(1) });
  await inbox.reload();
  const alarm = inbox.getByText("บันทึกของเครื่องสาขาบางเครื่องผิดปกติ");
  await expect(alarm).toBeVisible();
  await inbox.getByRole("link", { name: "ไปดูบันทึกของเครื่องสาขา" }).click();
  await inbox.getByRole("button", { name: "ดู", exact: true }).click();
  await expect(inbox.getByText("เคยมีถึงบรรทัดที่ 3 แต่ตอนนี้จบก่อนนั้น")).toBeVisible();
  await checkAccessibility(inbox);
  await inbox.getByRole("button", { name: "ตรวจดูแล้ว" }).click();
  await expect(alarm).toHaveCount(0);
  await inbox.getByRole("radio", { name: "English" }).click();
  await expect(inbox.getByText("The log went to entry 3 and ends earlier now.")).toBeVisible();
  await checkAccessibility(inbox);
});
