import type { ColumnType } from "kysely";

type Moment = ColumnType<Date, Date, Date>;
type MomentOrNull = ColumnType<Date | null, Date | null, Date | null>;

/** A desk that was enrolled. `protocol`: the sync version it spoke last. */
export type DeviceTable = {
  id: string;
  number: ColumnType<number, never, never>;
  branch: string;
  name: string;
  public_key: string;
  enrolled_at: Moment;
  last_seen_at: MomentOrNull;
  protocol: number | null;
  revoked_at: MomentOrNull;
};

/** One-time codes, by the SHA-256 of their normal form. */
export type EnrolmentCodeTable = {
  code_hash: string;
  branch: string;
  issued_at: Moment;
  expires_at: Moment;
  used_at: MomentOrNull;
  device: string | null;
};

/** Nonces seen, until no request with them could pass by its time. */
export type RequestNonceTable = { device: string; nonce: string; expires_at: Moment };

/** What a device claimed is text as it came; only `received_at` is head office's own. */
export type CaptureTable = {
  id: string;
  device: string;
  sequence: number;
  envelope: number;
  kind: string;
  version: number;
  captured_at: string;
  clock_offset_ms: number | null;
  branch: string;
  staff: string;
  amends: string | null;
  notice_id: string | null;
  notice_version: number | null;
  notice_language: string | null;
  notice_hash: string | null;
  content_hash: string;
  previous_hash: string;
  hash: string;
  /** Text, not jsonb, which changes bytes and so hashes. */
  payload: string | null;
  salt: string | null;
  received_at: Moment;
};

/** A capture that was not taken, without its payload. `sound`: its header is true, so it holds its place in the chain. */
export type RefusalTable = {
  device: string;
  id: string;
  hash: string;
  sequence: number;
  kind: string;
  version: number;
  captured_at: string;
  content_hash: string;
  previous_hash: string;
  verdict: "rejected" | "conflict";
  reason: string;
  issues: string | null;
  sound: boolean;
  first_refused_at: Moment;
  last_refused_at: Moment;
};

/** The present state of each piece of reference data for one audience: a branch, or '' for all. */
export type ChangeTable = {
  topic: string;
  key: string;
  audience: string;
  version: number;
  /** JSON; null: it is no longer there. */
  value: string | null;
  published_at: Moment;
};

/** One row: the version of the newest change. */
export type ChangeCounterTable = { id: number; version: number };

export type Tables = {
  device: DeviceTable;
  enrolment_code: EnrolmentCodeTable;
  request_nonce: RequestNonceTable;
  capture: CaptureTable;
  refusal: RefusalTable;
  change: ChangeTable;
  change_counter: ChangeCounterTable;
};
