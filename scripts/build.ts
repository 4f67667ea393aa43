import { buildDesk } from "./desk-build.ts";
import { reportFailure } from "./failure.ts";

await buildDesk().catch(reportFailure);
