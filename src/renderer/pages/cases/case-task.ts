/** What is done with a case at the shop; each is a form of its own. */
export type CaseTask =
  | { task: "answer"; question: string }
  | { task: "hand-over" }
  | { task: "correct" }
  | { task: "void" };
