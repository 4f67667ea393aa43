import { describe, expect, it } from "vitest";
import { isSameForm, type KeptDraft, readDraft, writeDraft } from "./kept-draft.ts";

const keptAt = "2026-11-22T07:30:00.000Z";
const subject = "019a0000-0000-7000-8000-000000000001";
const capture = "019a0000-0000-7000-9000-000000000001";
const draft: KeptDraft = { task: { task: "ask" }, subject, name: "สมหญิง", form: "{}", keptAt };

describe("a kept draft", () => {
  it("comes back as it was kept", () => {
    expect(readDraft(writeDraft(draft), keptAt)).toEqual(draft);
  });

  it.each(["", "{", "{}", JSON.stringify({ ...draft, task: { task: "sell" } })])(
    "that cannot be read is no draft: %s",
    (body) => {
      expect(readDraft(body, keptAt)).toBeNull();
    },
  );

  it("is of the same form only for the same person and task", () => {
    expect(isSameForm(draft, { task: "ask" }, subject)).toBe(true);
    expect(isSameForm(draft, { task: "ask" }, null)).toBe(false);
    expect(isSameForm(draft, { task: "withdraw" }, subject)).toBe(false);
    const voiding = { ...draft, task: { task: "void" as const, capture } };
    expect(isSameForm(voiding, { task: "void", capture }, subject)).toBe(true);
    expect(isSameForm(voiding, { task: "void", capture: subject }, subject)).toBe(false);
  });
});
