import { nameEventGroup } from "../../captures/event-group.ts";
import type { Envelope } from "../../contract/envelope.ts";
import { relayedCapture } from "../../contract/event.ts";
import type { Connection } from "./connection.ts";

/** Another device's capture. `receivedAt`: ISO, by this device's clock. */
export type KeptRelayed = { envelope: Envelope; deviceNumber: number; receivedAt: string };

export type Relayed = ReturnType<typeof makeRelayed>;

type Row = {
  header: string;
  payload: string | null;
  salt: string | null;
  device_number: number;
  received_at: number;
};

/**
 * Captures that other devices took at events of this branch, as head office passed them on. They are no part
 * of this device's chain, are never sent, and lose their content as its own do.
 */
export function makeRelayed(connection: Connection, now: () => number) {
  // What was purged here stays purged, though head office should send it again with its content.
  const upsert = connection.prepare(
    `INSERT INTO relayed_capture
       (id, event_group, device_number, amends, header, payload, salt, received_at)
     SELECT ?, ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM capture_log WHERE id = ?)
     ON CONFLICT (id) DO UPDATE SET
       payload = iif(relayed_capture.payload IS NULL, NULL, excluded.payload),
       salt = iif(relayed_capture.salt IS NULL, NULL, excluded.salt),
       event_group = excluded.event_group`,
  );
  const remove = connection.prepare("DELETE FROM relayed_capture WHERE id = ?");
  const select = "SELECT header, payload, salt, device_number, received_at FROM relayed_capture";
  const byGroup = connection.prepare<[string], Row>(
    `${select} WHERE event_group = ? AND payload IS NOT NULL ORDER BY id`,
  );
  const byId = connection.prepare<[string], Row>(`${select} WHERE id = ?`);
  const byAmended = connection.prepare<[string], Row>(`${select} WHERE amends = ? ORDER BY id`);
  const groups = connection.prepare<[], { event_group: string }>(
    "SELECT DISTINCT event_group FROM relayed_capture WHERE payload IS NOT NULL ORDER BY event_group",
  );
  const clear = connection.prepare(
    "UPDATE relayed_capture SET payload = NULL, salt = NULL WHERE id = ? AND payload IS NOT NULL",
  );

  return {
    /**
     * Keeps one as head office sent it; null: head office has it no more. This device's own captures are not
     * kept twice. To be called within a transaction, with what was checked against its hashes.
     */
    apply(id: string, value: unknown): void {
      if (value === null) {
        remove.run(id);
        return;
      }
      const { event, deviceNumber, capture } = relayedCapture.parse(value);
      const { payload, salt, ...header } = capture;
      upsert.run(
        capture.id,
        nameEventGroup(event),
        deviceNumber,
        capture.amends,
        JSON.stringify(header),
        payload,
        salt,
        now(),
        capture.id,
      );
    },

    /** Those of one group that still have their content. */
    listByGroup: (group: string) => byGroup.all(group).map(readRow),
    listGroups: () => groups.all().map((row) => row.event_group),
    listAmending: (id: string) => byAmended.all(id).map(readRow),
    readById(id: string): KeptRelayed | null {
      const row = byId.get(id);
      return row === undefined ? null : readRow(row);
    },

    /** Takes away payload and salt. To be called within the store's `write`. */
    purge(ids: readonly string[]): void {
      for (const id of ids) clear.run(id);
    },
  };
}

function readRow({ header, payload, salt, device_number, received_at }: Row): KeptRelayed {
  return {
    // Written by `apply`, after it was parsed.
    envelope: { ...(JSON.parse(header) as Envelope), payload, salt },
    deviceNumber: device_number,
    receivedAt: new Date(received_at).toISOString(),
  };
}
