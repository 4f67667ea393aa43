import type { PersonRecordFound } from "../../../../contract/inbox-person-procedures.ts";

/**
 * What head office has on a person as data for machines (s.31). The names are those of ISO/IEC TS 27560
 * (consent record information structure) where it has one; `record_content` is the record as it is kept, without
 * drawings.
 */
export function formConsentRecords(records: readonly PersonRecordFound[], gatheredAt: string) {
  return {
    schema_version: "ISO/IEC TS 27560:2023",
    generated_at: gatheredAt,
    records: records.map(({ capture, copy }) => {
      const { header, payload, receiptNumber } = capture;
      return {
        record_id: header.id,
        receipt_number: receiptNumber,
        record_type: header.kind,
        collected_at: header.branch,
        privacy_notice: header.notice && {
          notice_id: header.notice.id,
          notice_version: header.notice.version,
          notice_language: header.notice.language,
          notice_sha256: header.notice.hash,
        },
        event: listEvents(payload, header.capturedAt),
        amends_record_id: header.amends,
        attachment: copy,
        record_content: dropDrawings(payload),
      };
    }),
  };
}

type Answered = { purpose: string; channel: string | null; answer: string; basis: string };

/** Each purpose that was spoken of, with what became of it. */
function listEvents(payload: unknown, time: string) {
  const read = payload as { act?: string; answers?: Answered[] } | null;
  const event_type = read?.act ?? "unknown";
  if (!read?.answers) return [{ event_time: time, event_type }];
  return read.answers.map((one) => ({
    event_time: time,
    event_type,
    purpose: one.purpose,
    channel: one.channel,
    lawful_basis: one.basis,
    event_state: one.answer === "yes" ? "consent given" : "consent refused",
  }));
}

function dropDrawings(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropDrawings);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) =>
      key === "signature" ? [] : [[key, dropDrawings(one)]],
    ),
  );
}
