/** Giving a PC its keys back, in English. */
export const recoveryEn = {
  recovery: {
    link: "A PC has lost its keys",
    title: "Give a PC its keys back",
    intro:
      "For a PC whose desk says that its key is missing or does not open. Its keys were sealed to the recovery key while it was well.",
    back: "Back to the devices",
    request: "The text that the shop sent",
    requestHelp: "All of it, as it came by mail or chat.",
    look: "See who asks",
    facts: "The PC that asks",
    name: "PC",
    branch: "Branch",
    key: "Sealed to",
    check: "Let the shop read its number to you. It must be this one",
    checkHelp: "Call the branch by the number that you know, not by one in the message.",
    revoked: "This PC is revoked: it gets no keys back.",
    compared: "Compared by telephone",
    heard: "The shop has read the same number to me",
    reason: "Reason",
    reasonHelp:
      "At least {{length}} characters. It is written down with your name; no customer's name belongs here.",
    make: "Make the answer",
    answer: "Send this answer to the shop",
    answerHelp:
      "It opens at that PC only, while its desk waits for it. Click into it: all of it is chosen. Then press Ctrl+C.",
    keyTitle: "Recovery key",
    keyIntro:
      "Every PC seals its own keys to it, so that head office can give them back. Make one with npm run copy-key -- FILE recovery-2026, keep the file and its passphrase apart from the server, and choose the file here: only its public half is published.",
    published: "Published: {{key}}",
    none: "None is published: a PC that loses its keys loses what it has not sent.",
    notKeyFile: "This is not a file that npm run copy-key made.",
  },
} as const;
