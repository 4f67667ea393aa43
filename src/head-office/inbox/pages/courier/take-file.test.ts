import { describe, expect, it } from "vitest";
import type { CourierBundle } from "../../../../contract/courier.ts";
import type { TakenBundle } from "../../../../contract/inbox-courier-procedures.ts";
import type { Asked } from "../../asking/ask.ts";
import { readLines } from "./read-lines.ts";
import { type FileTaking, formAnswerFile, takeFile } from "./take-file.ts";

const device = "019a0000-0000-7000-8000-0000000000d1";
const maker = { id: device, number: 7, name: "desk", branch: "bkk-siam", revoked: false };
const head = { form: "yinyom courier file", version: 1, kind: "to-head-office" };
const bundle = (signature: string): CourierBundle => ({
  version: 1,
  device,
  key: "office-1",
  sealed: "AAAA",
  signature,
});
const file = (...lines: unknown[]) =>
  new Blob(lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`));

const answerOf = (word: string) => ({
  version: 1 as const,
  device,
  bundle: "0".repeat(64),
  word,
});
/** Takes one capture of each bundle; refuses `forged`, has no line for `cut`. */
async function take({ signature }: CourierBundle): Promise<Asked<TakenBundle>> {
  if (signature === "cut") return { ok: false, refusal: { error: "no-line" } };
  if (signature === "forged") {
    return { ok: true, value: { state: "refused", reason: "forged", maker: null } };
  }
  const counts = { accepted: 1, had: 2, refused: 0, pieces: 3, unread: 0 };
  return { ok: true, value: { state: "taken", maker, ...counts, answer: answerOf(signature) } };
}
const run = async (given: Blob) => {
  const shares: number[] = [];
  const taking = await takeFile(given, take, (share) => shares.push(share));
  return { taking: taking as FileTaking, shares };
};

describe("taking a courier file in", () => {
  it("adds up what came of each PC, and what could not be opened", async () => {
    const { taking, shares } = await run(
      file(head, bundle("a"), "half a li", bundle("forged"), "", bundle("b")),
    );
    expect(taking).toEqual({
      shares: [{ maker, bundles: 2, accepted: 2, had: 4, refused: 0, pieces: 6, unread: 0 }],
      notOpened: [
        { reason: "broken", count: 1 },
        { reason: "forged", count: 1 },
      ],
      answers: [answerOf("a"), answerOf("b")],
      stopped: null,
    });
    expect(shares.at(-1)).toBe(1);
  });

  it("ends where head office does not answer, with what it has", async () => {
    const { taking } = await run(file(head, bundle("a"), bundle("cut"), bundle("b")));
    expect(taking.stopped).toEqual({ error: "no-line" });
    expect(taking.answers).toEqual([answerOf("a")]);
  });

  it("takes nothing of another file", async () => {
    const fault = async (given: Blob) => (await run(given)).taking;
    expect(await fault(new Blob([]))).toEqual({ fault: "not-a-courier-file" });
    expect(await fault(new Blob(["PK\u0003\u0004 no text"]))).toEqual({
      fault: "not-a-courier-file",
    });
    expect(await fault(file(bundle("a")))).toEqual({ fault: "not-a-courier-file" });
    expect(await fault(file({ ...head, version: 2 }))).toEqual({ fault: "too-new" });
    expect(await fault(new Blob([formAnswerFile([answerOf("a")])]))).toEqual({
      fault: "from-head-office",
    });
  });
});

it("reads lines that are split anywhere, letters of several bytes too", async () => {
  const text = ["หนึ่ง", "two", "สาม"].join("\n");
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at <= bytes.length; at += 1) {
    const parts = [bytes.slice(0, at), bytes.slice(at)];
    const stream = new ReadableStream({
      start(controller) {
        for (const part of parts) controller.enqueue(part);
        controller.close();
      },
    });
    const split = { size: bytes.length, stream: () => stream } as unknown as Blob;
    const lines: string[] = [];
    for await (const { line } of readLines(split)) lines.push(line);
    expect(lines.join("\n")).toBe(text);
  }
});
