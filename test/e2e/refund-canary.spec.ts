import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import jpeg from "jpeg-js";
import { PNG } from "pngjs";
import truth from "../fixtures/id-cards/truth.json" with { type: "json" };
import { somying } from "../support/demo-people.ts";
import { signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { awaitDeskEnded } from "../support/ended-desk.ts";
import { readCard, showToCamera } from "../support/fake-camera.ts";
import {
  awaitMasks,
  beginRefund,
  chooseProof,
  faultyGoods,
  finishCopy,
  keepCopy,
  openCopyWindow,
  shoot,
  tickFields,
  typeRefund,
} from "../support/refund.ts";

const card = "A005016";

/** What stands on the card, each long enough to be found only where it was written. */
function listValues(): string[] {
  const image = truth.images.find(({ file }) => file === `${card}.jpg`);
  const values = (image?.fields ?? []).filter(({ kind }) => kind === "value");
  return values.map(({ text }) => text).filter((text) => text.length >= 6);
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listFiles(path);
    return entry.isFile() && statSync(path).size > 0 ? [path] : [];
  });
}

/** Pictures in a file, wherever in it they begin, that a decoder takes. */
function findPictures(bytes: Buffer): string[] {
  const found: string[] = [];
  const tryAt = (at: number, kind: string, decode: (from: Buffer) => { width: number }) => {
    try {
      // The program's own small marks are no pictures of a card.
      if (decode(bytes.subarray(at)).width > 100) found.push(`${kind} at ${at}`);
    } catch {
      // Only looks like one.
    }
  };
  const each = (start: Buffer, run: (at: number) => void) => {
    for (let at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + 1)) run(at);
  };
  each(Buffer.from([0xff, 0xd8, 0xff]), (at) =>
    tryAt(at, "JPEG", (from) => jpeg.decode(from, { maxMemoryUsageInMB: 256 })),
  );
  each(Buffer.from([0x89, 0x50, 0x4e, 0x47]), (at) =>
    tryAt(at, "PNG", (from) => PNG.sync.read(from)),
  );
  each(Buffer.from("WEBPVP8"), (at) => found.push(`WebP at ${at}`));
  return found;
}

function listTraces(folder: string): string[] {
  const values = listValues();
  expect(values.length).toBeGreaterThan(3);
  return listFiles(folder).flatMap((path) => {
    const bytes = readFileSync(path);
    const texts = values.filter(
      (value) => bytes.includes(value) || bytes.includes(Buffer.from(value, "utf16le")),
    );
    return [...texts, ...findPictures(bytes)].map((trace) => `${path}: ${trace}`);
  });
}

const steps = ["picture", "masks", "finished", "saved"] as const;

for (const step of steps) {
  test(`killed at "${step}", nothing of the card is left on the disk`, async ({
    shop,
    start,
    userData,
  }, info) => {
    const temporary = join(userData, "tmp");
    mkdirSync(temporary);
    const desk = await start({
      headOffice: shop.address,
      enrolmentCode: await shop.issueCode(),
      args: showToCamera(readCard(card), info.outputPath("camera.y4m")),
      env: { TMPDIR: temporary },
    });
    const { page, app } = desk;
    await signIn(page, somying);
    await beginRefund(page);
    await typeRefund(page, {
      reason: faultyGoods,
      sale: "INV-31",
      baht: "25000",
      name: "ทดสอบ ไม่ใช่ชื่อในบัตร",
    });
    await chooseProof(page, "copied");
    // Sealed copies stay on the PC until head office has them: that is what is looked through.
    await shop.cutLine();
    const window = await openCopyWindow(app, page);
    await shoot(window);
    if (step !== "picture") {
      await awaitMasks(window);
      if (step !== "masks") {
        await tickFields(window);
        await finishCopy(window);
        if (step === "saved") await keepCopy(window, page);
      }
    }
    const child = app.process();
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
    await awaitDeskEnded(userData);
    expect(listTraces(userData)).toEqual([]);
    for (const value of listValues()) expect(desk.output()).not.toContain(value);
  });
}
