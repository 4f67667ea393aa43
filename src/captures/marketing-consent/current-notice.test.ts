import { describe, expect, it } from "vitest";
import { readNotice } from "../../contract/reference.ts";
import { describeShown, nameNotice } from "../shown-notice.ts";
import { findMarketingNotice } from "./current-notice.ts";
import { exampleReference } from "./example-reference.ts";

const [first] = exampleReference.notices;
if (!first) throw new Error("no notice");
const second = { ...first, version: 2, effectiveFrom: "2026-12-01" };
const reference = { ...exampleReference, notices: [second, first] };

describe("the notice to be shown", () => {
  it("changes at midnight in Thailand", () => {
    const before = new Date("2026-11-30T16:59:59.999Z");
    const after = new Date("2026-11-30T17:00:00.000Z");
    expect(findMarketingNotice(reference, before)?.version).toBe(1);
    expect(findMarketingNotice(reference, after)?.version).toBe(2);
  });

  it("is none before the first is in force, or when the setting names another", () => {
    expect(findMarketingNotice(reference, new Date("2020-01-01T00:00:00.000Z"))).toBeNull();
    const other = { ...reference, settings: { ...reference.settings, marketingNotice: "other" } };
    expect(findMarketingNotice(other, new Date("2026-12-24T00:00:00.000Z"))).toBeNull();
  });

  it("counts as another in another version or language", () => {
    const names = [first, second].flatMap((item) => [
      nameNotice(item, "th"),
      nameNotice(item, "en"),
    ]);
    expect(new Set(names).size).toBe(4);
  });

  it("is told by the hash of exactly the words that were shown", async () => {
    const hashed: string[] = [];
    const shown = await describeShown(first, "en", async (words) => {
      hashed.push(words);
      return "b".repeat(64);
    });
    expect(hashed).toEqual([readNotice(first, "en")]);
    expect(shown).toEqual({ id: first.id, version: 1, language: "en", hash: "b".repeat(64) });
  });
});
