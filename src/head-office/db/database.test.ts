import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { enrolTestDevice } from "../../../test/support/device-client.ts";
import { startTestHeadOffice, testBranch } from "../../../test/support/head-office.ts";
import {
  findPostgres,
  type PostgresServer,
  startPostgres,
} from "../../../test/support/postgres-server.ts";
import { decision } from "../../captures/marketing-consent/example-acts.ts";
import { readDeviceChain } from "../device-chain.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

// The whole suite runs on PostgreSQL with YINYOM_TEST_DATABASE_URL; this much runs wherever one is installed.
describe.skipIf(findPostgres() === null)("head office on PostgreSQL", () => {
  let server: PostgresServer | null = null;
  beforeAll(async () => {
    server = await startPostgres();
    vi.stubEnv("YINYOM_TEST_DATABASE_URL", server?.url);
  });
  afterAll(async () => server?.close());

  test("it does what it does on PGlite, for several desks at once", async () => {
    const headOffice = await startTestHeadOffice();
    const desks = await Promise.all(
      Array.from({ length: 4 }, async () =>
        enrolTestDevice(headOffice.address, await headOffice.issueEnrolmentCode(testBranch)),
      ),
    );
    await Promise.all(
      desks.map(async (desk) => {
        const items = Array.from({ length: 30 }, () => desk.capture(decision));
        const pushes = [items.slice(20), items.slice(0, 20), items];
        const verdicts = (await Promise.all(pushes.map((push) => desk.push(push)))).flat();
        const count = (verdict: string) =>
          verdicts.filter((said) => said.verdict === verdict).length;
        expect([count("accepted"), count("duplicate")]).toEqual([30, 30]);
        expect(await readDeviceChain(headOffice.db, desk.device)).toMatchObject({
          accepted: 30,
          highest: 30,
          gaps: [],
          broken: [],
        });
      }),
    );
    const page = await desks[0]?.pull(0);
    expect(page).toMatchObject({ more: false, cursor: page?.changes.length });
    const stored = await headOffice.db.selectFrom("capture").select("sequence").limit(1).execute();
    expect(typeof stored[0]?.sequence).toBe("number");
    await headOffice.close();
  });
});
