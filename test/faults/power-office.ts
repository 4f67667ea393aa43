import { writeSync } from "node:fs";
import { sql } from "kysely";
import { enrolTestDevice } from "../support/device-client.ts";
import { startTestHeadOffice, testBranch } from "../support/head-office.ts";
import { inventDecision } from "../support/invented-people.ts";

/**
 * Run as a process of its own: `node power-office.ts FOLDER PUSHES`. A head office on this folder, and a device that
 * pushes to it so many times, three captures each. It writes `answered ID HASH` to standard output for each that head
 * office answered, after it has, never before.
 */
const [folder = "", pushes = ""] = process.argv.slice(2);
const headOffice = await startTestHeadOffice({ directory: folder });
const code = await headOffice.issueEnrolmentCode(testBranch);
const device = await enrolTestDevice(headOffice.address, code);
for (let push = 0; push < Number(pushes); push += 1) {
  const items = [0, 1, 2].map((place) => device.capture(inventDecision(push * 3 + place)));
  const verdicts = await device.push(items);
  for (const [place, { id, hash }] of items.entries()) {
    if (verdicts[place]?.verdict !== "accepted") throw new Error(JSON.stringify(verdicts));
    writeSync(1, `answered ${id} ${hash}\n`);
  }
  // As PostgreSQL does by itself every few minutes.
  if (push % 8 === 7) await sql`CHECKPOINT`.execute(headOffice.db);
}
await headOffice.close();
