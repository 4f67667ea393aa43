import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { deskTime, makeFolder, openDesk } from "../../../test/support/desk-store.ts";
import { draftLife } from "./drafts.ts";

const folder = makeFolder("drafts");
let now = deskTime;
const { store } = openDesk({ path: join(folder.path, "desk.db"), now: () => now });
afterAll(() => {
  store.close();
  folder.remove();
});
beforeEach(() => {
  now = deskTime;
});

describe("drafts", () => {
  it("are kept per person and form, the last one each", () => {
    store.drafts.keep("malee", "marketing-consent", "one");
    store.drafts.keep("ton", "marketing-consent", "another's");
    now += 1000;
    store.drafts.keep("malee", "marketing-consent", "two");
    expect(store.drafts.read("malee", "marketing-consent")).toEqual({
      body: "two",
      keptAt: new Date(now).toISOString(),
    });
    expect(store.drafts.read("malee", "id-copy")).toBeNull();
    store.drafts.drop("malee", "marketing-consent");
    expect(store.drafts.read("malee", "marketing-consent")).toBeNull();
    expect(store.drafts.read("ton", "marketing-consent")?.body).toBe("another's");
  });

  it("are gone after a day", () => {
    store.drafts.keep("malee", "marketing-consent", "old");
    now += draftLife - 1;
    expect(store.drafts.read("malee", "marketing-consent")).not.toBeNull();
    now += 1;
    expect(store.drafts.read("malee", "marketing-consent")).toBeNull();
    store.drafts.dropOld();
    now = deskTime;
    expect(store.drafts.read("malee", "marketing-consent")).toBeNull();
  });
});
