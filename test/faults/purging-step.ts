import { makeCaptures } from "../../src/main/store/captures.ts";
import { killBeforeStatement } from "./traced-connection.ts";

/**
 * Run as a process of its own: `node purging-step.ts STORE KEY N SEQUENCES`. Purges these captures (numbers with
 * commas between) and kills itself before the N-th statement (from 1); where there are fewer, it ends well.
 */
const [path = "", key = "", nth = "", sequences = ""] = process.argv.slice(2);
killBeforeStatement({ path, key, nth: Number(nth) }, makeCaptures, (captures) =>
  captures.purge(sequences.split(",").map(Number)),
);
