import { openKeptDesk, protectFor } from "../support/kept-keys.ts";

/**
 * Run as a process of its own: `node renewing-step.ts FOLDER`. Puts new keys in the place of the store's, one
 * after the other, until it is killed; says when it has begun.
 */
const [folder = ""] = process.argv.slice(2);
const { store, keys } = await openKeptDesk(folder, protectFor("malee"));
process.stdout.write("begun\n");
for (;;) {
  await keys.renew("somying");
  if (store.captures.count() === 0) throw new Error("an empty store");
}
