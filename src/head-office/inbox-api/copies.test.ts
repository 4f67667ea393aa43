import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sendCopiedRefund } from "../../../test/support/copy-device.ts";
import { enrolTestDevice, type TestDevice } from "../../../test/support/device-client.ts";
import { startTestHeadOffice, testBranch } from "../../../test/support/head-office.ts";
import { type InboxClient, makeAccount, openInbox } from "../../../test/support/inbox-client.ts";
import { drawJpeg } from "../../../test/support/plain-jpeg.ts";
import { copiedRefund } from "../../captures/id-copy/example-acts.ts";
import { makeCopyKey } from "../copies/copy-key.ts";
import type { HeadOffice } from "../server.ts";

const reason = "ลูกค้าโต้แย้งยอดเงิน";
const passphrase = "demo passphrase only";
const picture = drawJpeg(1);
let headOffice: HeadOffice;
let dpo: InboxClient;
let viewer: InboxClient;
let device: TestDevice;
let keyFile: string;
let here: string;
let coming: string;

beforeAll(async () => {
  headOffice = await startTestHeadOffice();
  await makeAccount(headOffice.db, "napa", "dpo");
  await makeAccount(headOffice.db, "krit", "viewer");
  dpo = openInbox(headOffice.address);
  viewer = openInbox(headOffice.address);
  await dpo.signIn("napa");
  await viewer.signIn("krit");
  const code = await headOffice.issueEnrolmentCode(testBranch);
  device = await enrolTestDevice(headOffice.address, code);
  here = await sendCopiedRefund(device, 1, picture);
  coming = await sendCopiedRefund(device, 2, drawJpeg(2), false);
  const demo = new URL("../../../resources/demo/copy-key.json", import.meta.url);
  keyFile = await readFile(demo, "utf8");
});
afterAll(() => headOffice.close());

const readLines = async () => (await viewer.ask("copies.log", { before: null })).lines;

test("lists what is kept and why, and names nobody", async () => {
  const { copies } = await viewer.ask("copies.list", {});
  expect(copies).toMatchObject([
    { capture: here, sale: copiedRefund.sale, why: "refund-open", dueOn: null },
    { capture: coming, arrivedAt: null },
  ]);
  expect(copies[0]?.arrivedAt).not.toBeNull();
  expect(copies[0]?.reason?.en).toBeTruthy();
  expect(JSON.stringify(copies)).not.toContain(copiedRefund.subject.name);
});

test("opens one for the DPO with key and reason, and writes it down", async () => {
  const opened = await dpo.ask("copies.open", { capture: here, reason, keyFile, passphrase });
  expect(opened.type).toBe("image/jpeg");
  expect(Buffer.from(opened.picture, "base64").equals(picture)).toBe(true);
  expect(await readLines()).toMatchObject([{ action: "open", who: "napa", reason }]);
});

test("opens nothing for a viewer, without a reason, or with another key", async () => {
  const asked = { capture: here, reason, keyFile, passphrase };
  const before = await readLines();
  expect(await viewer.refused("copies.open", asked)).toBe("not-your-role");
  expect(await dpo.refused("copies.open", { ...asked, reason: " ok " })).toBe("malformed");
  expect(await dpo.refused("copies.open", { ...asked, keyFile: "{}" })).toBe("copy-key-shut");
  expect(await dpo.refused("copies.open", { ...asked, keyFile: "no JSON" })).toBe("copy-key-shut");
  const heavy = keyFile.replace(/"N": ?131072/, '"N":1073741824');
  expect(heavy).not.toBe(keyFile);
  expect(await dpo.refused("copies.open", { ...asked, keyFile: heavy })).toBe("copy-key-shut");
  const wrong = await dpo.refused("copies.open", { ...asked, passphrase: "not this one, no" });
  expect(wrong).toBe("copy-key-shut");
  const other = { ...asked, keyFile: JSON.stringify(await makeCopyKey("k-1999", passphrase)) };
  expect(await dpo.refused("copies.open", other)).toBe("other-copy-key");
  expect(await dpo.refused("copies.open", { ...asked, capture: coming })).toBe("not-found");
  expect(await readLines()).toEqual(before);
});

test("shows nothing that is not what the desk sealed, and writes that down too", async () => {
  const { db } = headOffice;
  const bad = await sendCopiedRefund(device, 3, drawJpeg(3));
  const { sealed } = await db
    .selectFrom("attachment")
    .select("sealed")
    .where("capture", "=", here)
    .executeTakeFirstOrThrow();
  await db.updateTable("attachment").set({ sealed }).where("capture", "=", bad).execute();
  const asked = { capture: bad, reason, keyFile, passphrase };
  expect(await dpo.refused("copies.open", asked)).toBe("copy-not-authentic");
  const log = await viewer.ask("copies.log", { before: null });
  expect(log).toMatchObject({ whole: true, more: false });
  expect(log.lines.map(({ action }) => action)).toEqual(["open-failed", "open"]);
  const entry = log.lines[0]?.entry ?? 0;
  const older = await viewer.ask("copies.log", { before: entry });
  expect(older.lines.map(({ action }) => action)).toEqual(["open"]);
});
