import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./dependencies.mjs";
import { buildDesk, forgetBuild } from "./desk-build.ts";
import { reportFailure } from "./failure.ts";
import { runQuietly } from "./progress.mjs";
import { planRelease } from "./release-plan.ts";

const changelog = join(root, "CHANGELOG.md");

await release().catch(reportFailure);
process.disconnect?.();

/** The installers of this platform, signed, and the files that say that there is an update. */
async function release(): Promise<void> {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    version: string;
  };
  const plan = planRelease({
    version: manifest.version,
    changelog: existsSync(changelog) ? readFileSync(changelog, "utf8") : null,
    platform: process.platform,
    env: process.env,
  });
  if (!("arguments" in plan)) {
    throw new Error(["This is no release:", ...plan.problems.map((one) => `- ${one}`)].join("\n"));
  }
  forgetBuild();
  await buildDesk();
  const problem = await runQuietly(
    `Making the installers of ${manifest.version}`,
    process.execPath,
    [join(root, "node_modules", "electron-builder", "cli.js"), ...plan.arguments],
    { cwd: root },
  );
  if (problem !== undefined) throw new Error(`${problem}\n\nThe release could not be made.`);
  console.log("The installers are in dist/. Before anyone can fetch them: docs/release.md.");
}
