/** What is broken on purpose together, and the tests that are to notice. */
export type MutationGroup = {
  mutate: readonly string[];
  tests: readonly string[];
  /** Native bindings or a database: each run in a process of its own, where the others have a thread. */
  isNative?: boolean;
};

const consent = "src/captures/marketing-consent";
const rights = "src/captures/rights-request";
const event = "src/captures/event-photo-opt-out";
const sync = "src/main/sync";
const office = "src/head-office";

/** Small enough that each ends in minutes. */
export const mutationGroups: Readonly<Record<string, MutationGroup>> = {
  chain: { mutate: ["src/contract/chain.ts"], tests: ["src/contract/chain.test.ts"] },
  consent: {
    mutate: [`${consent}/{cell-fold,consent-fold,capture-order,withdrawal-reach}.ts`],
    tests: [`${consent}/{consent-fold,consent-fold-details,consent-fold-properties}.test.ts`],
  },
  case: {
    mutate: [`${rights}/{case-fold,case-step,case-state,due-date}.ts`],
    tests: [`${rights}/{case-fold,case-fold-details,case-step,due-date}.test.ts`],
  },
  event: {
    mutate: [`${event}/{board-fold,consent-fold,event-fold,take-down-fold,event-order}.ts`],
    tests: [`${event}/{board-fold,board-fold-properties,event-fold,event-fold-details}.test.ts`],
  },
  timing: {
    mutate: [`${sync}/{backoff,batch-size,line-health,pull-interval,verdict-matching}.ts`],
    tests: [`${sync}/{backoff,batch-size,line-health,pull-interval,verdict-matching}.test.ts`],
  },
  talk: {
    mutate: [`${sync}/{answer-reading,push,pull}.ts`],
    tests: [`${sync}/{answer-reading,push,push-outcomes,pull,pull-pages}.test.ts`],
    isNative: true,
  },
  items: {
    mutate: [`${office}/{chain-places,item-reading}.ts`],
    tests: [`${office}/{chain-places,item-reading}.test.ts`],
  },
  intake: {
    mutate: [`${office}/accept-capture.ts`],
    tests: [`${office}/{accept-capture,shared-intake,routes/push}.test.ts`],
    isNative: true,
  },
};
