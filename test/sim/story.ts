import { createHash } from "node:crypto";
import { withdrawal } from "../../src/captures/marketing-consent/example-acts.ts";
import { makeClockOver, makeTrueTime } from "../support/desk-clock.ts";
import { deskTime } from "../support/desk-store.ts";
import { inventDecision, inventSubject } from "../support/invented-people.ts";
import { findBroken } from "./invariants.ts";
import { makeLedger } from "./ledger.ts";
import { makeChance } from "./seeded-chance.ts";
import { copyStore, openSimDesk, removeStore, type SimDesk } from "./sim-desk.ts";
import { clear, faults, openSimLine, type SimLine } from "./sim-line.ts";
import type { SimOffice } from "./sim-office.ts";

export type StoryEnd = {
  /** The same for the same seed: a hash over all that happened. */
  digest: string;
  /** What is wrong; empty in a sound system. */
  broken: string[];
  trace: string[];
};

type World = {
  office: SimOffice;
  /** Makes a store for one story, enrolled, at a path that begins with this. */
  makeStore(prefix: string): Promise<{ path: string; device: string }>;
  /** What a test may put between the desk and the line, to see that the ledger notices. */
  meddle?(line: SimLine): SimLine;
};

const minute = 60_000;
const year = 365 * 24 * 60 * minute;

/** One seeded story of desk and head office in a bad world, and what is wrong at its end. */
export async function runStory(world: World, seed: number, prefix: string): Promise<StoryEnd> {
  const { office } = world;
  const chance = makeChance(seed);
  const time = makeTrueTime(deskTime);
  const trace: string[] = [];
  const note = (text: string) => trace.push(text);
  office.follow(time);
  const { path, device } = await world.makeStore(prefix);
  const bugs: unknown[] = [];
  const bare = openSimLine(office, chance, note);
  const line = world.meddle?.(bare) ?? bare;
  const open = (name: string, from: string): SimDesk =>
    openSimDesk({
      name,
      path: from,
      clock: makeClockOver(time),
      line,
      chance,
      reportBug: (error) => {
        if ((error as { code?: string }).code !== "SQLITE_FULL") bugs.push(error);
      },
    });
  const desks = [open("a", path)];
  const ledger = makeLedger();
  const copy = `${prefix}-copy`;
  let copied: number | null = null;
  let backup: ReadonlySet<string> | null = null;
  let mayConflict = false;

  const save = (desk: SimDesk) => {
    const person = chance.below(4);
    const means = { how: "spoken", attestedBy: "somying" } as const;
    const drawn = chance.below(12);
    const payload =
      drawn === 0
        ? ({ act: "broken" } as const)
        : drawn < 4
          ? { ...withdrawal, subject: inventSubject(person), means }
          : inventDecision(person);
    const id = desk.save(payload);
    if (id !== null) ledger.note({ id, desk: desk.name, payload });
    note(`${desk.name} saves ${payload.act} ${id === null ? "not" : "well"}`);
  };

  /** What may happen, each as often as its weight. */
  const steps: readonly (readonly [number, string, (desk: SimDesk) => unknown])[] = [
    [12, "save", save],
    [6, "wake", (desk) => desk.clock.isIdle() && desk.clock.goToNextWake()],
    [2, "online", (desk) => desk.sync().wake("online")],
    [2, "manual", (desk) => desk.sync().wake("manual")],
    [2, "time", () => time.pass(chance.below(20) * minute)],
    [
      4,
      "weather",
      () => {
        const kinds = chance.once(2) ? faults : [chance.pick(faults)];
        line.setWeather({ bad: chance.below(10), faults: kinds });
      },
    ],
    [1, "late", () => line.deliverLate()],
    [2, "crash", (desk) => desk.crash()],
    [1, "disk", (desk) => desk.setDiskFull(chance.once(2))],
    [1, "jump", (desk) => desk.clock.jump((chance.below(9) - 4) * chance.pick([minute, year]))],
    [
      1,
      "office backup",
      async () => {
        backup = await office.backUp(device);
      },
    ],
    [
      1,
      "office put back",
      async () => {
        if (backup) await office.putBack(device, backup);
      },
    ],
  ];
  /** Only some stories have these: what they break is reported, and hides what else might be. */
  const rare: typeof steps = [
    [
      1,
      "copy",
      (desk) => {
        if (desk.name !== "a") return;
        removeStore(copy);
        copyStore(desk.path, copy);
        copied = ledger.count("a");
      },
    ],
    [
      1,
      "restore",
      async () => {
        const [first] = desks;
        if (copied === null || !first) return;
        mayConflict = true;
        ledger.forgive("a", copied);
        await first.restore(copy);
      },
    ],
    [
      1,
      "clone",
      () => {
        if (copied === null || desks.length > 1) return;
        mayConflict = true;
        copyStore(copy, `${copy}-b`);
        desks.push(open("b", `${copy}-b`));
      },
    ],
  ];
  const possible = (chance.once(6) ? [...steps, ...rare] : steps).flatMap(([weight, name, run]) =>
    Array.from({ length: weight }, () => ({ name, run })),
  );

  for (let step = 0; step < 12 + chance.below(24); step += 1) {
    const { name, run } = chance.pick(possible);
    const desk = chance.pick(desks);
    note(`${desk.name} ${name}`);
    await run(desk);
    // Some steps come while the one before is still in the air.
    if (!chance.once(4)) await desk.untilIdle();
  }

  for (const desk of desks) await desk.untilIdle();
  await line.deliverLate();
  line.setWeather(clear);
  for (const desk of desks) {
    desk.setDiskFull(false);
    // Longer than any silence that head office may ask for.
    desk.clock.pass(6 * minute);
    // The first learns what head office has lost, if anything, and brings it back in the same go.
    desk.sync().wake("manual");
    await desk.untilIdle();
    const { waiting, parked, trouble } = desk.sync().status();
    note(`${desk.name} ends: ${waiting} wait, ${parked} parked, ${trouble}`);
  }
  const broken = await findBroken({ office, device, desks, ledger, mayConflict });
  if (bugs.length > 0) broken.push(`a bug: ${String(bugs[0])}`);
  for (const desk of desks) await desk.close();
  removeStore(copy);
  removeStore(path);
  const digest = createHash("sha256").update(trace.join("\n")).digest("hex");
  return { digest, broken, trace };
}
