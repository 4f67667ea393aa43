import { existsSync } from "node:fs";
import { join } from "node:path";
import { openStore } from "../../src/main/store/open-store.ts";
import { makeFolder } from "../support/desk-store.ts";
import { readReference } from "../support/head-office.ts";
import { copyStore, storeKey } from "./sim-desk.ts";
import type { SimLine } from "./sim-line.ts";
import { openSimOffice } from "./sim-office.ts";
import { runStory, type StoryEnd } from "./story.ts";

export type SimWorld = {
  run(seed: number, meddle?: (line: SimLine) => SimLine): Promise<StoryEnd>;
  close(): Promise<void>;
};

/** Head office and the first store are made once for all stories: a migration takes longer than a story. */
export async function openSimWorld(): Promise<SimWorld> {
  const office = await openSimOffice();
  // A disk in memory where there is one: that a commit is synced is shown elsewhere.
  if (existsSync("/dev/shm")) process.env.TMPDIR = "/dev/shm";
  const folder = makeFolder("sim");
  const template = join(folder.path, "template.db");
  const publications = await readReference();
  const made = openStore({ path: template, key: storeKey, allowPlaintext: false, now: Date.now });
  if (!made.ok) throw new Error(`no store can be made: ${made.failure.code}`);
  made.value.received.applyChanges(publications, publications.length);
  made.value.close();
  let stories = 0;

  return {
    run(seed, meddle) {
      stories += 1;
      const prefix = join(folder.path, `desk-${stories}`);
      return runStory({ office, makeStore, ...(meddle ? { meddle } : {}) }, seed, prefix);
    },
    async close() {
      await office.close();
      folder.remove();
    },
  };

  async function makeStore(path: string): Promise<{ path: string; device: string }> {
    copyStore(template, path);
    const opened = openStore({ path, key: storeKey, allowPlaintext: false, now: Date.now });
    if (!opened.ok) throw new Error(`the copy does not open: ${opened.failure.code}`);
    const enrolment = await office.enrol();
    opened.value.device.saveEnrolment(enrolment);
    opened.value.close();
    return { path, device: enrolment.device };
  }
}
