import { procedures } from "../../src/contract/ipc.ts";
import { procedureNames } from "../../src/contract/procedures.ts";
import { anan } from "../support/demo-people.ts";
import { signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";

// Electron's list of security recommendations, asked of the running app one by one. Fuses, and what only a
// packaged app refuses, are asked of the packaged app: see packaged.spec.ts.

test("each window's page is sandboxed, isolated, without Node.js, and with the web's own rules on", async ({
  desk,
}) => {
  const preferences = await desk.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Electron knows this method and leaves it out of its types.
      const asked = contents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return asked.getLastWebPreferences();
    }),
  );
  expect(preferences.length).toBeGreaterThan(0);
  for (const one of preferences) {
    expect(one.sandbox).toBe(true);
    expect(one.contextIsolation).toBe(true);
    expect(one.nodeIntegration).toBe(false);
    expect(one.nodeIntegrationInWorker ?? false).toBe(false);
    expect(one.nodeIntegrationInSubFrames ?? false).toBe(false);
    expect(one.webSecurity).toBe(true);
    expect(one.allowRunningInsecureContent ?? false).toBe(false);
    expect(one.experimentalFeatures ?? false).toBe(false);
    expect(one.enableBlinkFeatures ?? "").toBe("");
    expect(one.webviewTag ?? false).toBe(false);
  }
  const reach = await desk.page.evaluate<unknown>(`({
    node: ["require", "process", "module", "Buffer", "global"].filter((name) => name in window),
    bridge: Object.keys(window.yinyom).sort(),
  })`);
  expect(reach).toEqual({ node: [], bridge: ["invoke", "subscribe"] });
});

test("pages come from our own scheme under a strict policy, and nothing of the disk does", async ({
  desk,
}) => {
  expect(desk.page.url()).toMatch(/^app:\/\/yinyom\/index\.html/);
  const policy = await desk.page.evaluate(async () => {
    const answer = await fetch("app://yinyom/index.html");
    return answer.headers.get("content-security-policy") ?? "";
  });
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  for (const address of [
    "app://yinyom/../main/index.cjs",
    "app://yinyom/%2e%2e/main/index.cjs",
    "app://yinyom/..%2f..%2fpackage.json",
    "app://elsewhere/index.html",
    "file:///etc/passwd",
    "http://127.0.0.1:4310/health",
  ]) {
    const got = await desk.page.evaluate(async (from) => {
      try {
        const answer = await fetch(from);
        return answer.status;
      } catch {
        return "refused";
      }
    }, address);
    expect(["refused", 404], address).toContain(got);
  }
});

test("a page can bring in no script and run no text", async ({ desk }) => {
  const ran = await desk.page.evaluate<unknown>(`(async () => {
    window.ran = [];
    const inline = document.createElement("script");
    inline.textContent = "window.ran.push('inline')";
    document.head.append(inline);
    const foreign = document.createElement("script");
    foreign.src = "data:text/javascript,window.ran.push('data')";
    document.head.append(foreign);
    const handler = document.createElement("img");
    handler.setAttribute("onerror", "window.ran.push('handler')");
    handler.src = "app://yinyom/none.png";
    document.body.append(handler);
    // Not eval: what a debugger evaluates may evaluate in its turn.
    setTimeout("window.ran.push('text')");
    await new Promise((done) => setTimeout(done, 300));
    return window.ran;
  })()`);
  expect(ran).toEqual([]);
});

test("a page can neither leave, nor open a window, nor hold a web view", async ({ desk }) => {
  const { app, page } = desk;
  const before = page.url();
  expect(await page.evaluate(`window.open("https://example.com") === null`)).toBe(true);
  await page.evaluate(`{
    const link = document.createElement("a");
    link.href = "https://example.com/";
    document.body.append(link);
    link.click();
    const view = document.createElement("webview");
    view.setAttribute("src", "https://example.com/");
    document.body.append(view);
    const frame = document.createElement("iframe");
    frame.src = "https://example.com/";
    document.body.append(frame);
    new Promise((done) => setTimeout(done, 300));
  }`);
  expect(page.url()).toBe(before);
  const contents = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((one) => [one.getType(), one.getURL()]),
  );
  expect(contents).toEqual([["window", before]]);
});

test("every permission and device is refused to a page of the desk", async ({ desk }) => {
  await signIn(desk.page, anan);
  const refused = await desk.page.evaluate<Record<string, string>>(`(async () => {
    const attempts = {
      camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
      microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
      screen: () => navigator.mediaDevices.getDisplayMedia({ video: true }),
      place: () =>
        new Promise((found, failed) => navigator.geolocation.getCurrentPosition(found, failed)),
      notifications: async () => {
        if ((await Notification.requestPermission()) !== "granted") throw new Error("refused");
      },
      clipboard: () => navigator.clipboard.readText(),
      usb: () => navigator.usb.requestDevice({ filters: [] }),
      hid: async () => {
        if ((await navigator.hid.requestDevice({ filters: [] })).length === 0) throw new Error();
      },
      serial: () => navigator.serial.requestPort(),
      bluetooth: () => navigator.bluetooth.requestDevice({ acceptAllDevices: true }),
      midi: () => navigator.requestMIDIAccess({ sysex: true }),
      idleness: async () => {
        if ((await IdleDetector.requestPermission()) !== "granted") throw new Error("refused");
      },
      fonts: async () => {
        if ((await queryLocalFonts()).length === 0) throw new Error("refused");
      },
      pointer: async () => {
        const asked = await navigator.permissions.query({ name: "geolocation" });
        if (asked.state !== "granted") throw new Error("refused");
      },
    };
    const got = {};
    for (const [name, attempt] of Object.entries(attempts)) {
      // Looking for devices that this machine has no way to find may never end: that gives nothing either.
      const unanswered = new Promise((done) => setTimeout(done, 1500, "unanswered"));
      const asked = Promise.resolve().then(attempt).then(() => "given", () => "refused");
      got[name] = await Promise.race([asked, unanswered]);
    }
    return got;
  })()`);
  expect(Object.keys(refused)).toHaveLength(14);
  const { bluetooth, ...others } = refused;
  expect(bluetooth).not.toBe("given");
  expect(new Set(Object.values(others))).toEqual(new Set(["refused"]));
});

test("only our page is answered: no other frame, page or window, and no other channel", async ({
  desk,
}) => {
  const answers = await desk.app.evaluate(async ({ BrowserWindow, ipcMain, app }) => {
    // A window that the desk did not make, though with our preload.
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${app.getAppPath()}/out/preload/index.cjs`, sandbox: true },
    });
    await stranger.loadURL("app://yinyom/index.html#/stranger").catch(() => {});
    const asked: unknown = await stranger.webContents.executeJavaScript(
      `window.yinyom.invoke("desk.state").then(() => "answered", () => "refused")`,
    );
    stranger.destroy();
    // Every other channel that main listens on would be one more way in.
    const listened = ipcMain
      .eventNames()
      .filter((name) => typeof name === "string" && name !== "error");
    return { asked, listened };
  });
  expect(answers.asked).toBe("refused");
  expect(answers.listened).toEqual([]);
  const unknown = await desk.page.evaluate<string[]>(`Promise.all(
    ["constructor", "__proto__", "desk.state\\u0000", "", "ELECTRON_BROWSER_REQUIRE"].map((name) =>
      window.yinyom.invoke(name).then(() => "answered", () => "refused"),
    ),
  )`);
  expect(new Set(unknown)).toEqual(new Set(["refused"]));
});

test("no address opens another program", async ({ desk }) => {
  const { app, page } = desk;
  const opened = await app.evaluate(({ shell }) => {
    const list: string[] = [];
    Object.assign(globalThis, { openedElsewhere: list });
    shell.openExternal = async (address: string) => {
      list.push(address);
    };
    return list.length;
  });
  expect(opened).toBe(0);
  const before = page.url();
  await page.evaluate(`{
    for (const address of ["mailto:a@example.com", "tel:1669", "ms-settings:", "https://example.com/", "file:///etc/passwd"]) {
      window.open(address);
      const link = document.createElement("a");
      link.href = address;
      document.body.append(link);
      link.click();
    }
    new Promise((done) => setTimeout(done, 300));
  }`);
  expect(page.url()).toBe(before);
  expect(
    await app.evaluate(() => (globalThis as { openedElsewhere?: string[] }).openedElsewhere),
  ).toEqual([]);
});

test("1,000 hostile calls get nothing from the running desk, which works on @thorough", async ({
  desk,
}) => {
  const { page } = desk;
  // Nobody is signed in; then somebody whose role may do little.
  const call = (names: readonly string[], expected: string) =>
    page.evaluate<{ count: number; odd: string[] }>(`(async () => {
      const circular = {};
      circular.self = circular;
      const bad = [
        null, 0, -1, NaN, true, "", "x".repeat(300000), [], {}, circular, new Map([["staff", "x"]]),
        new Uint8Array(200000), Array(20000).fill({}), { text: { toString: "x" } },
        JSON.parse('{"__proto__":{"roles":["manager"]},"id":"x"}'), Object.create({ id: "x" }),
        { id: "../../x", staff: "wichai", more: 1 }, 1n, new Date(), /x/, () => "manager", Symbol("x"),
      ];
      const odd = [];
      let count = 0;
      for (const name of ${JSON.stringify(names)}) {
        for (const input of bad) {
          count += 1;
          const answer = await window.yinyom.invoke(name, input).catch(() => "refused");
          const said = answer === "refused" ? answer : answer.ok ? "answered" : answer.failure.code;
          if (!${expected}.includes(said)) odd.push(name + " " + said);
        }
      }
      return { count, odd };
    })()`);
  const signedOut = await call(procedureNames, `["refused", "signed-out"]`);
  expect(signedOut.odd).toEqual([]);
  await signIn(page, anan);
  const noManager = procedureNames.filter((name) => {
    const { callers } = procedures[name];
    return Array.isArray(callers) && !callers.includes("event");
  });
  const lowly = await call(noManager, `["refused", "not-your-role"]`);
  expect(lowly.odd).toEqual([]);
  expect(signedOut.count + lowly.count).toBeGreaterThan(1000);
  await expect(page.locator("main h1")).toBeVisible();
});

test("nothing is reported to anyone, and no dictionary is fetched", async ({ desk }) => {
  const found = await desk.app.evaluate(({ crashReporter, session }) => ({
    uploads: crashReporter.getUploadedReports().length,
    parameters: crashReporter.getParameters(),
    spelling: session.defaultSession.isSpellCheckerEnabled(),
  }));
  expect(found.uploads).toBe(0);
  expect(found.parameters).toEqual({});
  expect(found.spelling).toBe(false);
});
