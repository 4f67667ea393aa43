import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listPackage } from "@electron/asar";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { answer, ask, done, enterPerson, save, sayAloud } from "../support/consent-form.ts";
import { somying } from "../support/demo-people.ts";
import { signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import {
  hasOpened,
  type PackagedDesk,
  packageDesk,
  withStarted,
} from "../support/packaged-desk.ts";
import { listReceived } from "../support/received-captures.ts";
import { expectHeader } from "../support/sync-line.ts";

test.skip(process.platform !== "linux", "the package that is made here is for Linux");
test.describe.configure({ mode: "default" });

// How the program's own wire writes it: one character a fuse.
const disabled = "0".charCodeAt(0);
const enabled = "1".charCodeAt(0);

let packaged: PackagedDesk;
test.beforeAll(async () => {
  packaged = await packageDesk();
});
test.afterAll(() => packaged.remove());

test("the package holds what the desk runs on, and nothing else", () => {
  const files = listPackage(packaged.archive, { isPack: false }).filter((path) =>
    /[.][a-z0-9]+$|LICENSE$/.test(path),
  );
  const needed = [
    /^\/package[.]json$/,
    /^\/LICENSE$/,
    /^\/out\/main\/[a-z-]+[.]cjs$/,
    /^\/out\/preload\/index[.]cjs$/,
    /^\/out\/renderer\/index[.]html$/,
    /^\/out\/renderer\/assets\/[\w.-]+[.](js|css|woff2|wasm)$/,
    /^\/out\/renderer\/card-ocr\/[\w.-]+[.](js|wasm|gz)$/,
    /^\/node_modules\/better-sqlite3\/(package[.]json|LICENSE|lib\/[\w./-]+[.]js)$/,
    new RegExp(
      `^/node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}[.]node$`,
    ),
    // Of a development package only: what stands in for SQLite, and what puts it in.
    /^\/development-runtime\/(main[.]cjs|node_modules\/[\w.+@/-]+)$/,
  ];
  expect(files.filter((path) => !needed.some((pattern) => pattern.test(path)))).toEqual([]);
  expect(files.filter((path) => /[.]map$|[.](test|spec)[.]|fixture/.test(path))).toEqual([]);
  for (const path of [
    "/out/main/index.cjs",
    "/out/main/composition.cjs",
    "/out/preload/index.cjs",
    "/out/renderer/index.html",
  ]) {
    expect(files).toContain(path);
  }
});

test("its fuses are set as they have to be", async () => {
  const wire = await getCurrentFuseWire(packaged.program);
  expect(wire[FuseV1Options.RunAsNode]).toBe(disabled);
  expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(disabled);
  expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(disabled);
  expect(wire[FuseV1Options.EnableCookieEncryption]).toBe(enabled);
  expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(enabled);
  expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(enabled);
  // The wire of an older Electron, such as the development runtime, ends before it.
  const files = wire[FuseV1Options.GrantFileProtocolExtraPrivileges];
  expect([disabled, undefined]).toContain(files);
});

test("it runs as nothing but the desk, whatever it is started with or finds beside it", async () => {
  const scratch = mkdtempSync(join(tmpdir(), "yinyom-intruder-"));
  const mark = join(scratch, "mark");
  const intruder = join(scratch, "intruder.cjs");
  writeFileSync(intruder, `require("fs").appendFileSync(${JSON.stringify(mark)}, "ran")`);
  // Without the fuse Electron would take this folder before the archive.
  const beside = join(packaged.resources, "app");
  mkdirSync(beside);
  writeFileSync(join(beside, "package.json"), JSON.stringify({ main: intruder }));
  try {
    const env = { ELECTRON_RUN_AS_NODE: "1", NODE_OPTIONS: `--require=${intruder}` };
    const args = ["--inspect=0", "-r", intruder, "-e", `require(${JSON.stringify(intruder)})`];
    await withStarted(packaged.program, { args, env }, async (started) => {
      await expect.poll(() => hasOpened(started), { timeout: 30_000 }).toBe(true);
      expect(started.output()).not.toContain("Debugger listening");
    });
    expect(existsSync(mark)).toBe(false);
  } finally {
    rmSync(beside, { recursive: true });
    rmSync(scratch, { recursive: true });
  }
});

test("it ends at once where another program is to read its pages", async () => {
  for (const way of ["--remote-debugging-port=0", "--remote-debugging-pipe"]) {
    await withStarted(packaged.program, { args: [way] }, async (started) => {
      await expect.poll(() => started.child.exitCode, { timeout: 30_000 }).not.toBeNull();
      expect(started.output()).toContain("debugging-refused");
      expect(hasOpened(started)).toBe(false);
    });
  }
});

test("a consent that is taken in the packaged desk reaches head office", async ({
  shop,
  start,
}) => {
  const { app, page } = await start({
    program: packaged.driven,
    headOffice: shop.address,
    enrolmentCode: await shop.issueCode(),
  });
  await signIn(page, somying);
  const asked = await app.evaluate(async ({ app, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.webContents.openDevTools({ mode: "detach" });
    await new Promise((seen) => setTimeout(seen, 500));
    return {
      packaged: app.isPackaged,
      path: app.getAppPath(),
      tools: window?.webContents.isDevToolsOpened(),
    };
  });
  expect(asked).toMatchObject({ packaged: true, tools: false });
  expect(asked.path).toMatch(/app[.]asar$/);

  await ask(page);
  await enterPerson(page, "กานดา ทองดี");
  await answer(page, { "partner-sharing": "yes" });
  await sayAloud(page);
  await save(page);
  await done(page);
  await expectHeader(page, "sync.allThere");
  const [capture, ...more] = await listReceived(shop.db);
  expect(more).toEqual([]);
  expect(capture).toMatchObject({ sequence: 1, staff: "somying" });
});
