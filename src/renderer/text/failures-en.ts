import type { FailureCode, IssueCode } from "../../contract/failure.ts";

const code = {
  refused: "Something in the form is not right yet.",
  "signed-out": "Nobody is signed in any more. Sign in again: what you typed is kept.",
  "not-your-role": "Your role may not do this. Ask a manager.",
  "not-found": "It is not on this PC.",
  "notice-changed":
    "Head office has published new words since this was opened. Read them to the customer again.",
  "already-amended": "It has been put right or taken out before.",
  "wrong-pin": "That PIN is not right.",
  "person-locked": "Locked after too many wrong PINs.",
  "not-enrolled": "This PC is not connected to head office yet.",
  "already-enrolled": "This PC is connected to head office already.",
  "enrolment-code-refused":
    "Head office does not take this code. It may be mistyped, used before or too old. Ask for a new one.",
  "bad-address": "This is not an address. It begins with https://",
  "head-office-unreachable":
    "No answer from this address. Check the address and the line, then try again.",
  "not-head-office":
    "Something answers at this address, but it is not head office. A network that wants a sign-in does this too.",
  "head-office-busy": "Head office asks to wait. Try again in a minute.",
  "print-failed":
    "It could not be printed or written. Check the printer, or choose another folder.",
  cancelled: "Cancelled. Nothing was done.",
  "store-damaged":
    "The file with this PC's data is damaged. Nothing was saved. Close the program and tell head office.",
  "store-wrong-key":
    "The key does not open this PC's data. Close the program and tell head office.",
  "store-key-missing":
    "The key to this PC's data is missing. Close the program and tell head office.",
  "store-disk-full":
    "The disk is full, so nothing was saved. Free some space, then save again: what you typed is still here.",
  "store-read-only":
    "The data cannot be written, so nothing was saved. Make the folder writable, then save again.",
  "store-too-new": "The data was written by a newer version of this program.",
  "store-not-encrypted": "The data is not encrypted as it should be.",
  "store-busy":
    "Another program holds the data. Nothing was saved. Wait a moment, then save again.",
  "key-protection-missing": "This PC's safe place for keys cannot be used.",
  "already-running": "The program is open already.",
} satisfies Record<FailureCode, string>;

const issue = {
  required: "Something is not filled in.",
  "too-long": "A text is too long.",
  "too-short": "A text is too short.",
  "bad-form": "Something does not have the right form.",
  "card-number": "There is a payment card number in it. We keep none: delete it.",
  "id-number": "There is a national ID number in it. It is not needed: delete it.",
  "bad-phone": "The phone number is not right.",
  "made-up-phone": "There is no such phone number.",
  "bad-email": "The email address is not right.",
  "one-character-name": "The name has only one character.",
  "impossible-date": "There is no such date.",
  "choose-a-channel": "A yes has no channel yet.",
  "contact-needed": "A contact detail for a chosen channel is missing.",
  "contact-not-needed": "There is a contact detail that no channel needs.",
  "guardian-needed": "The holder of parental power is missing.",
  "guardian-not-needed": "No holder of parental power is needed.",
  "signature-needed": "The signature is missing.",
  "reason-needed": "The reason is missing.",
  "answer-every-purpose": "A purpose has no answer yet.",
  "unknown-purpose": "A purpose is no longer in use.",
  "unknown-channel": "A channel is no longer in use.",
  "wrong-basis": "Head office changed the basis.",
  "not-withdrawable": "There is nothing to take back.",
  "bad-receipt-number": "The receipt number is not right.",
  "withdrawal-stands": "A withdrawal stands.",
  "nothing-to-amend": "There is nothing to put right.",
} satisfies Record<IssueCode, string>;

/** Words for every failure a person can meet, in English. A code without words does not compile. */
export const failuresEn = { code, issue };
