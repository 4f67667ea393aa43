import { inboxPaths } from "../contract/inbox-api.ts";
import { runAccountCommand } from "./account-command.ts";
import { type HeadOfficeConfig, readConfig } from "./config.ts";
import { DirectoryInUse } from "./db/database.ts";
import { type HeadOffice, startHeadOffice } from "./server.ts";

const reading = readConfig(process.env);
const [command, ...words] = process.argv.slice(2);
if (reading.ok && command === "account") await manageAccounts(reading.config, words);
else if (reading.ok) await run(reading.config);
else {
  console.error(`Head office cannot start:\n  ${reading.faults.join("\n  ")}`);
  process.exitCode = 2;
}

async function manageAccounts(config: HeadOfficeConfig, words: string[]): Promise<void> {
  try {
    console.log(await runAccountCommand(config.database, words, new Date()));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    if (error instanceof DirectoryInUse) {
      console.error("Stop it first, or manage accounts in its inbox.");
    }
    process.exitCode = 1;
  }
  if (process.connected) process.disconnect();
}

async function run(config: HeadOfficeConfig): Promise<void> {
  let headOffice: HeadOffice;
  try {
    headOffice = await startHeadOffice(config);
  } catch (error) {
    console.error(`Head office cannot start: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
    if (process.connected) process.disconnect();
    return;
  }
  endWithItsStarter(headOffice);
  await tellReady(config, headOffice);
}

/** Ends on the usual signals, and with the process that started it, however that ended. */
function endWithItsStarter(headOffice: HeadOffice): void {
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    try {
      await headOffice.close();
    } catch (error) {
      console.error(`Head office did not close well: ${error instanceof Error ? error.name : "?"}`);
      process.exitCode = 1;
    }
    if (process.connected) process.disconnect();
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
  process.on("disconnect", end);
}

async function tellReady(config: HeadOfficeConfig, headOffice: HeadOffice): Promise<void> {
  const { address, demo } = headOffice;
  const enrolmentCode = demo ? await headOffice.issueEnrolmentCode(demo.branch) : null;
  const people = (demo?.people ?? []).map((person) => ({
    name: person.name.th,
    nameEn: person.name.en,
    role: person.roles[0],
    pin: person.pin,
  }));
  const place =
    config.database.kind === "directory" ? config.database.path : "the PostgreSQL server";
  console.log(`Head office answers at ${address}; its data is in ${place}`);
  if (enrolmentCode) console.log(`Enrolment code for one PC: ${enrolmentCode}`);
  for (const { name, nameEn, role, pin } of people) {
    console.log(`  ${name} (${nameEn}), ${role}: PIN ${pin}`);
  }
  const accounts = demo?.accounts ?? [];
  console.log(`Inbox: ${address}${inboxPaths.pages}`);
  for (const { signIn, role, password } of accounts) {
    console.log(`  ${signIn}, ${role}: password ${password}`);
  }
  process.send?.({ type: "ready", address, enrolmentCode, people, accounts });
}
