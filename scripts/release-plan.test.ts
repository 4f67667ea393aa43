import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./dependencies.mjs";
import { planRelease, type ReleaseSources, readNotes } from "./release-plan.ts";

const whole: ReleaseSources = {
  version: "1.2.0",
  changelog: "# Changes\n\n## 1.2.0 (2026-11-26)\n\n- Something new.\n\n## 1.1.0\n\n- Old.\n",
  platform: "win32",
  env: {
    YINYOM_PUBLISHER: "Example Shops Co., Ltd.",
    YINYOM_UPDATE_URL: "https://updates.example.com/yinyom/",
  },
};

describe("a release", () => {
  it("names publisher, address and notes, and is signed", () => {
    const plan = planRelease(whole);
    expect(plan.problems).toEqual([]);
    expect("arguments" in plan && plan.arguments).toEqual(
      expect.arrayContaining([
        "-c.win.signtoolOptions.publisherName=Example Shops Co., Ltd.",
        "-c.publish.url=https://updates.example.com/yinyom/",
        "-c.releaseInfo.releaseNotes=- Something new.",
        "-c.forceCodeSigning=true",
      ]),
    );
  });

  it.each([
    [
      "no publisher",
      { ...whole, env: { ...whole.env, YINYOM_PUBLISHER: " " } },
      "YINYOM_PUBLISHER",
    ],
    [
      "no address",
      { ...whole, env: { ...whole.env, YINYOM_UPDATE_URL: undefined } },
      "YINYOM_UPDATE_URL",
    ],
    [
      "a plain address",
      { ...whole, env: { ...whole.env, YINYOM_UPDATE_URL: "http://updates.example.com" } },
      "YINYOM_UPDATE_URL",
    ],
    [
      "a password in it",
      { ...whole, env: { ...whole.env, YINYOM_UPDATE_URL: "https://a:b@updates.example.com" } },
      "YINYOM_UPDATE_URL",
    ],
    ["no notes of this version", { ...whole, version: "1.3.0" }, "## 1.3.0"],
    ["an empty note", { ...whole, changelog: "## 1.2.0\n\n## 1.1.0\n- Old." }, "## 1.2.0"],
    ["no list of changes", { ...whole, changelog: null }, "## 1.2.0"],
  ])("fails with %s", (_, sources, said) => {
    const { problems } = planRelease(sources);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(said);
  });

  it("fails on a Mac without Apple's keys", () => {
    expect(planRelease({ ...whole, platform: "darwin" }).problems).toHaveLength(3);
  });

  it("says all that is missing, and builds nothing", () => {
    const { YINYOM_PUBLISHER, YINYOM_UPDATE_URL, ...env } = process.env;
    const done = spawnSync(process.execPath, [join(root, "scripts", "release.ts")], {
      env,
      encoding: "utf8",
    });
    expect(done.status).not.toBe(0);
    const said = done.stdout + done.stderr;
    expect(said).toContain("YINYOM_PUBLISHER");
    expect(said).toContain("YINYOM_UPDATE_URL");
    expect(said).not.toContain("Building");
  });

  it("has notes for the version that this is", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(readNotes(readFileSync(join(root, "CHANGELOG.md"), "utf8"), version)).not.toBe("");
  });
});
