import { readFileSync } from "node:fs";
import { decision, withdrawal } from "../../src/captures/marketing-consent/example-acts.ts";
import {
  answerClaims,
  courierAnswer,
  courierFileHead,
  type LeaveRequest,
} from "../../src/contract/courier.ts";
import { syncPaths } from "../../src/contract/sync.ts";
import { revokeDevice } from "../../src/head-office/enrolment.ts";
import { checkInboxBothLanguages } from "../support/accessibility.ts";
import { formCourierFile, makeBundle, pullOfficeKey, readWord } from "../support/courier-file.ts";
import { enrolTestDevice, type TestDevice } from "../support/device-client.ts";
import { testBranch } from "../support/head-office.ts";
import { signInAtInbox } from "../support/inbox-page.ts";
import { expect, test } from "../support/inbox-test.ts";

const push = (...items: unknown[]) => ({ path: syncPaths.push, body: { items } });
const asFile = (text: string, name = "desk-1.yinyom") => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(text),
});

test("a courier file is taken in, twice without harm, and its answer goes back to the PC", async ({
  inbox,
  office,
}) => {
  const enrol = async (): Promise<TestDevice> =>
    enrolTestDevice(office.address, await office.issueEnrolmentCode(testBranch));
  const device = await enrol();
  const key = await pullOfficeKey(device);
  const first = device.capture(decision);
  await device.push([first]);
  const bundles = [
    await makeBundle(device, key, [push(first, device.capture(withdrawal))]),
    await makeBundle(device, key, [push(device.capture(decision), { no: "envelope" }), "?"]),
  ];
  const forged = await makeBundle(await enrol(), key, [push(1)], { device: device.device });
  const text = formCourierFile([...bundles, forged]);

  await signInAtInbox(inbox, "napa");
  await inbox.getByRole("link", { name: "ไฟล์ฝากส่ง" }).click();
  await expect(inbox.getByText("ยังไม่มีไฟล์ฝากส่งมาถึง")).toBeVisible();
  await checkInboxBothLanguages(inbox);
  const field = inbox.locator('input[type="file"]');

  await field.setInputFiles(asFile("a holiday picture", "photo.jpg"));
  await expect(inbox.getByText("ไฟล์นี้ไม่ใช่ไฟล์ฝากส่งจากเครื่องสาขา")).toBeVisible();

  await field.setInputFiles(asFile(`${text}half a li`));
  const result = inbox.getByRole("region", { name: "ผลของ desk-1.yinyom" });
  await expect(result.getByText("รับแล้ว 2 รายการ · มีอยู่แล้ว 1 · ไม่รับ 1")).toBeVisible();
  await expect(result).toContainText(`test desk · หมายเลข ${device.deviceNumber}`);
  await expect(result).toContainText("คนอื่นทำขึ้น (1 ส่วน)");
  await expect(result).toContainText("คัดลอกมาไม่ครบ ขอไฟล์จากสาขาอีกครั้ง (1 ส่วน)");
  await expect(inbox.getByRole("row", { name: /test desk.*napa/ })).toContainText("รับแล้ว 2 รายการ");
  await checkInboxBothLanguages(inbox);

  const download = inbox.waitForEvent("download");
  await inbox.getByRole("button", { name: "บันทึกไฟล์คำตอบ" }).click();
  expect((await download).suggestedFilename()).toBe("desk-1-answer.yinyom");
  const [head = "", ...lines] = readFileSync(await (await download).path(), "utf8")
    .trim()
    .split("\n");
  expect(courierFileHead.parse(JSON.parse(head)).kind).toBe("from-head-office");
  const told = lines.map((line) => courierAnswer.parse(JSON.parse(line)));
  const answers = told.map(({ word }) => answerClaims.parse(readWord(word, key)).answers);
  expect(answers).toMatchObject([
    [{ answer: { verdicts: [{ verdict: "duplicate" }, { verdict: "accepted" }] } }],
    [{ answer: { verdicts: [{ verdict: "accepted" }, { verdict: "rejected" }] } }, null],
  ]);

  await field.setInputFiles(asFile(formCourierFile(bundles)));
  await expect(result.getByText("รับแล้ว 0 รายการ · มีอยู่แล้ว 3 · ไม่รับ 1")).toBeVisible();
  await expect(inbox.getByText("รับครบทั้งไฟล์แล้ว")).toBeVisible();
  await inbox.getByRole("link", { name: "บันทึกการทำงาน" }).click();
  await expect(inbox.getByText("รับไฟล์ฝากส่ง")).toHaveCount(2);
});

test("of a revoked PC the DPO sees what it handed over since, and that it has left @thorough", async ({
  inbox,
  office,
}) => {
  const device = await enrolTestDevice(office.address, await office.issueEnrolmentCode(testBranch));
  const key = await pullOfficeKey(device);
  await device.push([device.capture(decision)]);
  await revokeDevice(office.db, device.device, new Date());
  await signInAtInbox(inbox, "napa");
  await inbox.getByRole("link", { name: "เครื่องของสาขา" }).click();
  const row = inbox.getByRole("row", { name: /test desk/ });
  await expect(row).toContainText("ไม่ติดต่อมาอีกเลย");

  const bundle = await makeBundle(device, key, [push(device.capture(withdrawal))]);
  expect((await device.send(syncPaths.courier, bundle)).status).toBe(200);
  const told: LeaveRequest = { upTo: 2, captures: 0, pictures: 1 };
  expect((await device.send(syncPaths.leave, told)).status).toBe(200);
  await inbox.reload();
  await expect(row).toContainText("สั่งให้ทำลายกุญแจเมื่อ");
  await expect(row).toContainText("มาถึงหลังเพิกถอน 1 รายการ");
  await checkInboxBothLanguages(inbox);
  await row.getByRole("button", { name: "ถ้าเครื่องหาย" }).click();
  await inbox.getByRole("button", { name: "จัดทำรายงาน" }).click();
  const facts = inbox.getByRole("region", { name: "ตัวเครื่อง" });
  await expect(facts).toContainText("ยกเว้น 0 รายการและ 1 รูป");
  await expect(facts).toContainText("มาถึงหลังเพิกถอน1 รายการ ล่าสุด");
  await checkInboxBothLanguages(inbox);
});

test("who may only look sees what came, and takes nothing in @thorough", async ({ inbox }) => {
  await signInAtInbox(inbox, "krit");
  await inbox.getByRole("link", { name: "ไฟล์ฝากส่ง" }).click();
  await expect(inbox.getByText("ยังไม่มีไฟล์ฝากส่งมาถึง")).toBeVisible();
  await expect(inbox.getByRole("button", { name: "เลือกไฟล์" })).toHaveCount(0);
});
