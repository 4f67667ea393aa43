/** Every procedure a page may call. The preload lets no other name through. */
export const procedureNames = [
  "desk.state",
  "desk.enrol",
  "desk.setLanguage",
  "desk.quit",
  "session.roster",
  "session.signIn",
  "session.current",
  "session.touch",
  "session.lock",
  "staff.list",
  "staff.unlock",
  "reference.read",
  "people.search",
  "people.read",
  "capture.submit",
  "capture.read",
  "receipt.print",
  "receipt.savePdf",
  "draft.keep",
  "draft.read",
  "draft.drop",
  "sync.status",
  "sync.now",
  "pending.list",
  "pending.retry",
] as const;
export type ProcedureName = (typeof procedureNames)[number];

/** What main tells pages: something of this topic changed, read it again. It carries no data. */
export const changeTopics = ["desk", "session", "reference", "captures", "sync"] as const;
export type ChangeTopic = (typeof changeTopics)[number];

/** The channel names of the bridge; one for calls, one for changes. */
export const bridgeChannels = { invoke: "yinyom:invoke", changed: "yinyom:changed" } as const;
