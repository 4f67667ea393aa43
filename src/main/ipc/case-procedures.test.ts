import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  deskTime,
  makeCaptureDeps,
  makeFolder,
  openDesk,
} from "../../../test/support/desk-store.ts";
import { counterStaff, inventInput, inventRequest } from "../../../test/support/filled-store.ts";
import {
  access,
  footageRequest,
  handOver,
  kanda,
  letter,
} from "../../captures/rights-request/example-requests.ts";
import type { Payload } from "../../captures/rights-request/payload.ts";
import type { PublishedCase } from "../../contract/case.ts";
import { type CaseRow, caseProcedures } from "../../contract/case-procedures.ts";
import { submitCapture } from "../capture/submit-capture.ts";
import type { Store } from "../store/open-store.ts";
import { makeCaseProcedures } from "./case-procedures.ts";

const folder = makeFolder("cases");
afterAll(folder.remove);

let count = 0;
let store: Store;
beforeEach(() => {
  count += 1;
  store = openDesk({ path: join(folder.path, `desk-${count}.db`) }).store;
});
afterEach(() => store.close());

let requests = 0;
function take(payload: Payload, amends: string | null = null): string {
  requests += 1;
  const result = submitCapture(makeCaptureDeps(store), counterStaff, {
    ...inventInput(0),
    kind: "rights-request",
    request: inventRequest(7000 + requests),
    payload,
    amends,
    notice: null,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value.id;
}

/** Whoever is signed in is who saw the document. */
const seen = { ...access.identity, seenBy: counterStaff.staff };
const mine = { ...access, identity: seen };

async function list(now = deskTime): Promise<CaseRow[]> {
  const result = await makeCaseProcedures({ ...makeCaptureDeps(store), now: () => now })[
    "cases.list"
  ](undefined, null);
  if (!result.ok) throw new Error(result.failure.code);
  return caseProcedures["cases.list"].output.parse(result.value);
}

async function read(id: string) {
  const deps = makeCaptureDeps(store);
  const who = { ...counterStaff, roles: [...counterStaff.roles], name: { th: "มาลี", en: "Malee" } };
  const result = await makeCaseProcedures(deps)["cases.read"]({ id }, who);
  return result.ok ? caseProcedures["cases.read"].output.parse(result.value) : result.failure.code;
}

function publish(id: string, changed: Partial<PublishedCase> = {}): void {
  const value: PublishedCase = {
    id,
    number: "0A1-0002F-K",
    branch: "bkk-siam",
    right: "access",
    person: kanda.name,
    receivedOn: "2026-11-22",
    identitySeen: true,
    holdsFootage: false,
    log: [],
    ...changed,
  };
  store.received.applyChanges([{ topic: "case", key: id, value }], store.received.cursor() + 1);
}

describe("the list of cases", () => {
  it("has what was taken here before head office knows it, footage first, and nothing voided", async () => {
    const plain = take(mine);
    const footage = take({ ...footageRequest, identity: seen });
    const twice = take(mine);
    take({ act: "void", subject: kanda.id, reason: "บันทึกซ้ำ" }, twice);
    const police = take(letter);
    expect((await list()).map(({ id }) => id)).toEqual([footage, plain, police]);
    const [first] = await list();
    expect(first).toMatchObject({ dueOn: "2026-12-22", daysLeft: 30, clockDoubtful: true });
  });

  it("counts the days by the shop's midnight", async () => {
    take(mine);
    const midnight = Date.parse("2026-12-22T17:00:00.000Z");
    expect((await list(midnight - 1))[0]?.daysLeft).toBe(0);
    expect((await list(midnight))[0]?.daysLeft).toBe(-1);
  });

  it("has what another PC took and head office published, and joins both where both know", async () => {
    const here = take(mine);
    const there = "019a0000-0000-7000-9000-000000000301";
    publish(there, { receivedOn: "2026-11-01" });
    publish(here, {
      log: [
        {
          step: "finish",
          at: "2026-11-22T04:00:00.000Z",
          by: "DPO",
          answeredBy: "shop",
          words: "3",
        },
      ],
    });
    expect((await list()).map(({ id, state, waitsAtShop }) => [id, state, waitsAtShop])).toEqual([
      [there, "received", false],
      [here, "done", true],
    ]);
    take({ ...handOver, case: here, seenBy: counterStaff.staff });
    expect((await list()).at(-1)?.waitsAtShop).toBe(false);
  });
});

describe("one case", () => {
  it("comes with its own captures only, and with what was published", async () => {
    const id = take(mine);
    take(mine);
    const given = take({ ...handOver, case: id, seenBy: counterStaff.staff });
    publish(id);
    const answer = await read(id);
    if (typeof answer === "string") throw new Error(answer);
    expect(answer.captures.map(({ header }) => header.id)).toEqual([id, given]);
    expect(answer.published?.id).toBe(id);
  });

  it("is not found where nobody tells of it", async () => {
    expect(await read("019a0000-0000-7000-9000-000000000399")).toBe("not-found");
  });
});
