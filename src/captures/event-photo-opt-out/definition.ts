import type { EventWord } from "../../contract/event.ts";
import {
  defineCapture,
  type RetentionClass,
  type SearchKeys,
  type Urgency,
} from "../define-capture.ts";
import { nameEventGroup } from "../event-group.ts";
import { listExpired } from "./event-retention.ts";
import { type Payload, payload, readEvent } from "./payload.ts";
import { attachPicture, readPictureMark, readPurpose } from "./picture-acts.ts";
import { checkRules } from "./rules.ts";

/** What people at an event want of its pictures, and what the staff did about it. */
export const eventPhotoOptOut = defineCapture<Payload>({
  kind: "event-photo-opt-out",
  version: 1,
  payload,
  upcasts: {},
  roles: ["counter", "event", "manager"],
  rolesFor(item) {
    // Somebody who saw themselves online comes to a shop, long after the event.
    if (isOfAnyDesk(item)) {
      return ["counter", "event", "manager"];
    }
    return item.act === "start-event" ? ["manager"] : ["event", "manager"];
  },
  // s.23 speaks of collecting. A bare refusal tells no one's details and must not wait for a text to be read.
  needsNotice(item) {
    if (item.act === "photo-consent" || item.act === "reference-picture") return true;
    if (item.act === "opt-out") return item.contact !== null || item.referencePicture;
    return item.act === "take-down-request" && item.contact !== null;
  },
  checkRules,
  searchKeys,
  // Nobody here has a record of their own: an opt-out is found by its event.
  subject: () => null,
  urgency,
  retention,
  takeOut: (item, reason) =>
    item.act === "photo-consent" ? { act: "void", event: item.event, reason } : null,
  // Whoever does not want to be photographed does not wait; a yes may.
  review: (item) => {
    if (item.act !== "photo-consent") return null;
    return item.guardian !== null ? ["minor"] : [];
  },
  listExpired,
  eventWord,
  attachment: {
    purpose: readPurpose,
    read: readPictureMark,
    write: attachPicture,
  },
});

const ofAnyDesk: ReadonlySet<Payload["act"]> = new Set([
  "take-down-request",
  "take-down-picture",
  "photo-withdrawal",
]);

function isOfAnyDesk({ act }: Payload): boolean {
  return ofAnyDesk.has(act);
}

function eventWord(item: Payload): EventWord | null {
  switch (item.act) {
    case "start-event":
      return { says: "started", plan: item.plan };
    case "close-event":
      return { says: "closed", event: item.event };
    case "take-down-request":
      return { says: "take-down", event: item.event };
    case "opt-out":
      return { says: "opted-out", event: item.event, isTakeDown: item.wish === "take-down" };
    case "correct":
      return { says: "corrected", isTakeDown: item.wish === "take-down" };
    case "photo-withdrawal":
      return { says: "consent-ended", event: item.event };
    case "void":
      return { says: "taken-back" };
    default:
      return null;
  }
}

function searchKeys(item: Payload): SearchKeys {
  const contact = item.act === "opt-out" || item.act === "take-down-request" ? item.contact : null;
  return {
    phone: contact?.phone ? [contact.phone] : [],
    email: contact?.email ? [contact.email] : [],
    member: [],
    receipt: item.act === "photo-withdrawal" ? item.receipts : [],
    name: [],
    group: [nameEventGroup(readEvent(item))],
  };
}

/** What keeps a picture from being taken or shown goes before all else. */
function urgency(item: Payload): Urgency {
  switch (item.act) {
    case "opt-out":
    case "correct":
    case "photo-withdrawal":
    case "take-down-request":
      return "withdrawal";
    default:
      return "ordinary";
  }
}

function retention(item: Payload): RetentionClass {
  switch (item.act) {
    case "opt-out":
    case "correct":
    case "recognise":
    case "void":
    case "take-down-request":
    case "reference-picture":
    case "take-down-picture":
      return "until-event-closed";
    case "photo-consent":
      return "until-withdrawn";
    case "photo-withdrawal":
      return "evidence-of-refusal";
    case "start-event":
    case "hand-over":
    case "pictures-checked":
    case "close-event":
      return "record-of-event";
  }
}
