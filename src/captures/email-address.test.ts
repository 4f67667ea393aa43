import { describe, expect, it } from "vitest";
import { maskEmail, readEmail } from "./email-address.ts";

describe("readEmail", () => {
  it("gives the address trimmed and in lower case", () => {
    expect(readEmail("  Somying.J@Example.COM ")).toEqual({
      ok: true,
      email: "somying.j@example.com",
    });
  });

  it.each(["", "somying", "somying@", "@example.com", "a b@example.com", "a@example", "a@b..com"])(
    "refuses %j",
    (typed) => {
      expect(readEmail(typed)).toEqual({ ok: false, code: "bad-email" });
    },
  );

  it("refuses an address beyond the limit", () => {
    expect(readEmail(`${"a".repeat(60)}@${"b".repeat(60)}.com`).ok).toBe(false);
  });
});

describe("maskEmail", () => {
  it("leaves the first letter and the domain", () => {
    expect(maskEmail("somying@example.com")).toBe("s•••@example.com");
  });
});
