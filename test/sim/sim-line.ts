import { protocolHeader } from "../../src/contract/sync.ts";
import { settle } from "./quiet-turn.ts";
import type { Chance } from "./seeded-chance.ts";
import type { OfficeAnswer, SimOffice } from "./sim-office.ts";

/** What the line may do to one request, besides letting it pass. */
export const faults = [
  "refused",
  "request-cut",
  "answer-cut",
  "answer-lost",
  "twice",
  "late",
  "portal",
  "too-large",
  "slow-down",
  "server-error",
] as const;
type Fault = (typeof faults)[number];

/** How the line is: `bad` of ten requests meet one of these. */
export type Weather = { bad: number; faults: readonly Fault[] };
export const clear: Weather = { bad: 0, faults };

export type SimLine = {
  fetch(address: string, init: RequestInit): Promise<Response>;
  setWeather(weather: Weather): void;
  /** Delivers what the line held back; the desk has long given these up. */
  deliverLate(): Promise<void>;
};

/**
 * A line in memory. Requests go one at a time, in the order in which they were sent, and only when nothing else
 * is under way: so a seed gives the same story on any machine.
 */
export function openSimLine(
  office: SimOffice,
  chance: Chance,
  note: (text: string) => void,
): SimLine {
  let weather = clear;
  let last: Promise<unknown> = Promise.resolve();
  const late: (() => Promise<OfficeAnswer>)[] = [];

  async function carry(address: string, init: RequestInit): Promise<Response> {
    const { pathname } = new URL(address);
    const headers = init.headers as Record<string, string>;
    const body = init.body as Uint8Array;
    const ask = (bytes = body) => office.ask(pathname, headers, bytes);
    const fault = chance.below(10) < weather.bad ? chance.pick(weather.faults) : "pass";
    note(`${pathname} ${fault}`);
    switch (fault) {
      case "pass":
        return give(await ask());
      case "refused":
        throw lineError("ECONNREFUSED");
      case "request-cut":
        // Whatever part of it came, head office must make nothing of it.
        await ask(body.subarray(0, chance.below(body.length)));
        throw lineError("ECONNRESET");
      case "answer-lost":
        await ask();
        throw lineError("ECONNRESET");
      case "answer-cut":
        return cut(await ask(), chance.next());
      case "twice":
        await ask();
        return give(await ask());
      case "late":
        late.push(() => ask());
        throw lineError("ETIMEDOUT");
      case "portal":
        return new Response("<html>Log in</html>", { status: 200 });
      case "too-large":
        return new Response("", { status: 413 });
      case "slow-down":
        return new Response("", { status: 429, headers: { "retry-after": "60" } });
      case "server-error":
        return new Response("", { status: 503, headers: { [protocolHeader]: "1" } });
    }
  }

  return {
    fetch(address, init) {
      const mine = last.then(settle).then(() => carry(address, init));
      last = mine.catch(() => undefined);
      return mine;
    },
    setWeather(next) {
      weather = next;
    },
    async deliverLate() {
      for (const deliver of late.splice(0)) note(`late ${(await deliver()).status}`);
    },
  };
}

function give({ status, headers, body }: OfficeAnswer): Response {
  return new Response(new Uint8Array(body), { status, headers });
}

/** Headers and a part of the body come, then the connection is gone. */
function cut({ status, headers, body }: OfficeAnswer, part: number): Response {
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(body.subarray(0, Math.floor(body.length * part))));
      controller.error(lineError("ECONNRESET"));
    },
  });
  return new Response(stream, { status, headers });
}

const lineError = (code: string) =>
  Object.assign(new TypeError("fetch failed"), { cause: Object.assign(new Error(code), { code }) });
