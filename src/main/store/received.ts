import type { CaptureId } from "../../contract/ids.ts";
import type { OfficeKey } from "../../contract/office-key.ts";
import type { Reference, StaffMember } from "../../contract/reference.ts";
import { type Change, change } from "../../contract/sync.ts";
import type { Audit } from "./audit.ts";
import type { Connection } from "./connection.ts";
import type { Relayed } from "./relayed.ts";

export type Received = ReturnType<typeof makeReceived>;

/** Marks the topic of a value that this version could not read, kept for the version that can: see sync/pull. */
export const unreadPrefix = "unread:";

type Row = { topic: string; key: string; value: string };
type Values<Topic extends Change["topic"]> = NonNullable<
  Extract<Change, { topic: Topic }>["value"]
>[];

type ReceivedDeps = {
  relayed: Pick<Relayed, "apply">;
  audit: Pick<Audit, "add">;
  /** The device's clock in ms since 1970. */
  now(): number;
};

/** What head office sent for work with no line: kept as it came, read by what this version knows. */
export function makeReceived(connection: Connection, { relayed, audit, now }: ReceivedDeps) {
  const upsert = connection.prepare(
    `INSERT INTO received (topic, key, value) VALUES (?, ?, ?)
     ON CONFLICT (topic, key) DO UPDATE SET value = excluded.value`,
  );
  const remove = connection.prepare("DELETE FROM received WHERE topic = ? AND key = ?");
  const byTopic = connection.prepare<[string], Row>(
    "SELECT topic, key, value FROM received WHERE topic = ? ORDER BY key",
  );
  const readOne = connection
    .prepare<[string, string], string>("SELECT value FROM received WHERE topic = ? AND key = ?")
    .pluck();
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
    const [rightsSettings = null] = list("rights-settings");
    if (!controller || !settings || !branch) return null;
    if (notices.length === 0 || purposes.length === 0 || channels.length === 0) return null;
    const [copyRules = null] = list("copy-rules");
    const [eventSettings = null] = list("event-settings");
    const [deskRetention = null] = list("desk-retention");
    const [pendingRules = null] = list("pending-rules");
    const [updatePolicy = null] = list("update-policy");
    const [recoveryKey = null] = list("recovery-key");
    const events = list("event")
      .filter((item) => item.branches.includes(branch.id))
      .sort((one, other) => (one.id < other.id ? -1 : 1));
    return {
      controller,
      branch,
      branches,
      purposes,
      channels,
      notices,
      settings,
      copyRules,
      events,
      eventSettings,
      rightsSettings,
      restrictions: list("restriction"),
      deskRetention,
      pendingRules,
      updatePolicy,
      recoveryKey,
    };
  }

  function applyOne(topic: string, key: string, value: unknown): void {
    if (value === null) remove.run(topic, key);
    else upsert.run(topic, key, JSON.stringify(value));
  }

  /** Who may do what at this desk is on its record, by whose id; the roster itself says how it is now. */
  function applyStaff(key: string, value: unknown): void {
    const before = readOne.get("staff", key) ?? null;
    applyOne("staff", key, value);
    // The first roster changes nothing: nobody could work here before.
    if (readCursor.get() === 0 || before === (value === null ? null : JSON.stringify(value)))
      return;
    audit.add({ at: now(), staff: null, action: "roster-changed", subject: key });
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
            // Other devices' captures lie apart: they are many, and their content ends with their event.
            if (topic === "event-capture") relayed.apply(key, value ?? null);
            else if (topic === "staff") applyStaff(key, value ?? null);
            else applyOne(topic, key, value ?? null);
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

    /** Head office's answers to requests to take pictures down. */
    listTakeDownAnswers: () => list("take-down-answer"),

    /** Forgets what these requests were answered in words, and keeps that they were. */
    forgetAnswerWords(requests: readonly string[]): void {
      for (const answer of list("take-down-answer")) {
        if (answer.words === null || !requests.includes(answer.request)) continue;
        const bare = JSON.stringify({ ...answer, words: null });
        upsert.run("take-down-answer", answer.request, bare);
      }
    },

    /** The captures whose content head office has erased. */
    listErased(): CaptureId[] {
      return [...new Set(list("erasure").flatMap(({ captures }) => captures))];
    },

    /** Null until enough has come for the desk to work. */
    readReference(): Reference | null {
      reference ??= assemble();
      return reference;
    },

    /** Head office's own key: what goes by courier is sealed to it. Null: none has come yet. */
    readOfficeKey(): OfficeKey | null {
      const [key = null] = list("office-key");
      return key;
    },

    /** The cases that head office published to this branch. */
    listCases: () => list("case"),

    /** Forgets what head office published of these cases; it has them. */
    forgetCases(ids: readonly string[]): void {
      for (const id of ids) remove.run("case", id);
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
