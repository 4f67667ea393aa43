import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { procedures, type SignedIn } from "../../contract/ipc.ts";
import { procedureNames } from "../../contract/procedures.ts";
import { type Handlers, makeDispatch, RefusedCall } from "./dispatch.ts";

const counter: SignedIn = { staff: "mali", name: { th: "มะลิ", en: "Mali" }, roles: ["counter"] };
const manager: SignedIn = {
  staff: "somying",
  name: { th: "สมหญิง", en: "Somying" },
  roles: ["manager"],
};

function makeDesk(signedIn: SignedIn | null, over: Partial<Handlers> = {}) {
  const called: string[] = [];
  const bugs: unknown[] = [];
  const handlers = Object.fromEntries(
    procedureNames.map((name) => [
      name,
      () => {
        called.push(name);
        return { ok: false, failure: { code: "not-found" } };
      },
    ]),
  ) as unknown as Handlers;
  const dispatch = makeDispatch({
    handlers: () => ({ ...handlers, ...over }),
    caller: () => ({ signedIn }),
    nameFailure: (error) =>
      error instanceof Error && error.message === "disk full" ? { code: "store-disk-full" } : null,
    reportBug: (_name, error) => bugs.push(error),
  });
  return { dispatch, called, bugs };
}

const submission = {
  request: crypto.randomUUID(),
  kind: "marketing-consent",
  payload: {},
  amends: null,
  notice: null,
};

describe("who may call", () => {
  test("nobody signed in: only what is for anyone reaches its handler", async () => {
    const { dispatch, called } = makeDesk(null);
    for (const name of procedureNames) {
      const open = procedures[name].callers === "anyone";
      const answer = await dispatch(name, undefined).catch((error: unknown) => error);
      if (!open) expect(answer).toEqual({ ok: false, failure: { code: "signed-out" } });
    }
    for (const name of called)
      expect(procedures[name as keyof typeof procedures].callers).toBe("anyone");
  });

  test("a counter assistant does not reach a manager's procedures", async () => {
    const { dispatch, called } = makeDesk(counter);
    expect(await dispatch("pending.list", undefined)).toEqual({
      ok: false,
      failure: { code: "not-your-role" },
    });
    expect(await dispatch("staff.unlock", { staff: "mali" })).toEqual({
      ok: false,
      failure: { code: "not-your-role" },
    });
    expect(called).toEqual([]);
  });

  test("a manager does", async () => {
    const { dispatch, called } = makeDesk(manager);
    await dispatch("pending.list", undefined);
    expect(called).toEqual(["pending.list"]);
  });
});

describe("what is refused without a reason", () => {
  test("any name that is not a procedure, inherited ones too", async () => {
    const { dispatch, called } = makeDesk(manager);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.anything(),
          fc.constantFrom("constructor", "__proto__", "toString", "hasOwnProperty"),
        ),
        async (name) => {
          fc.pre(!procedureNames.some((known) => known === name));
          await expect(dispatch(name, undefined)).rejects.toBeInstanceOf(RefusedCall);
        },
      ),
    );
    expect(called).toEqual([]);
  });

  test("input of another form", async () => {
    const { dispatch, called } = makeDesk(manager);
    for (const input of [
      null,
      {},
      { ...submission, extra: 1 },
      { ...submission, kind: "unheard-of" },
    ]) {
      await expect(dispatch("capture.submit", input)).rejects.toBeInstanceOf(RefusedCall);
    }
    expect(called).toEqual([]);
  });
});

describe("what goes wrong inside", () => {
  test("a failure of the store that has words is a value", async () => {
    const { dispatch, bugs } = makeDesk(counter, {
      "capture.submit": () => {
        throw new Error("disk full");
      },
    });
    expect(await dispatch("capture.submit", submission)).toEqual({
      ok: false,
      failure: { code: "store-disk-full" },
    });
    expect(bugs).toEqual([]);
  });

  test("anything else is reported and tells the page nothing", async () => {
    const { dispatch, bugs } = makeDesk(counter, {
      "capture.submit": () => {
        throw new Error("สมชาย 0812345678");
      },
    });
    await expect(dispatch("capture.submit", submission)).rejects.toThrow(
      /^capture\.submit failed$/,
    );
    expect(bugs).toHaveLength(1);
  });

  test("an output that does not fit its schema does not leave main", async () => {
    const { dispatch, bugs } = makeDesk(counter, {
      "session.current": () => ({ ok: true, value: { secret: 1 } as never }),
    });
    await expect(dispatch("session.current", undefined)).rejects.toThrow();
    expect(bugs).toHaveLength(1);
  });
});
