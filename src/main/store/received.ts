import type { NoticeShown } from "../../contract/envelope.ts";
import type { Notice, Reference, StaffMember } from "../../contract/reference.ts";
import { type Change, change } from "../../contract/sync.ts";
import type { Connection } from "./connection.ts";

export type Received = ReturnType<typeof makeReceived>;

/** Marks the topic of a value that this version could not read, kept for the version that can: see sync/pull. */
export const unreadPrefix = "unread:";

type Row = { topic: string; key: string; value: string };
type Values<Topic extends Change["topic"]> = NonNullable<
  Extract<Change, { topic: Topic }>["value"]
>[];

/** What head office sent for work with no line: kept as it came, read by what this version knows. */
export function makeReceived(connection: Connection) {
  const upsert = connection.prepare(
    `INSERT INTO received (topic, key, value) VALUES (?, ?, ?)
     ON CONFLICT (topic, key) DO UPDATE SET value = excluded.value`,
  );
  const remove = connection.prepare("DELETE FROM received WHERE topic = ? AND key = ?");
  const byTopic = connection.prepare<[string], Row>(
    "SELECT topic, key, value FROM received WHERE topic = ? ORDER BY key",
  );
  const unread = connection.prepare<[string], Row>(
    "SELECT topic, key, value FROM received WHERE topic GLOB ? ORDER BY topic, key",
  );
  const readCursor = connection.prepare<[], number>("SELECT pull_cursor FROM device").pluck();
  const writeCursor = connection.prepare("UPDATE device SET pull_cursor = ?");
  const readBranch = connection.prepare<[], string | null>("SELECT branch FROM device").pluck();

  // Parsing the notices at each save would cost more than the save. This is the only writer.
  let reference: Reference | null = null;
  let staff: StaffMember[] | null = null;

  function list<Topic extends Change["topic"]>(topic: Topic): Values<Topic> {
    return byTopic.all(topic).flatMap((row) => {
      // A value that this version cannot read is left alone, not guessed at: see applyChanges.
      const parsed = change.safeParse({ ...row, value: JSON.parse(row.value) });
      return parsed.success && parsed.data.value !== null ? [parsed.data.value] : [];
    }) as Values<Topic>;
  }

  function assemble(): Reference | null {
    const [controller] = list("controller");
    const [settings] = list("settings");
    const branches = list("branch");
    const own = readBranch.get();
    const branch = branches.find((one) => one.id === own);
    const notices = list("notice");
    const purposes = list("purpose").sort((one, other) => one.order - other.order);
    const channels = list("channel").sort((one, other) => one.order - other.order);
    if (!controller || !settings || !branch) return null;
    if (notices.length === 0 || purposes.length === 0 || channels.length === 0) return null;
    return { controller, branch, branches, purposes, channels, notices, settings };
  }

  return {
    /** The last change that was applied; 0 before the first. */
    cursor: () => readCursor.get() ?? 0,

    /**
     * One transaction: every change and the cursor. A null value of a known topic takes the entry away.
     * What this version does not know is kept as it came, for the version that will.
     */
    applyChanges(
      changes: readonly { topic: string; key: string; value: unknown }[],
      cursor: number,
    ): void {
      connection
        .transaction(() => {
          for (const { topic, key, value } of changes) {
            if (value === null || value === undefined) remove.run(topic, key);
            else upsert.run(topic, key, JSON.stringify(value));
          }
          writeCursor.run(cursor);
        })
        .immediate();
      reference = null;
      staff = null;
    },

    /** What was put aside unread, under the topic and key that head office gave it. */
    listUnread(): { topic: string; key: string; value: unknown }[] {
      return unread.all(`${unreadPrefix}*`).map(({ topic, key, value }) => {
        return { topic: topic.slice(unreadPrefix.length), key, value: JSON.parse(value) };
      });
    },

    /** Null until enough has come for the desk to work. */
    readReference(): Reference | null {
      reference ??= assemble();
      return reference;
    },

    /** Everyone who may sign in at this desk's branch. */
    listStaff(): StaffMember[] {
      const own = readBranch.get() ?? null;
      if (own === null) return [];
      staff ??= list("staff").filter((person) => person.branch === own);
      return staff;
    },
  };
}

/**
 * The version of a notice that is in force on a day (ISO date): of those in effect the highest. Null: the
 * notice is not known, or not in effect yet.
 */
export function findCurrentNotice(
  notices: readonly Notice[],
  id: NoticeShown["id"],
  today: string,
): Notice | null {
  return notices
    .filter((notice) => notice.id === id && notice.effectiveFrom <= today)
    .reduce<Notice | null>(
      (newest, notice) => (newest && newest.version > notice.version ? newest : notice),
      null,
    );
}
