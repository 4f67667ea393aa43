import type { CaptureId } from "../../contract/ids.ts";
import { shownPlaces } from "./consent-acts.ts";
import type { OrderedCapture } from "./event-order.ts";
import { writeTime } from "./event-order.ts";
import type { Marks, PhotoConsent, PhotoWithdrawal, ShownPlace } from "./payload.ts";

/** One consent to be shown in focus, as it stands. */
export type ConsentEntry = {
  capture: CaptureId;
  receiptNumber: string;
  name: string;
  ageBand: PhotoConsent["ageBand"];
  /** ISO, UTC. */
  givenAt: string;
  /** Where pictures may still be shown; none: taken back. */
  shownAt: ShownPlace[];
  withdrawnAt: string | null;
  /** How to find them in the pictures; null where nobody noted it, or once it is purged. */
  marks: Marks | null;
};

/**
 * What each consent still allows. A withdrawal wins whenever it was taken: it reaches the consent that it
 * names, whose receipt was shown, or, where only a name is known, every consent under that name.
 */
export function foldPhotoConsents(standing: readonly OrderedCapture[]): ConsentEntry[] {
  return standing.flatMap((item) => {
    const { header, payload } = item;
    if (payload.act !== "photo-consent") return [];
    const reaching = standing.filter((other) => reaches(other, item));
    const taken = new Set(reaching.flatMap(({ payload: by }) => readScope(by as PhotoWithdrawal)));
    const shownAt = payload.shownAt.filter((place) => !taken.has(place));
    const first = reaching[0];
    return [
      {
        capture: header.id,
        receiptNumber: item.receiptNumber,
        name: payload.name,
        ageBand: payload.ageBand,
        givenAt: writeTime(item.at),
        shownAt,
        withdrawnAt: first ? writeTime(first.at) : null,
        marks: findMarks(standing, header.id),
      },
    ];
  });
}

function reaches({ header, payload }: OrderedCapture, consent: OrderedCapture): boolean {
  if (payload.act !== "photo-withdrawal" || consent.payload.act !== "photo-consent") return false;
  if (header.amends !== null) return header.amends === consent.header.id;
  const receipt = normalise(consent.receiptNumber);
  if (payload.receipts.some((shown) => normalise(shown) === receipt)) return true;
  return payload.name !== null && tidyName(payload.name) === tidyName(consent.payload.name);
}

function readScope({ scope }: PhotoWithdrawal): readonly ShownPlace[] {
  return scope === "all" ? shownPlaces : scope;
}

function findMarks(standing: readonly OrderedCapture[], consent: CaptureId): Marks | null {
  const last = standing.findLast(
    ({ header, payload }) => payload.act === "recognise" && header.amends === consent,
  );
  return last?.payload.act === "recognise" ? last.payload.marks : null;
}

function tidyName(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}

/** Receipt numbers come in display form and in normal form. */
function normalise(receipt: string): string {
  return receipt.replace(/[\s-]/g, "").toUpperCase();
}
