import { createInterface } from "node:readline";
import { readModule } from "./side.ts";

/**
 * Run as a process of its own, since it reads another version: `node office.ts ROOT [FOLDER]`. The head office of the
 * version in ROOT, in memory or in a folder. Prints its address, then answers each line of input with one of JSON:
 * `code` with a code for a new PC, `captures` with what it has. It ends with its input.
 */
const [root = "", directory = ""] = process.argv.slice(2);
const { startTestHeadOffice, testBranch } = await readModule<
  typeof import("../support/head-office.ts")
>(root, "test/support/head-office.ts");
const headOffice = await startTestHeadOffice(directory === "" ? {} : { directory });
console.log(JSON.stringify(headOffice.address));
for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await answer(line)));
}
await headOffice.close();

async function answer(line: string): Promise<unknown> {
  if (line === "code") return headOffice.issueEnrolmentCode(testBranch);
  return headOffice.db.selectFrom("capture").select(["id", "kind", "hash", "payload"]).execute();
}
