import { describe, expect, it } from "vitest";
import { readNotice } from "../../contract/reference.ts";
import { exampleReference } from "./example-reference.ts";

describe("the demo's reference data", () => {
  const { channels, controller, notices, purposes, settings } = exampleReference;
  const notice = notices.find((item) => item.id === settings.marketingNotice);

  it("holds the notice that its settings name", () => {
    expect(notice).toBeDefined();
  });

  it("names no thing twice", () => {
    for (const list of [channels, purposes, exampleReference.branches]) {
      expect(new Set(list.map((item) => item.id)).size).toBe(list.length);
    }
  });

  it("has a branch of each brand", () => {
    expect(new Set(exampleReference.branches.map((item) => item.brand)).size).toBe(3);
  });

  it("tells in both languages what s.23 asks: controller, contact, retention, recipients, rights", () => {
    if (!notice) throw new Error("no notice");
    for (const language of ["th", "en"] as const) {
      const words = readNotice(notice, language);
      expect(words).toContain(controller.name[language]);
      expect(words).toContain(controller.dpoEmail);
    }
    expect(readNotice(notice, "th")).toMatch(/ถอนความยินยอม[\s\S]*ร้องเรียน/);
    expect(readNotice(notice, "en")).toMatch(/withdraw[\s\S]*complain/);
  });

  it("lets a member's benefit cover news only", () => {
    expect(purposes.filter((item) => item.memberBenefit).map((item) => item.id)).toEqual([
      "direct-marketing",
    ]);
  });
});
