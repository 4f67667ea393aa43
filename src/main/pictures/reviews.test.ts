import { randomBytes } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { deskTime, makeFolder, openDesk } from "../../../test/support/desk-store.ts";
import { readBytes } from "../../../test/support/kept-desk.ts";
import { makeJpeg, makePng, paint } from "../../../test/support/test-pictures.ts";
import type { Result } from "../../contract/failure.ts";
import type { PictureDecision } from "../../contract/picture-procedures.ts";
import { makeReviews } from "./reviews.ts";

const folder = makeFolder("reviews");
const { store } = openDesk({ path: join(folder.path, "desk.db"), now: () => deskTime });
afterAll(() => {
  store.close();
  folder.remove();
});

const event = "camera-fair-2026";
const publish: PictureDecision = { choice: "publish" };
const cover: PictureDecision = {
  choice: "cover",
  regions: [{ x: 1, y: 2, width: 3, height: 4 }],
};
let card = "";
let chosen: string | null = null;
let number = 0;
const reviews = makeReviews({
  decisions: store.pictureDecisions,
  random: randomBytes,
  chooseFolder: () => Promise.resolve(chosen),
});

beforeEach(() => {
  number += 1;
  card = join(folder.path, `card-${number}`);
  chosen = card;
  mkdirSync(join(card, "100CANON"), { recursive: true });
  const taken = "2026:11:22 09:30:05";
  put("b2.JPG", makeJpeg(paint(40, 30, number), { exif: { taken, orientation: 6 } }));
  put("a10.png", makePng(paint(20, 10, number)));
  put("a9.jpeg", makeJpeg(paint(24, 16, number + 500), {}));
  put("100CANON/c.jpg", makeJpeg(paint(16, 16, number + 900), {}));
  put("raw.CR3", "raw");
  put(".hidden.jpg", "hidden");
});

function put(name: string, bytes: Uint8Array | string): void {
  writeFileSync(join(card, name), bytes);
}

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

async function open(of = event) {
  const opened = must(await reviews.open(of, "ploy"));
  const { review: id } = opened;
  return {
    ...opened,
    scan: () => reviews.with(id, "ploy", ({ review }) => review.scan(0)),
    read: (index: number) => reviews.with(id, "ploy", ({ review }) => review.read(index)),
    decide: (index: number, digest: string, decision: PictureDecision) =>
      reviews.with(id, "ploy", ({ review }) => review.decide(index, digest, decision, "ploy")),
    export: async (
      index: number,
      bytes: Uint8Array<ArrayBuffer>,
      width: number,
      height: number,
    ) => {
      const { digest } = must(await reviews.with(id, "ploy", ({ review }) => review.read(index)));
      return reviews.export({ review: id, index, digest, bytes, width, height }, "ploy");
    },
  };
}

describe("an opened folder", () => {
  it("shows its pictures in the order of their names, and names no path", async () => {
    const outside = join(folder.path, "outside.jpg");
    writeFileSync(outside, makeJpeg(paint(8, 8, 1), {}));
    symlinkSync(outside, join(card, "link.jpg"));
    const { names, others, folder: name } = await open();
    expect(names).toEqual(["100CANON/c.jpg", "a9.jpeg", "a10.png", "b2.JPG"]);
    expect(others).toBe(1);
    expect(name).toBe(`card-${number}`);
  });

  it("reads time and turn, and hands out bytes without either", async () => {
    const { scan, read } = await open();
    expect(must(await scan()).map(({ takenAt }) => takenAt)).toEqual([
      null,
      null,
      null,
      "2026-11-22T02:30:05.000Z",
    ]);
    const shown = must(await read(3));
    expect(shown).toMatchObject({ orientation: 6, width: 40, height: 30, format: "jpeg" });
    expect(Buffer.from(shown.bytes).includes("Exif")).toBe(false);
  });

  it("is there for whoever opened it alone, and for nobody once the desk has locked", async () => {
    const { review: id, read } = await open();
    const refused = { ok: false, failure: { code: "review-ended" } };
    const scan = (name: string, by: string) =>
      reviews.with(name, by, ({ review }) => review.scan(0));
    expect(await scan(id, "wichai")).toEqual(refused);
    expect(await scan("0".repeat(32), "ploy")).toEqual(refused);
    const underWay = read(0);
    reviews.end();
    expect(await underWay).toEqual(refused);
    expect(await scan(id, "ploy")).toEqual(refused);
  });

  it("says what is wrong with it", async () => {
    chosen = null;
    expect(await reviews.open(event, "ploy")).toMatchObject({ failure: { code: "cancelled" } });
    chosen = join(folder.path, "nowhere");
    expect(await reviews.open(event, "ploy")).toMatchObject({
      failure: { code: "pictures-folder-gone" },
    });
    mkdirSync(chosen);
    expect(await reviews.open(event, "ploy")).toMatchObject({ failure: { code: "pictures-none" } });
  });

  it("says which picture cannot be opened, and when all are gone", async () => {
    put("b2.JPG", makeJpeg(paint(40, 30, 1), {}).subarray(0, 200));
    rmSync(join(card, "a10.png"));
    put("a10.png", "no picture");
    const { read, scan } = await open();
    rmSync(join(card, "a9.jpeg"));
    expect(await read(1)).toMatchObject({ failure: { code: "picture-gone" } });
    expect(await read(2)).toMatchObject({ failure: { code: "picture-unreadable" } });
    expect(await read(3)).toMatchObject({ failure: { code: "picture-unreadable" } });
    expect(await read(4)).toMatchObject({ failure: { code: "not-found" } });
    renameSync(card, `${card}-gone`);
    expect(await scan()).toMatchObject({ failure: { code: "pictures-folder-gone" } });
  });

  it("refuses more pixels than fit in memory before it decodes one", async () => {
    const huge = Buffer.from(makeJpeg(paint(16, 16, 7), {}));
    const frame = huge.indexOf(Buffer.from([0xff, 0xc0]));
    huge.writeUInt16BE(60_000, frame + 5);
    huge.writeUInt16BE(60_000, frame + 7);
    put("b2.JPG", huge);
    const { read } = await open();
    expect(await read(3)).toMatchObject({ failure: { code: "picture-too-large" } });
  });
});

describe("decisions", () => {
  it("are there when the folder is opened again, moved or renamed", async () => {
    const first = await open();
    for (const [index, decision] of [
      [1, publish],
      [3, cover],
    ] as const) {
      const { digest } = must(await first.read(index));
      must(await first.decide(index, digest, decision));
    }
    const expected = [null, publish, null, cover];
    const again = await open();
    expect(must(await again.scan()).map(({ decision }) => decision)).toEqual(expected);
    const moved = `${card}-copy`;
    renameSync(card, moved);
    renameSync(join(moved, "b2.JPG"), join(moved, "z.jpg"));
    utimesSync(join(moved, "z.jpg"), 1000, 1000);
    chosen = moved;
    const later = await open();
    expect(must(await later.scan()).map(({ decision }) => decision)).toEqual(expected);
  });

  it("are of one event, and go with it", async () => {
    const { read, decide } = await open();
    const { digest } = must(await read(0));
    must(await decide(0, digest, publish));
    const other = await open("old-town-walk-2026");
    expect(must(await other.scan())[0]?.decision).toBeNull();
    expect(store.pictureDecisions.tally(event).publish).toBeGreaterThan(0);
    store.pictureDecisions.dropEvent(event);
    expect(store.pictureDecisions.tally(event)).toEqual({
      publish: 0,
      cover: 0,
      leaveOut: 0,
      staff: [],
    });
  });

  it("are of the file that was seen: another one in its place has to be decided anew", async () => {
    const { read, decide } = await open();
    const { digest } = must(await read(3));
    put("b2.JPG", makeJpeg(paint(40, 30, 77), {}));
    expect(await decide(3, digest, publish)).toMatchObject({
      failure: { code: "picture-changed" },
    });
    const second = must(await read(3));
    expect(second).toMatchObject({ decision: null, changed: true });
    must(await decide(3, second.digest, publish));
    // Same name, size and time, other pixels.
    const { size, mtime } = statSync(join(card, "b2.JPG"));
    const spoilt = readFileSync(join(card, "b2.JPG"));
    spoilt[size - 20] = (spoilt[size - 20] ?? 0) ^ 1;
    put("b2.JPG", spoilt);
    utimesSync(join(card, "b2.JPG"), mtime, mtime);
    const again = await open();
    await again.scan();
    expect(must(await again.read(3)).decision).toBeNull();
  });
});

describe("new files", () => {
  const made = new Uint8Array(
    makeJpeg(paint(30, 40, 9), { exif: { orientation: 3 }, traced: true }),
  );

  async function openDecided() {
    const review = await open();
    const { digest } = must(await review.read(3));
    must(await review.decide(3, digest, cover));
    chosen = `${card}-new`;
    mkdirSync(chosen);
    return { ...review, target: chosen };
  }

  it("are written clean, beside what has their name, and nothing else is touched", async () => {
    const review = await openDecided();
    const before = readBytes(card);
    writeFileSync(join(review.target, "b2.jpg"), "somebody's");
    must(await reviews.chooseExport(review.review, "ploy"));
    expect(must(await review.export(3, made, 30, 40))).toEqual({ name: "b2 (2).jpg" });
    expect(readdirSync(review.target).sort()).toEqual(["b2 (2).jpg", "b2.jpg"]);
    expect(readFileSync(join(review.target, "b2.jpg"), "utf8")).toBe("somebody's");
    expect(readFileSync(join(review.target, "b2 (2).jpg")).includes("Exif")).toBe(false);
    expect(readBytes(card)).toEqual(before);
  });

  it("are not written twice, and those of an earlier decision are named", async () => {
    const review = await openDecided();
    must(await reviews.chooseExport(review.review, "ploy"));
    must(await review.export(3, made, 30, 40));
    const again = must(await reviews.chooseExport(review.review, "ploy"));
    expect(again).toMatchObject({ done: [3], stale: [] });
    const { digest } = must(await review.read(3));
    must(await review.decide(3, digest, { choice: "leave-out" }));
    const later = must(await reviews.chooseExport(review.review, "ploy"));
    expect(later).toMatchObject({ done: [], stale: ["b2.jpg"] });
    rmSync(join(review.target, "b2.jpg"));
    const last = must(await reviews.chooseExport(review.review, "ploy"));
    expect(last).toMatchObject({ done: [], stale: [] });
  });

  it("are never of a picture that is left out, nor anything but a picture of the right size", async () => {
    const review = await openDecided();
    must(await reviews.chooseExport(review.review, "ploy"));
    for (const [bytes, width] of [
      [new TextEncoder().encode("#!/bin/sh"), 30],
      [made, 31],
    ] as const) {
      expect(await review.export(3, bytes, width, 40)).toMatchObject({
        failure: { code: "picture-unreadable" },
      });
    }
    const { digest } = must(await review.read(3));
    must(await review.decide(3, digest, { choice: "leave-out" }));
    expect(await review.export(3, made, 30, 40)).toMatchObject({
      failure: { code: "picture-changed" },
    });
    expect(readdirSync(review.target)).toEqual([]);
  });

  it("never go among the originals", async () => {
    const { review } = await openDecided();
    for (const inside of [card, join(card, "100CANON")]) {
      chosen = inside;
      expect(await reviews.chooseExport(review, "ploy")).toMatchObject({
        failure: { code: "export-among-originals" },
      });
    }
  });

  it("say when their folder has gone", async () => {
    const review = await openDecided();
    must(await reviews.chooseExport(review.review, "ploy"));
    rmSync(review.target, { recursive: true });
    expect(await review.export(3, made, 30, 40)).toMatchObject({
      failure: { code: "export-folder-gone" },
    });
  });
});
