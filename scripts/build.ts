import { buildDesk } from "./desk-build.ts";
import { reportFailure } from "./failure.ts";
import { buildInbox } from "./inbox-build.ts";

await buildDesk().then(buildInbox).catch(reportFailure);
