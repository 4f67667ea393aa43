import type { ColumnType, Generated } from "kysely";
import type { AuditFaultCode } from "../../contract/audit.ts";

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
  /** JSON as contract/branch-picture.ts has it; null until it has told. */
  standing: ColumnType<string | null, never, string>;
  /** When it said that it has handed over all it could; null: it has not. */
  left_at: ColumnType<Date | null, never, Date>;
  /** What it said then: JSON as `leaveRequest` has it. */
  left_with: ColumnType<string | null, never, string>;
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
  /** The device it came from, which does not get it back. */
  source: ColumnType<string | null, string | null | undefined, string | null>;
};

/** What a capture belongs to, together with others: such as `event songkran-2026`. */
export type CaptureGroupTable = { capture: string; name: string };

/** A request to take a published picture down. `outcome` null: nobody has looked at it yet. */
export type TakeDownTable = {
  capture: string;
  event: string | null;
  branch: string;
  asked_at: Moment;
  outcome: "in-work" | "taken-down" | "not-ours" | "refused" | "taken-back" | null;
  words: string | null;
  answered_at: MomentOrNull;
};

/** One row: the version of the newest change. */
export type ChangeCounterTable = { id: number; version: number };

/** A sealed picture. `sealed` is there from when it is whole until it is destroyed. */
export type AttachmentTable = {
  capture: string;
  /** The refused capture that it was sealed for, which `capture` says again; null: it was sealed for `capture`. */
  sealed_capture: ColumnType<string | null, string | null | undefined, string | null>;
  sealed_sequence: ColumnType<number | null, number | null | undefined, number | null>;
  purpose: string;
  sealing_key: string;
  digest: string;
  size: number;
  received: number;
  sealed: Buffer | null;
  whole_at: Moment | null;
  destroyed_at: Moment | null;
};

/** Bytes of a picture that is not whole yet. */
export type AttachmentPieceTable = { capture: string; first_byte: number; bytes: Buffer };

/** What was done with copies, by whom and why; each entry linked to the one before by hash. */
export type CopyLogTable = {
  /** Counts from 1 without gaps. */
  entry: number;
  at: string;
  action: string;
  capture: string | null;
  who: string;
  role: string;
  reason: string;
  previous_hash: string;
  hash: string;
};

/** Who may use the inbox. `password`: JSON of what scrypt made of it, with its cost. */
export type AccountTable = {
  id: string;
  sign_in: string;
  name: string;
  role: "dpo" | "viewer";
  password: string;
  /** Tries since the last good one. */
  wrong_tries: Generated<number>;
  /** No try counts before. */
  not_before: MomentOrNull;
  created_at: Moment;
  last_seen_at: MomentOrNull;
  disabled_at: MomentOrNull;
};

/** A sign-in that lasts, by the SHA-256 of its token. */
export type InboxSessionTable = {
  token_hash: string;
  account: string;
  began_at: Moment;
  last_seen_at: Moment;
};

/** What was done at head office, chained by hash. `about`: JSON of ids and codes, never of a customer. */
export type OfficeActionTable = {
  sequence: number;
  at: Moment;
  account: string | null;
  action: string;
  about: string;
  previous_hash: string;
  hash: string;
};

/** A request and what became of it. `published`: JSON as the branch is told it. */
export type RightsCaseTable = {
  id: string;
  branch: string;
  published: string;
  clock_doubtful: boolean;
  voided: boolean;
  /** What a search looks in: number, name, phone, email, member number; lower case. */
  found_by: string;
};

/** Which case a capture belongs to; a purged capture could not say any more. */
export type CaseCaptureTable = { capture: string; case_id: string };

/** One line of a device's log of who did what, as it came; only `received_at` is head office's own. */
export type AuditEntryTable = {
  device: string;
  sequence: number;
  at: string;
  staff: string | null;
  action: string;
  subject: string | null;
  previous_hash: string;
  hash: string;
  received_at: Moment;
};

/** The furthest that a device said its log goes, and how much of it has come (`top`). */
export type AuditEndTable = {
  device: string;
  sequence: number;
  hash: string;
  top: Generated<number>;
  heard_at: Moment;
};

/** What is wrong with a device's log. `seen_at`: a DPO has looked at it. */
export type AuditFaultTable = {
  device: string;
  sequence: number;
  fault: AuditFaultCode;
  found_at: Moment;
  seen_at: MomentOrNull;
};

/** Head office's own keys: public halves as published, private halves PKCS #8 in base64. */
export type OfficeKeyTable = {
  id: string;
  seal_to: string;
  signed_by: string;
  opens_with: string;
  signs_with: string;
  made_at: Moment;
};

/**
 * A bundle of a courier file, once for each way it came. `via`: the device that brought it, or the file that somebody
 * took in. Counts are null while it is being taken.
 */
export type CourierArrivalTable = {
  bundle: string;
  via: string;
  device: string;
  brought_by: string | null;
  account: string | null;
  came_at: Moment;
  accepted: ColumnType<number | null, never, number>;
  had: ColumnType<number | null, never, number>;
  refused: ColumnType<number | null, never, number>;
  pieces: ColumnType<number | null, never, number>;
  log_entries: ColumnType<number | null, never, number>;
  unread: ColumnType<number | null, never, number>;
};

export type Tables = {
  device: DeviceTable;
  enrolment_code: EnrolmentCodeTable;
  request_nonce: RequestNonceTable;
  capture: CaptureTable;
  refusal: RefusalTable;
  change: ChangeTable;
  change_counter: ChangeCounterTable;
  capture_group: CaptureGroupTable;
  take_down: TakeDownTable;
  attachment: AttachmentTable;
  attachment_piece: AttachmentPieceTable;
  copy_log: CopyLogTable;
  account: AccountTable;
  inbox_session: InboxSessionTable;
  office_action: OfficeActionTable;
  rights_case: RightsCaseTable;
  case_capture: CaseCaptureTable;
  audit_entry: AuditEntryTable;
  audit_end: AuditEndTable;
  audit_fault: AuditFaultTable;
  office_key: OfficeKeyTable;
  courier_arrival: CourierArrivalTable;
};
