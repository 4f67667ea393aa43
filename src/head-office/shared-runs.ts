type Call<Asked, Answer> = {
  asked: Asked;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
};

export type Sharing<Asked> = {
  /** How many runs may be under way at once. */
  abreast: number;
  /** What one run takes at most, by weight; one that is heavier has a run of its own. */
  most: number;
  /** 1 each when left out. */
  weigh?: (asked: Asked) => number;
};

/**
 * Lets callers that come together share a run, such as a transaction: what comes while `abreast` runs are under
 * way waits, and the next run takes it together, in the order in which it came. Nobody waits for company.
 * `runAll` answers each, in order, and leaves nothing behind if it throws. A shared run that throws is undone
 * and each of its callers gets a run alone, one after the other: nobody fails by a neighbour's fault.
 */
export function shareRuns<Asked, Answer>(
  runAll: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
  { abreast, most, weigh = () => 1 }: Sharing<Asked>,
): (asked: Asked) => Promise<Answer> {
  const waiting: Call<Asked, Answer>[] = [];
  let underWay = 0;
  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      startRuns();
    });

  function startRuns(): void {
    while (underWay < abreast && waiting.length > 0) {
      underWay += 1;
      const calls = takeWaiting();
      void answer(calls).then((isDone) => {
        underWay -= 1;
        startRuns();
        if (!isDone) void answerAlone(calls);
      });
    }
  }

  function takeWaiting(): Call<Asked, Answer>[] {
    let weight = 0;
    const over = waiting.findIndex(({ asked }) => {
      weight += weigh(asked);
      return weight > most;
    });
    return waiting.splice(0, over < 0 ? waiting.length : Math.max(over, 1));
  }

  /** False: a run of several threw, and none was answered. */
  async function answer(calls: readonly Call<Asked, Answer>[]): Promise<boolean> {
    try {
      const answers = await runAll(calls.map(({ asked }) => asked));
      if (answers.length !== calls.length) throw new Error("A run did not answer all that it took");
      for (const [at, call] of calls.entries()) call.resolve(answers[at] as Answer);
    } catch (error) {
      if (calls.length > 1) return false;
      for (const call of calls) call.reject(error);
    }
    return true;
  }

  /** Beside the runs that are shared: one that is stuck holds up those that shared its run, not all who come. */
  async function answerAlone(calls: readonly Call<Asked, Answer>[]): Promise<void> {
    for (const call of calls) await answer([call]);
  }
}
