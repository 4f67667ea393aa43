import type { FailureCode, IssueCode } from "../../contract/failure.ts";

const code = {
  refused: "Something in the form is not right yet.",
  "signed-out": "Nobody is signed in any more. Sign in again: what you typed is kept.",
  "not-your-role": "Your role may not do this. Ask a manager.",
  "not-found": "It is not on this PC.",
  "notice-changed":
    "Head office has published new words since this was opened. Read them to the customer again.",
  "already-amended": "It has been put right or taken out before.",
  "not-held": "It is not held any more: it has gone to head office or is on its way.",
  "not-sayable":
    "This one cannot be corrected here. Take it out with a reason, or tell head office.",
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
  "versions-apart":
    "The versions of this program and of head office do not match. Tell head office: the program on this PC may need an update.",
  "bad-picture": "This is not one plain picture. Please take it again.",
  "update-first":
    "This version of the program takes no new records. Lock the desk, then press Update. Withdrawals are still taken.",
  "update-not-now": "The update cannot go in just now. Try again in a moment.",
  "wrong-passphrase":
    "That is not the passphrase. Check capital letters and the keyboard's language.",
  "not-the-answer":
    "This answer does not open this PC. Copy all of it, and check that it answers the text above.",
  "print-failed":
    "It could not be printed or written. Check the printer, or choose another folder.",
  "case-step": "This step cannot be taken from where the request stands.",
  "courier-no-key":
    "This PC has not got head office's key yet. It must speak with head office once over the line first.",
  "courier-nothing": "There is nothing to write.",
  "courier-not-a-file":
    "This is no courier file, or all of it is damaged. Nothing was taken in. Choose another file, or have it written again.",
  "courier-too-new":
    "A newer version of the program wrote this file. Update this PC, then take it in. Nothing was taken in.",
  "courier-unreadable": "The file cannot be read. Put the stick back in, then try again.",
  "courier-not-written":
    "The file could not be written. The stick may be full, write-protected or pulled out. Choose another place, then try again.",
  "courier-busy": "Another courier file is just being written or read. Wait a moment.",
  "device-revoked":
    "Head office has taken this PC out of use. Nothing new can be saved here: use another PC.",
  "device-left": "Head office has taken this PC out of use, and its data can no longer be opened.",
  cancelled: "Cancelled. Nothing was done.",
  "pictures-none":
    "There is no JPEG, PNG or WebP picture in this folder. Choose another one; raw files cannot be shown.",
  "pictures-folder-gone":
    "The folder cannot be read any more. Put the card or drive back in, then open the folder again: what was decided is kept.",
  "picture-unreadable":
    "This picture cannot be opened. It may be damaged or cut off. It was not decided; look at it in another program.",
  "picture-too-large":
    "This picture is too large to be shown here (over 100 MB or 110 megapixels). Make a smaller copy of it.",
  "picture-gone": "This picture is no longer in the folder. Put it back, or open the folder again.",
  "picture-locked": "This PC does not let the program read it. Ask whoever looks after the PC.",
  "picture-changed":
    "This picture was changed since it was shown. Look at it again, then decide again.",
  "review-ended": "The folder was closed. Open it again: what was decided is kept.",
  "export-disk-full":
    "The disk is full. The last file was not written. Free some space or choose another folder, then go on.",
  "export-folder-gone":
    "The folder for the new files cannot be found. Put the drive back in or choose another folder, then go on.",
  "export-not-writable":
    "Nothing can be written to this folder. Choose another folder, then go on.",
  "export-among-originals":
    "This folder is in the folder of the originals. Choose one outside it, so that the two are never mixed.",
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
  "passphrase-needed": "A manager has to type the passphrase of this PC first.",
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
  "unknown-choice": "A choice is no longer in use.",
  "bad-account": "The account number is not right.",
  "wrong-payment": "The way of giving back does not go with the reason.",
  "last-four": "Only the last four characters of the document's number are kept.",
  "tick-every-field": "A field to be covered is not ticked yet.",
  "manager-needed": "A manager has to decide this.",
  "pin-needed": "A PIN is missing.",
  "second-person-needed": "A second person is missing.",
} satisfies Record<IssueCode, string>;

/** Words for every failure a person can meet, in English. A code without words does not compile. */
export const failuresEn = { code, issue };
