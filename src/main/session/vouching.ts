import type { Voucher } from "../../captures/define-capture.ts";

/** How long a PIN stands behind a save that has not come yet, in ms. */
const lastsMs = 15 * 60_000;
/** Requests that can be vouched for at once; a desk has one form open. */
const mostRequests = 10;

export type Vouching = ReturnType<typeof makeVouching>;

/**
 * Who stands behind a save besides whoever is signed in: a manager for an exception, a witness for a
 * shredding. It is one save's: the request that the form made when it opened. Kept in memory only.
 */
export function makeVouching(monotonic: () => number) {
  const known = new Map<string, { voucher: Voucher; until: number }[]>();
  return {
    add(request: string, voucher: Voucher): void {
      const others = (known.get(request) ?? []).filter(
        (entry) => entry.voucher.staff !== voucher.staff,
      );
      known.delete(request);
      known.set(request, [...others, { voucher, until: monotonic() + lastsMs }]);
      const [oldest] = known.keys();
      if (known.size > mostRequests && oldest !== undefined) known.delete(oldest);
    },
    list(request: string): Voucher[] {
      return (known.get(request) ?? [])
        .filter(({ until }) => until > monotonic())
        .map(({ voucher }) => voucher);
    },
  };
}
