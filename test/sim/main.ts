import { parseArgs } from "node:util";
import { openSimWorld } from "./sim-world.ts";

/** `npm run test:sim -- --seed N --runs N`: stories from seed N on. One that fails is told with its seed and trace. */
const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    runs: { type: "string", default: "2000" },
    trace: { type: "boolean", default: false },
  },
});
const first = Number(values.seed);
const runs = Number(values.runs);
const world = await openSimWorld();
const began = performance.now();
let failed = 0;
for (let seed = first; seed < first + runs; seed += 1) {
  const { broken, trace, digest } = await world.run(seed);
  if (values.trace) console.log(trace.join("\n"));
  if (broken.length > 0) {
    failed += 1;
    console.error(`seed ${seed}: ${broken.join("; ")}`);
    console.error(`  again, step by step: npm run test:sim -- --seed ${seed} --runs 1 --trace`);
  }
  if (values.trace) console.log(`digest ${digest}`);
}
await world.close();
const seconds = (performance.now() - began) / 1000;
console.log(`${runs - failed} of ${runs} stories ended well, in ${seconds.toFixed(1)} s`);
process.exitCode = failed === 0 ? 0 : 1;
