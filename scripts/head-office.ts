import { reportFailure } from "./failure.ts";
import { buildInbox } from "./inbox-build.ts";

// The account command needs no pages.
const needsPages = process.argv[2] !== "account";
const built = needsPages ? await buildInbox().then(() => true, reportFailure) : true;
if (built === true) await import("../src/head-office/index.ts");
else process.disconnect?.();
