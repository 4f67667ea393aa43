import { casesEn } from "./cases-en.ts";
import { copiesEn } from "./copies-en.ts";
import { courierEn } from "./courier-en.ts";
import { deskLogsEn } from "./desk-logs-en.ts";
import { eventsEn } from "./events-en.ts";
import { lossEn } from "./loss-en.ts";
import { officeEn } from "./office-en.ts";
import { personEn } from "./person-en.ts";
import { publishEn } from "./publish-en.ts";
import { recoveryEn } from "./recovery-en.ts";
import { registersEn } from "./registers-en.ts";

/** What the inbox says, in English. */
export const en = {
  app: {
    headOffice: "Head office",
    language: "Language",
    loading: "One moment",
    close: "Close",
    cancel: "Cancel",
    save: "Save",
    change: "Change",
    remove: "Remove",
    action: "What to do",
    yes: "Yes",
    no: "No",
    id: "Short name",
    idHelp: "Small letters, digits and hyphens. It stays for good.",
    signedInAs: "Signed in as",
    signOut: "Sign out",
  },
  language: { th: "Thai", en: "English" },
  role: { dpo: "Data protection officer", viewer: "May look" },
  nav: {
    label: "Pages",
    customers: "Customers",
    publish: "Published to the shops",
    office: "Head office",
    cases: "Cases",
    takeDowns: "Take-downs",
    copies: "ID copies",
    registers: "Registers",
    notices: "Notices",
    purposes: "Purposes",
    settings: "Settings",
    branches: "Branches",
    events: "Events",
    roster: "Staff and PINs",
    devices: "Devices",
    accounts: "Accounts",
    log: "What was done",
    deskLogs: "Logs of the PCs",
    courier: "Courier files",
  },
  signIn: {
    tagline: "The privacy desk's head office",
    what: "Requests of customers are answered here, and what the shops go by is published.",
    title: "Sign in",
    intro: "With the account that was made for you.",
    name: "Sign-in name",
    password: "Password",
    enter: "Sign in",
    forgotten:
      "Forgotten? Another DPO can give you a new password, and so can whoever runs the server.",
  },
  once: {
    noted: "I have noted it",
    only: "It is shown this once and kept nowhere in readable form.",
  },
  refusal: {
    "signed-out": "You are no longer signed in. Sign in again; what is saved stays saved.",
    "not-your-role": "Only the DPO may do this.",
    "wrong-password": "The name or the password is not right. Check both and try again.",
    "slow-down_one": "Too many wrong tries. Wait {{count}} second, then try again.",
    "slow-down_other": "Too many wrong tries. Wait {{count}} seconds, then try again.",
    "slow-down": "Too many wrong tries. Wait a while, then try again.",
    "not-from-this-page":
      "Head office did not accept where this came from. Open the inbox by its own address.",
    malformed: "Head office could not read this. Check what you typed.",
    "not-found": "This is not there any more. Load the page again.",
    "too-many-requests": "Too many requests from here. Wait a minute.",
    "name-taken": "This name is taken. Choose another.",
    "in-the-past": "The day is past. A notice can take effect today at the earliest.",
    "in-use": "This is the last one; the desks need at least one.",
    "password-too-short": "The new password is too short.",
    "last-dpo": "This is the last open account of a DPO. Make another first.",
    "case-step": "This step does not fit where the case stands now.",
    "reason-needed": "A refusal needs its reason, in words that the person can be told.",
    "copy-key-shut":
      "This file and passphrase open no key. Choose the key's file and type its passphrase again.",
    "other-copy-key": "This copy was sealed to another key. Choose that key's file.",
    "copy-destroyed": "This copy is destroyed: its time was over.",
    "copy-not-authentic":
      "This is not what the shop sealed for this refund: it was changed or swapped. It is not shown, and the log says so. Tell whoever runs the server.",
    "recovery-unreadable":
      "This is not a PC's request, or not all of it. Copy the whole text that the shop sent.",
    "recovery-unknown": "Head office knows no such PC.",
    "recovery-revoked": "This PC is revoked: it gets no keys back.",
    "recovery-not-authentic":
      "These are not the keys that this PC sealed: the text was changed on the way, or put together from two.",
    "other-recovery-key":
      "This PC's keys are sealed to another recovery key. Choose that key's file.",
    "server-error": "Head office could not do it. Try again; if it stays so, tell whoever runs it.",
    "no-line": "There is no line to head office. Check the network and try again.",
  },
  ...casesEn,
  ...publishEn,
  ...personEn,
  ...registersEn,
  ...eventsEn,
  ...deskLogsEn,
  ...copiesEn,
  ...lossEn,
  ...recoveryEn,
  ...courierEn,
  ...officeEn,
} as const;
