import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditAnswer } from "../../src/contract/audit.ts";
import type { Envelope } from "../../src/contract/envelope.ts";
import {
  type EnrolAnswer,
  protocolHeader,
  pullAnswer,
  pushAnswer,
  syncPaths,
} from "../../src/contract/sync.ts";
import type { HeadOffice } from "../../src/head-office/server.ts";
import { askEnrolment, makeKey, openTestDevice } from "../support/device-client.ts";
import { startTestHeadOffice, testBranch } from "../support/head-office.ts";
import { openSyncedDesk } from "../support/synced-desk.ts";

/** One exchange between a desk and a head office of an earlier version, as it was recorded. */
type Said = { path: string; asked: Record<string, unknown>; status: number; answered: unknown };

const folder = fileURLToPath(new URL("../fixtures/versions/", import.meta.url));
const versions = readdirSync(folder).filter((name) => name.endsWith(".json"));

let headOffice: HeadOffice;
beforeAll(async () => {
  headOffice = await startTestHeadOffice();
});
afterAll(() => headOffice.close());

describe.each(versions)("the version of %s", (name) => {
  const said: Said[] = JSON.parse(readFileSync(`${folder}${name}`, "utf8"));
  const at = (path: string) => said.find((one) => one.path === path);
  const enrolled = at(syncPaths.enrol)?.answered as EnrolAnswer;
  const push = at(syncPaths.push);
  const items = push?.asked.items as Envelope[];

  it("is heard by this head office: its desk enrols, fetches, and hands over what it has", async () => {
    const code = await headOffice.issueEnrolmentCode(testBranch);
    expect(
      await askEnrolment(headOffice.address, { ...at(syncPaths.enrol)?.asked, code }),
    ).toMatchObject({ status: 200 });
    // Its captures name the device that it was at its own head office. It signs with a key of the test's.
    const pair = makeKey();
    const { device: id, branch } = enrolled;
    const row = {
      id,
      branch,
      name: "an earlier desk",
      public_key: pair.publicKey,
      revoked_at: null,
    };
    const never = { enrolled_at: new Date(), last_seen_at: null, protocol: null };
    await headOffice.db
      .insertInto("device")
      .values({ ...row, ...never })
      .execute();
    const device = openTestDevice(headOffice.address, enrolled, pair);
    for (const { path, asked } of said) {
      if (path === syncPaths.enrol) continue;
      const answer = await device.sendPacked(path, gzipSync(JSON.stringify(asked)));
      expect(answer, path).toMatchObject({ status: 200 });
      if (path !== syncPaths.push) continue;
      expect(pushAnswer.parse(answer.body).verdicts).toEqual(
        items.map(({ id, contentHash }) => ({ id, contentHash, verdict: "accepted" })),
      );
    }
    const rows = await headOffice.db
      .selectFrom("capture")
      .select(["id", "hash"])
      .where("device", "=", id)
      .execute();
    expect(new Map(rows.map((one) => [one.id, one.hash]))).toEqual(
      new Map(items.map((one) => [one.id, one.hash])),
    );
  });

  it("is understood by this desk: what its head office answers makes a desk that works", async () => {
    const asked: string[] = [];
    const desk = openSyncedDesk({
      start: Date.parse(enrolled.serverTime),
      async fetch(input) {
        const { pathname } = new URL(String(input));
        asked.push(pathname);
        const answer = at(pathname);
        return new Response(
          JSON.stringify(
            answer?.answered ?? { error: "not-found", serverTime: enrolled.serverTime },
          ),
          {
            status: answer?.status ?? 404,
            headers: { [protocolHeader]: "1", "content-type": "application/json" },
          },
        );
      },
    });
    expect(await desk.sync.enrol("https://consent.example", "1234-5678-9012")).toMatchObject({
      ok: true,
    });
    expect(desk.store.received.readReference()).not.toBeNull();
    expect(desk.store.received.listUnread()).toEqual([]);
    expect(desk.reports).toEqual([]);
    // A route that it does not have yet holds nothing back, and the desk says what is the matter.
    const isKnown = at(syncPaths.audit) !== undefined;
    desk.sync.wake("manual");
    await desk.untilIdle();
    expect(asked).toContain(syncPaths.audit);
    if (!isKnown) expect(desk.sync.status().trouble).toBe("update-needed");
    // Verdicts on other captures than its own settle nothing.
    const id = desk.save({ act: "broken" });
    desk.sync.wake("manual");
    await desk.untilIdle();
    expect(desk.store.outbox.list()).toMatchObject([{ id, state: "waiting" }]);
    await desk.close();
  });

  it("is read word for word", () => {
    expect(pullAnswer.parse(at(syncPaths.pull)?.answered)).toEqual(at(syncPaths.pull)?.answered);
    expect(pushAnswer.parse(push?.answered)).toEqual(push?.answered);
    const audit = at(syncPaths.audit)?.answered;
    if (audit !== undefined) expect(auditAnswer.parse(audit)).toEqual(audit);
  });
});
