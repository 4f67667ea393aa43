import { describe, expect, it } from "vitest";
import { makeVouching } from "./vouching.ts";

const wichai = { staff: "wichai", roles: ["manager"] } as const;
const anan = { staff: "anan", roles: ["counter"] } as const;

describe("vouching", () => {
  it("is for one request and for a quarter of an hour", () => {
    let now = 0;
    const vouching = makeVouching(() => now);
    vouching.add("one", wichai);
    now = 60_000;
    vouching.add("one", anan);
    expect(vouching.list("one")).toEqual([wichai, anan]);
    expect(vouching.list("two")).toEqual([]);
    now = 15 * 60_000;
    expect(vouching.list("one")).toEqual([anan]);
  });

  it("holds each person once, and forgets the oldest of many requests", () => {
    const vouching = makeVouching(() => 0);
    vouching.add("first", wichai);
    vouching.add("first", wichai);
    expect(vouching.list("first")).toEqual([wichai]);
    for (let number = 0; number < 10; number += 1) vouching.add(String(number), anan);
    expect(vouching.list("first")).toEqual([]);
    expect(vouching.list("9")).toEqual([anan]);
  });
});
