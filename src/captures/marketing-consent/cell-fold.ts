import type { NoticeShown } from "../../contract/envelope.ts";
import type { CaptureId } from "../../contract/ids.ts";
import { type DatedCapture, writeTime } from "./capture-order.ts";
import type { Basis, Cell, Payload } from "./payload.ts";

/** One purpose by one channel, as it stands, with the capture that decided it. */
export type CellState = Cell & {
  /** `withdrawn`: taken back or objected to; `no`: an answer, or "no, thank you" to a cell never asked. */
  status: "yes" | "no" | "withdrawn";
  /** A withdrawal's is what it ended: consent, or a member's benefit that was objected to. */
  basis: Basis;
  /** By head office's clock as far as the device knew it; ISO, UTC. */
  since: string;
  notice: NoticeShown | null;
  branch: string;
  capture: CaptureId;
};

/** What was said of one cell, oldest first. */
type Said = { cell: Cell; yes: DatedCapture[]; no: DatedCapture[]; withdrawn: DatedCapture[] };

/**
 * Each cell that was spoken of, and each of `asked` that anything reaches, in the order first met.
 * `standing` is ordered as `orderCaptures` does it, without what was voided.
 */
export function foldCells(standing: readonly DatedCapture[], asked: readonly Cell[]): CellState[] {
  const said = new Map<string, Said>();
  const about = (cell: Cell): Said => {
    const key = nameCell(cell);
    const known = said.get(key);
    if (known) return known;
    const made: Said = {
      cell: { purpose: cell.purpose, channel: cell.channel },
      yes: [],
      no: [],
      withdrawn: [],
    };
    said.set(key, made);
    return made;
  };

  for (const cell of asked) about(cell);
  const declined: DatedCapture[] = [];
  const withdrawnAll: DatedCapture[] = [];
  for (const item of standing) {
    const { payload } = item;
    if (payload.act === "decision") {
      for (const given of payload.answers) about(given)[given.answer].push(item);
    } else if (payload.act === "withdrawal") {
      if (payload.scope === "all") withdrawnAll.push(item);
      else for (const cell of payload.scope) about(cell).withdrawn.push(item);
    } else if (payload.act === "no-thank-you") {
      declined.push(item);
    }
  }
  const rank = new Map(standing.map((item, index) => [item, index]));
  return [...said.values()].flatMap((cell) => decide(cell, withdrawnAll, declined, rank) ?? []);
}

function decide(
  said: Said,
  withdrawnAll: readonly DatedCapture[],
  declined: readonly DatedCapture[],
  rank: ReadonlyMap<DatedCapture, number>,
): CellState | null {
  const refused = [...said.no, ...said.withdrawn, ...withdrawnAll];
  const pickLatest = (items: readonly DatedCapture[]) =>
    items.reduce<DatedCapture | null>(
      (best, item) =>
        best === null || (rank.get(item) ?? 0) >= (rank.get(best) ?? 0) ? item : best,
      null,
    );

  const lasting = pickLatest(findLastingYes(said.yes, refused));
  if (lasting) return describe(said.cell, "yes", lasting);
  const refusal = pickLatest(refused);
  if (refusal) {
    return describe(said.cell, refusal.payload.act === "withdrawal" ? "withdrawn" : "no", refusal);
  }
  // "No, thank you" ends nothing: it only says no where nothing else was ever said.
  const decline = pickLatest(declined);
  return decline && describe(said.cell, "no", decline);
}

function describe(cell: Cell, status: CellState["status"], by: DatedCapture): CellState {
  const { header } = by;
  return {
    ...cell,
    status,
    basis: readBasis(cell, by.payload),
    since: writeTime(by.at),
    notice: header.notice,
    branch: header.branch,
    capture: header.id,
  };
}

function readBasis(cell: Cell, payload: Payload): Basis {
  if (payload.act === "withdrawal") {
    return payload.right === "objection" ? "member-benefit" : "consent";
  }
  if (payload.act !== "decision") return "consent";
  const given = payload.answers.find((item) => nameCell(item) === nameCell(cell));
  return given?.basis ?? "consent";
}

/**
 * The consents among `given` that come after every one of `refused`: of one device by sequence, since its
 * clock may jump; of another device strictly later by corrected time. In a tie the
 * refusal wins.
 */
function findLastingYes(
  given: readonly DatedCapture[],
  refused: readonly DatedCapture[],
): DatedCapture[] {
  const last = new Map<string, { sequence: number; at: number }>();
  for (const { header, at } of refused) {
    const before = last.get(header.device);
    last.set(header.device, {
      sequence: Math.max(header.sequence, before?.sequence ?? 0),
      at: Math.max(at, before?.at ?? Number.NEGATIVE_INFINITY),
    });
  }
  const bounds = [...last];
  return given.filter(({ header, at }) =>
    bounds.every(([device, bound]) =>
      device === header.device ? header.sequence > bound.sequence : at > bound.at,
    ),
  );
}

function nameCell({ purpose, channel }: Cell): string {
  return channel === null ? purpose : `${purpose} ${channel}`;
}
