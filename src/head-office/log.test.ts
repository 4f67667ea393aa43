import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { enrolTestDevice } from "../../test/support/device-client.ts";
import { startTestHeadOffice, testBranch } from "../../test/support/head-office.ts";
import { decision } from "../captures/marketing-consent/example-acts.ts";
import { syncPaths } from "../contract/sync.ts";
import { openLog, readErrorFacts } from "./log.ts";

function collect() {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { lines, destination };
}

test("only the fields of the list get out", () => {
  const { lines, destination } = collect();
  const log = openLog("info", destination);
  const secret = "สมหญิง +66812345678";
  log.info(
    { status: 200, payload: secret, body: { name: secret }, req: { url: secret } },
    "answered",
  );
  log.error(new Error(secret));
  log.error({ err: new Error(secret) });
  log.error({ error: readErrorFacts(new Error(secret)) }, "failed");
  expect(lines).toHaveLength(4);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ status: 200, msg: "answered" });
  for (const line of lines.slice(1)) {
    expect(JSON.parse(line)).toMatchObject({ error: { name: "Error", code: null } });
  }
  expect(lines.join()).not.toContain("812345678");
});

test("whatever a request brings, the log says how it went and nothing of what it was", async () => {
  const { lines, destination } = collect();
  const headOffice = await startTestHeadOffice({ log: openLog("debug", destination) });
  const code = await headOffice.issueEnrolmentCode(testBranch);
  const device = await enrolTestDevice(headOffice.address, code);
  const bad = { ...decision, collectionPoint: "Secret Street" };
  await device.push([device.capture(decision), device.capture(bad)]);
  await device.send(syncPaths.push, "Secret Body", {});
  await device.send(syncPaths.push, { items: [1] }, { signature: "secret.signature.x" });
  await fetch(`${headOffice.address}/somewhere/secret?name=secret`);
  // A failure inside: the error itself quotes what it was given.
  await headOffice.db.schema.dropTable("refusal").execute();
  await device.send(syncPaths.push, { items: [device.capture(bad)] });
  await headOffice.close();

  const said = lines.join("");
  for (const secret of [/secret/i, code, decision.subject.name ?? "-", "+668", device.publicKey]) {
    expect(said).not.toMatch(secret);
  }
  const answered = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === "answered");
  expect(answered.map(({ route, status }) => `${route} ${status}`)).toEqual([
    "/v1/enrol 200",
    "/v1/push 200",
    "/v1/push 400",
    "/v1/push 401",
    "none 404",
    "/v1/push 500",
  ]);
  expect(answered[1]).toMatchObject({
    method: "POST",
    device: device.device,
    items: 2,
    accepted: 1,
    rejected: 1,
  });
});
