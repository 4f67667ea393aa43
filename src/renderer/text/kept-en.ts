/** What is kept on this PC and until when, in English. */
export const keptEn = {
  title: "What this PC keeps",
  intro: "Customers' data leaves this PC once head office has it and the shop no longer needs it.",
  link: "What this PC keeps, and until when",
  back: "Back to Pending",
  rule_one: "Everything about a person goes together, {{count}} day after their last visit.",
  rule_other: "Everything about a person goes together, {{count}} days after their last visit.",
  waiting_one: "{{count}} item is not at head office yet. It stays until it is.",
  waiting_other: "{{count}} items are not at head office yet. They stay until they are.",
  nothing: "No customer's data is on this PC.",
  kind: "What",
  count: "Here",
  oldest: "Oldest",
  until: "The first of it goes",
  untilDay: "from {{day}}, if nothing of it is still open",
  untilEvent_one: "marks: {{count}} day after the event's close-out",
  untilEvent_other: "marks: {{count}} days after the event's close-out",
  restTitle: "And besides",
  copies: "Pictures of documents are sealed at once and go as soon as head office has them.",
  drafts: "What was typed and not saved goes after 24 hours.",
  headers:
    "Numbers and checksums stay, so that nobody can take a record away unseen. They name no customer.",
};
