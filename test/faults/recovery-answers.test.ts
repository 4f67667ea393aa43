import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { formCheckNumber, type RecoverySecrets } from "../../src/contract/recovery.ts";
import { makeCopyKey } from "../../src/head-office/copies/copy-key.ts";
import type { HeadOffice } from "../../src/head-office/server.ts";
import { sha256 } from "../../src/head-office/sha256.ts";
import { keepRecoveryCopy, readRecoveryCopy } from "../../src/main/keys/recovery-copy.ts";
import { askForKeys, type RecoveryQuestion } from "../../src/main/keys/recovery-question.ts";
import { makeFolder } from "../support/desk-store.ts";
import { enrolTestDevice, type TestDevice } from "../support/device-client.ts";
import { startTestHeadOffice, testBranch } from "../support/head-office.ts";
import { type InboxClient, makeAccount, openInbox } from "../support/inbox-client.ts";

const passphrase = "a long enough passphrase";
const reason = "the PC was set up anew";
const unknownDevice = "019a0000-0000-7000-8000-00000000ffff";
const secrets: RecoverySecrets = {
  version: 1,
  storeKeys: ["ab".repeat(32)],
  deviceKey: Buffer.from("a device's key").toString("base64"),
};
const folder = makeFolder("recovery-api");

let office: HeadOffice;
let dpo: InboxClient;
let pc: TestDevice;
let device = "";
let keyFile = "";
let otherKeyFile = "";
let recoveryKey = { id: "", publicKey: "" };
let question: RecoveryQuestion;

/** What a PC asks that says it is this device. */
async function askAs(claimed: string, key = recoveryKey): Promise<RecoveryQuestion> {
  const path = join(folder.path, "copy.json");
  await keepRecoveryCopy(path, { device: claimed, recoveryKey: key }, secrets);
  const copy = readRecoveryCopy(path);
  if (copy === null) throw new Error("no copy was kept");
  return askForKeys(copy);
}

beforeAll(async () => {
  office = await startTestHeadOffice();
  await makeAccount(office.db, "napa", "dpo");
  await makeAccount(office.db, "krit", "viewer");
  dpo = openInbox(office.address);
  await dpo.signIn("napa");
  const { code } = await dpo.ask("devices.issueCode", { branch: testBranch });
  pc = await enrolTestDevice(office.address, code);
  device = pc.device;
  const [made, other] = [
    await makeCopyKey("recovery-2026", passphrase),
    await makeCopyKey("recovery-2027", passphrase),
  ];
  [keyFile, otherKeyFile] = [JSON.stringify(made), JSON.stringify(other)];
  recoveryKey = { id: made.id, publicKey: made.publicKey };
  question = await askAs(device);
});
afterAll(async () => {
  await office.close();
  folder.remove();
});

const answerWith = (request: string, file = keyFile) => ({
  request,
  reason,
  keyFile: file,
  passphrase,
});

it("publishes the public half, and a desk's next pull has it", async () => {
  await dpo.ask("recoveryKey.save", recoveryKey);
  expect((await dpo.ask("reference.read", {})).recoveryKey).toEqual(recoveryKey);
  const { changes } = await pc.pull(0);
  expect(changes.find(({ topic }) => topic === "recovery-key")?.value).toEqual(recoveryKey);
});

it("says which PC asks, by the number that the PC shows", async () => {
  const { request, checkNumber } = question;
  expect(
    await dpo.ask("recovery.read", { request: `${request.slice(0, 50)}\n${request.slice(50)}` }),
  ).toMatchObject({
    device,
    branch: testBranch,
    revokedAt: null,
    key: "recovery-2026",
    checkNumber,
  });
  expect(checkNumber).toBe(formCheckNumber(sha256(request)));
});

it("answers so that the PC that asked has its keys, and writes down who and why, not what", async () => {
  const { answer } = await dpo.ask("recovery.answer", answerWith(question.request));
  expect(await question.open(answer)).toEqual(secrets);
  expect(await (await askAs(device)).open(answer)).toBeNull();
  const { actions } = await dpo.ask("actions.list", { before: null });
  const line = actions.find(({ action }) => action === "recovery-answered");
  expect(line).toMatchObject({ by: "napa (invented)", about: { device, reason } });
  expect(JSON.stringify(line)).not.toContain(secrets.storeKeys[0]);
});

it("keeps neither key nor passphrase nor answer", async () => {
  const { answer } = await dpo.ask("recovery.answer", answerWith(question.request));
  const rows = await office.db.selectFrom("office_action").selectAll().execute();
  for (const secret of [answer, passphrase, secrets.deviceKey]) {
    expect(JSON.stringify(rows)).not.toContain(secret);
  }
});

it("refuses what is no request, another's, another key, and a viewer", async () => {
  const { request } = question;
  for (const broken of [
    "",
    "hello",
    request.slice(0, -9),
    Buffer.from("{}").toString("base64url"),
  ]) {
    expect(await dpo.refused("recovery.read", { request: broken })).toBe("recovery-unreadable");
  }
  const stranger = (await askAs(unknownDevice)).request;
  expect(await dpo.refused("recovery.read", { request: stranger })).toBe("recovery-unknown");
  expect(await dpo.refused("recovery.answer", answerWith(stranger))).toBe("recovery-unknown");
  expect(await dpo.refused("recovery.answer", answerWith(request, otherKeyFile))).toBe(
    "other-recovery-key",
  );
  const wrong = { ...answerWith(request), passphrase: "another long passphrase" };
  expect(await dpo.refused("recovery.answer", wrong)).toBe("copy-key-shut");
  // Sealed for one PC and sent as another's.
  const asked = JSON.parse(Buffer.from(stranger, "base64url").toString());
  asked.copy.device = device;
  const passedOff = Buffer.from(JSON.stringify(asked)).toString("base64url");
  expect(await dpo.refused("recovery.answer", answerWith(passedOff))).toBe(
    "recovery-not-authentic",
  );
  const viewer = openInbox(office.address);
  await viewer.signIn("krit");
  expect(await viewer.refused("recovery.answer", answerWith(request))).toBe("not-your-role");
});

it("gives a PC that is revoked nothing, and says that it is", async () => {
  await dpo.ask("devices.revoke", { id: device });
  const { request } = question;
  expect((await dpo.ask("recovery.read", { request })).revokedAt).not.toBeNull();
  expect(await dpo.refused("recovery.answer", answerWith(request))).toBe("recovery-revoked");
});
