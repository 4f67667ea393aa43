import { migrate } from "../../src/main/store/migrate.ts";
import { migrations } from "../../src/main/store/migrations/migrations.ts";
import { killBeforeStatement } from "./traced-connection.ts";

/**
 * Run as a process of its own: `node migrating-step.ts STORE KEY N`. Brings the store to the newest version and
 * kills itself before the N-th statement (from 1); where there are fewer, it ends well.
 */
const [path = "", key = "", nth = ""] = process.argv.slice(2);
killBeforeStatement(
  { path, key, nth: Number(nth) },
  (connection) => connection,
  (connection) => migrate(connection, path, migrations),
);
