import type { StoreFailureCode } from "../../contract/failure.ts";

/** `steps` stand one a line. */
type FailureScreen = { title: string; happened: string; steps: string };

const code = {
  "store-damaged": {
    title: "The data file on this PC is damaged",
    happened:
      "The program found that the file is not whole, and has not changed it. A disk fault or a power cut can do this.",
    steps:
      "Do not delete or rename anything in the folder below.\nTell head office. They have all that was sent, and can help to rescue the rest.\nWork on another PC until then.",
  },
  "store-wrong-key": {
    title: "The key does not open this PC's data",
    happened:
      "The file is there, but the key kept beside it is for another file. This happens when a folder is copied from another PC or put back from a copy.",
    steps:
      "If somebody copied files today, put the original folder back.\nIf not, tell head office and read them the place below.\nDo not delete the file: with the right key it opens again.",
  },
  "store-key-missing": {
    title: "The key to this PC's data is missing",
    happened:
      "The data is there and encrypted, but the file with its key is gone or cannot be read by this user of the PC.",
    steps:
      "Sign in to the PC with the user that has always been used for this desk.\nIf the key file was moved, put it back beside the data.\nIf neither helps, tell head office.",
  },
  "store-disk-full": {
    title: "The disk of this PC is full",
    happened:
      "There is no room left, so nothing can be saved safely. What was saved before is safe.",
    steps:
      "Empty the recycle bin, or move large files such as pictures and videos elsewhere.\nLeave the folder below as it is.\nThen press Try again.",
  },
  "store-read-only": {
    title: "The data on this PC cannot be written",
    happened:
      "The file or its folder may only be read. A protected disk, a changed permission or a security program can do this.",
    steps:
      "If the folder lies on a memory card or stick, take its write protection off.\nAsk whoever looks after the PC to allow writing in the folder below.\nThen press Try again.",
  },
  "store-too-new": {
    title: "The data is from a newer version",
    happened:
      "A newer version of this program has already worked with this data. This older one could harm it, so it does not open it.",
    steps: "Close this program.\nInstall the newest version, and open that.",
  },
  "store-not-encrypted": {
    title: "The data is not encrypted",
    happened:
      "The file can be read without a key, and that must not be. It was not made by this program as it stands, so it was not opened.",
    steps:
      "Do not use this PC for customers' data.\nTell head office, and read them the place below.",
  },
  "store-busy": {
    title: "Another program holds the data",
    happened:
      "A backup, a virus check or a second copy of this program is using the file just now.",
    steps: "Wait a minute, then press Try again.\nIf it stays like this, restart the PC.",
  },
  "key-protection-missing": {
    title: "This PC has no safe place for the key",
    happened:
      "The operating system's key store is off or locked. Without it the data could not be protected, so the program does not start.",
    steps:
      "Sign in to the PC with a password, not as a guest.\nOn Linux, unlock the keyring (GNOME Keyring or KWallet).\nThen press Try again, or restart the PC.",
  },
  "passphrase-needed": {
    title: "Type the manager's passphrase",
    happened:
      "This PC's system keeps no keys, so a manager chose a passphrase. Without it nothing of what was saved can be read.",
    steps: "Ask a manager to type the passphrase below.",
  },
  "already-running": {
    title: "The program is open already",
    happened: "It runs once on a PC, so that two copies cannot write the same data.",
    steps: "Look for its window in the task bar.\nIf there is none, restart the PC.",
  },
} satisfies Record<StoreFailureCode, FailureScreen>;

/** The screens for a store that cannot be opened, in English. */
export const failureScreensEn = {
  heading: "The desk cannot open",
  happened: "What happened",
  todo: "What to do",
  nothingDeleted:
    "Nothing was deleted, and nothing was made anew. All that was saved lies where it was.",
  place: "Where the data lies",
  code: "Code for the support line",
  quit: "Close the program",
  retry: "Try again",
  stillSo: "Tried again at {{at}}: still the same.",
  other: {
    title: "The desk could not start",
    steps:
      "Close the program and open it again.\nIf that does not help, tell head office and read them the code below.",
  },
  screens: code,
};
