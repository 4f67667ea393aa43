import { branchEn } from "./branch-en.ts";
import { casesEn } from "./cases-en.ts";
import { copyWindowEn } from "./copy-window-en.ts";
import { courierEn } from "./courier-en.ts";
import { deskPageEn } from "./desk-page-en.ts";
import { eventEn } from "./event-en.ts";
import { eventPictureEn } from "./event-picture-en.ts";
import { failureScreensEn } from "./failure-screens-en.ts";
import { failuresEn } from "./failures-en.ts";
import { keptEn } from "./kept-en.ts";
import { keysEn } from "./keys-en.ts";
import { leftEn } from "./left-en.ts";
import { picturesEn } from "./pictures-en.ts";
import { picturesOutEn } from "./pictures-out-en.ts";
import { refundsEn } from "./refunds-en.ts";
import { reviewEn } from "./review-en.ts";
import { supportEn } from "./support-en.ts";
import { updateEn } from "./update-en.ts";
import { valuesEn } from "./values-en.ts";
import { waitingEn } from "./waiting-en.ts";

/** What the shell says, in English. Each kind of capture brings its own words. */
export const en = {
  app: {
    name: "Yinyom",
    tagline: "The privacy desk",
    language: "Language",
    close: "Close",
    starting: "Opening the desk",
    loading: "One moment",
    notOnRoster: "{{staff}} (not on this branch’s list)",
    version: "Version {{version}}",
    developmentRuntime:
      "Development runtime: the store on this PC is not encrypted. Do not enter real customers.",
  },
  nav: {
    label: "Pages",
    desk: "Desk",
    cases: "Requests",
    refunds: "Refunds",
    pending: "Pending",
    people: "People",
  },
  frame: {
    lock: "Lock",
    keys: "Function keys",
    signedInAs: "Signed in:",
    status: "Head office",
    notYoursTitle: "This page is for managers",
    notYours: "Ask a manager to sign in and look at it.",
    backToDesk: "Back to the desk",
  },
  role: { counter: "Counter", event: "Events", manager: "Manager" },
  enrol: {
    title: "Connect this PC to head office",
    intro:
      "This is done once. You need head office's address and the one-time code that head office gave your shop.",
    address: "Head office's address",
    addressExample: "For example https://yinyom.example.com",
    code: "One-time code",
    codeHelp: "Capital or small letters and hyphens do not matter. A code works once.",
    connect: "Connect",
    connecting: "Connecting: fetching branch, staff and notices",
    addressNeeded: "Enter the address.",
    codeNeeded: "Enter the code: it has at least 8 characters.",
    what: "What happens",
    step1: "This PC makes a key of its own. Only its public half goes to head office.",
    step2: "Head office says which branch this is, and sends the staff list and the notices.",
    step3: "From then on the desk works without a line, and sends when there is one.",
  },
  signIn: {
    title: "Who is at the desk?",
    choose: "Choose your name",
    chooseFirst: "Choose your name, then enter your PIN.",
    people: "Staff",
    pinTitle: "{{name}}, enter your PIN",
    pin: "6-digit PIN",
    entered: "{{count}} of 6 digits entered",
    checking: "Checking",
    clear: "Clear",
    delete: "Delete the last digit",
    other: "Someone else",
    locked: "Locked",
    lockedHelp: "Too many wrong PINs. A manager can unlock you under People, or head office can.",
    lockedHelpManager:
      "Too many wrong PINs. Another manager can unlock you under People, or head office can.",
    triesLeft_one: "{{count}} try left before you are locked.",
    triesLeft_other: "{{count}} tries left before you are locked.",
    nobodyTitle: "The staff list is not here yet",
    nobody: "It comes from head office by itself as soon as there is a line.",
    askAgain: "Look again",
  },
  people: {
    title: "People",
    intro: "Ten wrong PINs lock a person. Unlock them only when you know who stands before you.",
    name: "Name",
    roles: "Role",
    standing: "Sign-in",
    action: "Action",
    canSignIn: "Can sign in",
    locked: "Locked",
    unlock: "Unlock",
    unlockTitle: "Unlock {{name}}?",
    unlockText:
      "The count of wrong PINs starts again from zero. The PIN stays the same. This is recorded.",
    unlockYes: "Unlock",
    unlockNo: "Leave locked",
    unlocked: "{{name}} can sign in again.",
    nobody: "Head office has sent no staff for this branch.",
  },
  crash: {
    title: "The program made a mistake",
    text: "What was saved is safe, and nothing was deleted. Open the page again; if it happens a second time, tell head office.",
    again: "Open again",
  },
  branch: branchEn,
  cases: casesEn,
  desk: deskPageEn,
  pictures: picturesEn,
  picturesOut: picturesOutEn,
  kept: keptEn,
  ...waitingEn,
  event: eventEn,
  eventPicture: eventPictureEn,
  copyWindow: copyWindowEn,
  refunds: refundsEn,
  review: reviewEn,
  value: valuesEn,
  support: supportEn,
  courier: courierEn,
  left: leftEn,
  update: updateEn,
  failure: failuresEn,
  failureScreen: failureScreensEn,
  keys: keysEn,
};
