/** All on one person, and what can be done for them, in English. */
export const personEn = {
  person: {
    back: "The case",
    title: "All on this person",
    intro:
      "Everything at head office about the person of case {{number}}, from all shops. Check it before it leaves: a family may share a phone.",
    gather: "Gather",
    gatherWhat:
      "Finds every record by who they are at each desk, phone, email, member number and name. That you looked is written down.",
    none: "Nothing is left about this person.",
    found_one: "{{count}} record",
    found_other: "{{count}} records",
    gatheredAt: "Gathered {{at}}",
    print: "Print or save as PDF",
    json: "Save as JSON",
    restrict: "Restrict use",
    endRestriction: "End the restriction",
    restrictedSince:
      "Use is restricted since {{day}}: counters see it when they look the person up.",
    erase: "Erase…",
    matchedBy: "Matched by",
    match: {
      "same-person": "the same person",
      phone: "phone",
      email: "email",
      member: "member number",
      name: "the name",
      amends: "belongs to another record",
    },
    kind: {
      "marketing-consent": "Marketing consent",
      "event-photo-opt-out": "Event pictures",
      "id-copy": "Refund and ID document",
      "rights-request": "Request for a right",
    },
    sameName_one:
      "{{count}} record bears this name and nothing else to know the person by: it may be somebody else's. Tick it if it is theirs.",
    sameName_other:
      "{{count}} records bear this name and nothing else to know the person by: they may be somebody else's. Tick what is theirs.",
    copy: "Sealed copy of a document: {{size}} bytes, here since {{at}}",
    copyComing: "Sealed copy of a document: not whole here yet",
    copyGone: "Sealed copy of a document: destroyed {{at}}",
    taken: "{{at}}, {{branch}}",
    notice: "Notice {{notice}}",
    include: "Include record {{number}}",
    eraseTitle: "Erase records",
    eraseIntro:
      "What goes is erased here and on every shop's PC at its next sync. That the record was there stays proved by its hash. This cannot be undone.",
    eraseStays: "What the law asks to keep is set to stay. Look at each.",
    fate: "Record {{number}}",
    goes: "Goes",
    stays: {
      tax: "Stays: tax papers",
      dispute: "Stays: dispute",
      "other-law": "Stays: another law",
    },
    eraseNow_one: "Erase {{count}} record",
    eraseNow_other: "Erase {{count}} records",
    sureTitle: "Erase for good?",
    sure: "{{goes}} go, {{stays}} stay. It is written down; nobody can bring them back, from backups neither by this program.",
    erased_one: "{{count}} record was erased here. Each PC follows at its next sync.",
    erased_other: "{{count}} records were erased here. Each PC follows at its next sync.",
    notScrubbed:
      "The database server did not let us remove its old log at once. It goes in the server's own time; ask whoever runs it.",
    caseToo: "The request itself is among them: finish the case first, or its words are gone.",
  },
} as const;
