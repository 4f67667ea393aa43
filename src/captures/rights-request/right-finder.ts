import type { Right } from "../../contract/rights.ts";

/** What a customer who does not know the name of the right is asked, one at a time. */
export const finderQuestions = {
  wish: ["know", "stop", "put-right", "complain"],
  know: ["look", "take-along"],
  stop: ["news", "consented", "never-asked"],
  how: ["delete", "keep-unused", "not-for-this"],
} as const;
export type FinderQuestion = keyof typeof finderQuestions;
export type FinderAnswers = {
  [Question in FinderQuestion]?: (typeof finderQuestions)[Question][number];
};

/** The next question, or what is proposed. `marketing`: news is stopped at once, with no request. */
export type Finding = { ask: FinderQuestion } | { propose: Right | "marketing" };

/** At most three questions lead to a proposal. */
export function findRight({ wish, know, stop, how }: FinderAnswers): Finding {
  if (wish === undefined) return { ask: "wish" };
  switch (wish) {
    case "put-right":
      return { propose: "rectification" };
    case "complain":
      return { propose: "complaint" };
    case "know":
      if (know === undefined) return { ask: "know" };
      return { propose: know === "look" ? "access" : "portability" };
    case "stop":
      if (stop === undefined) return { ask: "stop" };
      if (stop === "news") return { propose: "marketing" };
      if (stop === "consented") return { propose: "withdraw-consent" };
      if (how === undefined) return { ask: "how" };
      return { propose: proposals[how] };
  }
}

const proposals = {
  delete: "erasure",
  "keep-unused": "restriction",
  "not-for-this": "objection",
} as const satisfies Record<(typeof finderQuestions)["how"][number], Right>;
