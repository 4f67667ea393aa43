/** A desk whose keys the PC does not give, and the care of them, in English. */
export const keysEn = {
  choose: "Use a manager's passphrase instead",
  chooseWhat:
    "Where the system keeps no keys, a passphrase can. Whoever opens the program types it each time. Choose it with your manager: {{least}} characters or more, such as four words.",
  enter: "Open with the passphrase",
  passphrase: "Manager's passphrase",
  newPassphrase: "New passphrase",
  newPassphraseHelp:
    "{{least}} characters or more. Write it down for the manager, not beside this PC.",
  again: "The same passphrase again",
  tooShort: "At least {{least}} characters.",
  notSame: "The two are not the same.",
  useIt: "Use this passphrase",
  open: "Open",
  recover: "Get the keys back with head office",
  recoverWhat:
    "This PC's keys were also sealed to head office. Head office can open them and answer this PC, and all that was saved opens again.",
  ask: "Ask head office",
  request: "1. Send this text to head office, by mail or chat",
  requestHelp: "There is no secret in it. Click into it: all of it is chosen. Then press Ctrl+C.",
  check: "2. Call head office and read this number to them",
  checkHelp: "They see the same number. If theirs is another, stop.",
  answer: "3. Paste head office's answer here",
  answerHelp:
    "Leave the program open until the answer comes: it opens at this PC only, and only now.",
  recoverPassphrase: "4. Choose a new passphrase with your manager",
  takeAnswer: "Open with this answer",
  careTitle: "This PC's keys",
  sealed:
    "Sealed to head office ({{key}}). If this PC loses its keys, head office can give them back.",
  notSealed:
    "Head office has published no recovery key yet. If this PC loses its keys, what has not been sent is lost.",
  byPassphrase: "They are under a manager's passphrase.",
  renew: "Change the key",
  renewWhat:
    "All that is on this PC is encrypted anew. Do it when somebody may have seen the key. It takes a few seconds.",
  renewed: "The key has been changed.",
};
