import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./dependencies.mjs";

const { status } = spawnSync(
  process.execPath,
  [join(root, "test", "sim", "main.ts"), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: "inherit",
    // One thread takes such work in the order in which it came: a seed is the same story every time.
    env: { ...process.env, UV_THREADPOOL_SIZE: "1" },
  },
);
process.exitCode = status ?? 1;
process.disconnect?.();
