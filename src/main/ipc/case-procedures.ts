import { foldCase, groupCases } from "../../captures/rights-request/case-fold.ts";
import { compareCases, makeCaseRow } from "../../captures/rights-request/case-row.ts";
import { readShopDay } from "../../captures/shop-day.ts";
import { fail, succeed } from "../../contract/failure.ts";
import type { CaptureDeps } from "../capture/capture-deps.ts";
import { listCaptures } from "../capture/read-captures.ts";
import type { Handlers } from "./dispatch.ts";
import { requirePerson } from "./session-procedures.ts";

type CaseProcedures = Pick<Handlers, "cases.list" | "cases.read">;

/** Requests that were taken here or published to this branch, as far as this PC knows them. */
export function makeCaseProcedures(
  deps: Pick<CaptureDeps, "store" | "definitions" | "now">,
): CaseProcedures {
  const { store, now } = deps;

  function readAll() {
    const own = groupCases(listCaptures(deps, "rights-request"));
    const published = new Map(store.received.listCases().map((item) => [item.id, item]));
    return { own, published };
  }

  return {
    "cases.list": () => {
      const { own, published } = readAll();
      const today = readShopDay(new Date(now()));
      const records = [...new Set([...own.keys(), ...published.keys()])].map((id) =>
        foldCase(id, own.get(id) ?? [], published.get(id) ?? null),
      );
      return succeed(
        records
          .flatMap((record) => (record && !record.isVoided ? [makeCaseRow(record, today)] : []))
          .sort(compareCases),
      );
    },
    "cases.read": ({ id }, who) => {
      const { own, published } = readAll();
      const captures = own.get(id) ?? [];
      const told = published.get(id) ?? null;
      if (foldCase(id, captures, told) === null) return fail({ code: "not-found" });
      const { staff } = requirePerson(who);
      store.audit.add({ at: now(), staff, action: "read-case", subject: id });
      return succeed({ captures, published: told });
    },
  };
}
