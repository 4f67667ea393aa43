import type { CaptureKind } from "../../contract/envelope.ts";
import type { SyncStatus } from "../../contract/ipc.ts";
import type { conflictReasons, rejectionReasons } from "../../contract/sync.ts";

type Trouble = NonNullable<SyncStatus["trouble"]>;
type Verdict = (typeof rejectionReasons)[number] | (typeof conflictReasons)[number];

const trouble = {
  "no-line": "No line to head office.",
  "captive-portal":
    "This network asks for a sign-in first. Open a browser and sign in to the network.",
  "too-large": "Head office found the parcel too large. It is being sent in smaller parts.",
  "too-many-requests": "Head office asked this PC to wait a moment.",
  "server-error": "Head office's computer has trouble of its own.",
  "cut-off": "The line broke while sending.",
  "not-trusted": "Head office does not accept this PC's key. Tell head office.",
  clock: "The clock of this PC is wrong. Set date and time.",
  "update-needed": "This program is too old or too new for head office. Tell head office.",
} satisfies Record<Trouble, string>;

const verdict = {
  malformed: "Head office could not read it.",
  "hash-mismatch": "It is not what was saved: its checksum does not match.",
  "wrong-device": "It was taken on another PC than the one that sent it.",
  "payload-refused": "Head office's rules refuse what it says.",
  "payload-missing": "Its content was deleted here before head office had it.",
  "id-taken": "Head office has something else under its number.",
  "sequence-taken":
    "Head office has something else in its place. This PC may have been copied or restored.",
  "chain-broken": "It does not fit the one before it. This PC may have been restored.",
} satisfies Record<Verdict, string>;

const kind = {
  "marketing-consent": "Marketing consent",
} satisfies Record<CaptureKind, string>;

/** What is said of things on their way to head office, in English. */
export const waitingEn = {
  kind,
  sync: {
    allThere: "All at head office",
    thereAt: "at {{at}}",
    nothingWaits: "Nothing waits here",
    lastContact: "last contact {{at}}",
    neverYet: "Not yet in touch with head office",
    waiting_one: "{{count}} waiting, since {{since}}",
    waiting_other: "{{count}} waiting, oldest since {{since}}",
    sending: "Sending",
    parked_one: "{{count}} set aside",
    parked_other: "{{count}} set aside",
    short: {
      "no-line": "No line",
      "captive-portal": "Network asks for sign-in",
      "too-large": "Sending in smaller parts",
      "too-many-requests": "Head office is busy",
      "server-error": "Head office has trouble",
      "cut-off": "Line broke off",
      "not-trusted": "Not accepted by head office",
      clock: "Wrong clock",
      "update-needed": "Update needed",
    } satisfies Record<Trouble, string>,
    trouble,
  },
  pending: {
    title: "Pending",
    intro:
      "What was taken here and is not at head office yet. Withdrawals go first. Nothing is thrown away.",
    what: "What",
    withdrawal: "Withdrawal",
    receipt: "Receipt",
    who: "Taken by",
    age: "Age",
    tries: "Tries",
    reason: "Last reason",
    state: "Standing",
    action: "Action",
    waiting: "Waiting",
    parked: "Set aside",
    notTried: "Not tried yet.",
    nextTry: "Next try {{at}}",
    lastTry: "Tried {{at}}",
    retryOne: "Send again",
    retryAll: "Send all again",
    retried_one: "{{count}} is being sent again. The line above says when it is there.",
    retried_other: "{{count}} are being sent again. The line above says when they are there.",
    emptyTitle: "Everything is at head office",
    emptyText: "Nothing waits on this PC, and nothing is set aside.",
    otherReason: "Other reason: {{reason}}",
    countWaiting_one: "{{count}} waiting",
    countWaiting_other: "{{count}} waiting",
    verdict,
  },
};
