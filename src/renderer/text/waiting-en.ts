import type { pieceRefusals } from "../../contract/attachment.ts";
import type { CaptureKind } from "../../contract/envelope.ts";
import type { SyncStatus } from "../../contract/ipc.ts";
import type { conflictReasons, rejectionReasons } from "../../contract/sync.ts";

type Trouble = NonNullable<SyncStatus["trouble"]>;
type Verdict =
  | (typeof rejectionReasons)[number]
  | (typeof conflictReasons)[number]
  | (typeof pieceRefusals)[number];

const short = {
  "no-line": "No line",
  "captive-portal": "Network asks for sign-in",
  "too-large": "Parcel too large",
  "too-many-requests": "Head office is busy",
  "server-error": "Head office has trouble",
  "cut-off": "Line broke off",
  "not-trusted": "Not accepted by head office",
  clock: "Wrong clock",
  "update-needed": "Versions do not match",
  "store-trouble": "This PC cannot save",
  revoked: "This PC was taken out of use",
  "revoked-unsealed": "This PC was taken out of use",
} satisfies Record<Trouble, string>;

const advice = {
  "no-line": "It is sent by itself when the line is back.",
  "captive-portal": "Open a browser and sign in to the network.",
  "too-large": "It is being sent in smaller parts.",
  "too-many-requests": "It is sent by itself in a moment.",
  "server-error": "It is sent by itself when head office is well again.",
  "cut-off": "It is being sent again.",
  "not-trusted": "Tell head office: it does not know this PC's key.",
  clock: "Set this PC's date and time.",
  "update-needed": "Tell head office: the program on this PC may need an update.",
  revoked:
    "Use another PC. What waits here is being handed to head office: leave this PC on and connected.",
  "revoked-unsealed":
    "Use another PC, and tell head office: what waits here cannot be handed over, since head office's key never came.",
  "store-trouble": "Its disk may be full. What was saved is safe, and is sent once there is room.",
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
  "no-capture": "Head office does not have the entry that this copy belongs to.",
  "not-its-picture": "Head office's entry speaks of another copy.",
  "digest-mismatch": "The copy did not arrive as it was saved.",
  destroyed: "Head office has destroyed this copy: its time was over.",
} satisfies Record<Verdict, string>;

const kind = {
  "marketing-consent": "Marketing consent",
  "id-copy": "Refund or ID copy",
  "event-photo-opt-out": "Event and its photographs",
  "rights-request": "Rights request",
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
    late: "waits for {{age}}",
    held_one: "{{count}} for the manager",
    held_other: "{{count}} for the manager",
    parked_one: "{{count}} set aside",
    parked_other: "{{count}} set aside",
    short,
    advice,
  },
  pending: {
    title: "Pending",
    intro:
      "What was taken here and is not at head office yet. Withdrawals go first. Nothing is thrown away.",
    picture: "Sealed copy",
    withdrawal: "Withdrawal",
    urgent: "Urgent",
    receipt: "Receipt and kind",
    who: "Taken by",
    age: "Age",
    tries_one: "{{count}} try",
    tries_other: "{{count}} tries",
    reason: "Last reason",
    state: "Standing",
    action: "Action",
    about: "Whom",
    nobody: "No name kept",
    look: "Look",
    states: {
      waiting: "Waiting",
      sending: "On its way",
      parked: "Set aside",
      held: "For you to look at",
      "given-back": "Given back",
      released: "Let go",
    },
    due: {
      late_one: "{{count}} day late",
      late_other: "{{count}} days late",
      today: "Due today",
      left_one: "{{count}} day left",
      left_other: "{{count}} days left",
    },
    holdReason: {
      minor: "A child or young person.",
      "id-copy": "There is a copy of a document.",
      "identity-unseen": "No document was seen yet.",
      "clock-in-doubt": "This PC's clock may be wrong.",
      kind: "Head office wants these to be looked at.",
      "amends-held": "It corrects one that is held.",
    },
    goes: "It goes as soon as there is a line. Until then you can still keep it here.",
    note: "Your note: {{note}}",
    notTried: "Not tried yet.",
    nextTry: "Next try",
    lastTry: "Tried",
    retryOne: "Send again",
    retryAll: "Send all again",
    retried_one: "{{count}} is being sent again. The line above says when it is there.",
    retried_other: "{{count}} are being sent again. The line above says when they are there.",
    emptyTitle: "Everything is at head office",
    emptyText: "Nothing waits on this PC, and nothing is set aside.",
    lineReason: "{{short}}. {{advice}}",
    otherReason: "Other reason: {{reason}}",
    verdict,
  },
};
