import { courierAnswer } from "../../../contract/courier.ts";
import type { CourierStanding, CourierTaken } from "../../../contract/courier-procedures.ts";
import { fail, type Result, succeed } from "../../../contract/failure.ts";
import type { OfficeKey } from "../../../contract/office-key.ts";
import type { KeyProtection } from "../../keys/key-protection.ts";
import type { Store } from "../../store/open-store.ts";
import { openSigner } from "../signing-device.ts";
import { takeAnswer } from "./answer-applying.ts";
import { makeBundles } from "./bundle-making.ts";
import { readBundle } from "./bundle-reading.ts";
import { summarizeCarried } from "./carried-summary.ts";
import {
  type CourierFileHead,
  courierFileVersion,
  parseLine,
  readHead,
  readLines,
  writeCourierFile,
} from "./courier-file.ts";
import { listUnsent } from "./unsent-requests.ts";

export type CourierDeps = {
  store: Store;
  keyProtection: KeyProtection;
  now(): number;
};

export type Courier = ReturnType<typeof makeCourier>;
type Taken<Kind extends CourierTaken["kind"]> = Extract<CourierTaken, { kind: Kind }>;

const form = { form: "yinyom courier file", version: courierFileVersion } as const;

/** Files on a stick between desks with no line and head office. It changes nothing of what is waiting but by head office's word. */
export function makeCourier({ store, keyProtection, now }: CourierDeps) {
  /** What went with the last file that was begun, for its answer. */
  async function* makeLines(key: OfficeKey) {
    const signer = await openSigner(store, keyProtection);
    if (signer === null) throw new Error("a desk that is not enrolled writes no courier file");
    for await (const made of makeBundles({ signer, key, now }, listUnsent(store))) {
      // Before it can leave this PC: an answer to what nobody remembers completes nothing.
      store.ownBundles.add(made.id, made.contents);
      yield made.bundle;
    }
  }

  function countToGo(): CourierStanding["toGo"] {
    const { waiting, parked } = store.outbox.counts();
    const { held, released } = store.holds.counts();
    const pictures = store.attachments
      .listToCarry()
      .filter(({ sequence, isThere }) => isThere || store.outbox.stateOf(sequence) === "waiting");
    const pictureBytes = pictures.reduce((sum, { size, offset }) => sum + size - offset, 0);
    return {
      captures: waiting + released,
      pictures: pictures.length,
      bytes: store.outbox.waitingBytes() + pictureBytes,
      held,
      parked: parked + store.attachments.counts().parked,
    };
  }

  return {
    read(): CourierStanding {
      return {
        hasKey: store.received.readOfficeKey() !== null,
        toGo: countToGo(),
        carried: summarizeCarried(store.carried.list()),
        answers: store.carried.counts().answers,
      };
    },

    /** Writes all that waits into the file at `path`. The answer: how much of it that is. */
    async write(path: string): Promise<Result<{ captures: number; pictures: number }>> {
      const key = store.received.readOfficeKey();
      const enrolment = store.device.readEnrolment();
      if (key === null || enrolment === null) return fail({ code: "courier-no-key" });
      // A manager let these go, and this is a way of going.
      store.holds.letGo();
      const { captures, pictures } = countToGo();
      if (captures === 0 && pictures === 0) return fail({ code: "courier-nothing" });
      const from = { branch: enrolment.branch, deviceNumber: enrolment.deviceNumber };
      const head = { ...form, kind: "to-head-office", from } as const;
      const written = await tryToWrite(path, head, makeLines(key));
      return written.ok ? succeed({ captures, pictures }) : written;
    },

    /** Writes head office's answers to what this PC has carried, for the way back. */
    async writeAnswers(path: string): Promise<Result<{ answers: number }>> {
      const answers = store.carried.listAnswers();
      if (answers.length === 0) return fail({ code: "courier-nothing" });
      const head = { ...form, kind: "from-head-office" } as const;
      const lines = answers.map((answer) => courierAnswer.parse(JSON.parse(answer)));
      const written = await tryToWrite(path, head, lines);
      return written.ok ? succeed({ answers: written.value }) : written;
    },

    /** Takes in a file: bundles of other PCs, to be carried on, or head office's answers to this one's. */
    async take(path: string): Promise<Result<CourierTaken>> {
      try {
        const lines = readLines(path);
        const first = await lines.next();
        const head = first.done ? null : readHead(first.value);
        if (head === null) return fail({ code: "courier-not-a-file" });
        if (head === "too-new") return fail({ code: "courier-too-new" });
        return await (head.kind === "to-head-office"
          ? takeBundles(head, lines)
          : takeAnswers(lines));
      } catch (error) {
        if (isOfFiles(error)) return fail({ code: "courier-unreadable" });
        throw error;
      }
    },

    /** Forgets what head office refused of a device. False: there is none. */
    drop: (device: string): boolean => store.carried.dropRefused(device) > 0,
  };

  async function takeBundles(
    head: CourierFileHead,
    lines: AsyncIterable<string>,
  ): Promise<Result<CourierTaken>> {
    const own = store.device.readEnrolment()?.device;
    const from = head.from ?? null;
    const taken: Taken<"to-head-office"> = {
      ...{ kind: "to-head-office", from, taken: 0, known: 0, own: 0, damaged: 0, full: 0 },
    };
    for await (const line of lines) {
      const read = readBundle(line);
      if (read === null) {
        taken.damaged += 1;
        continue;
      }
      const { id, bundle } = read;
      if (bundle.device === own) taken.own += 1;
      else taken[store.carried.add({ id, device: bundle.device, from, bundle: line })] += 1;
    }
    const { damaged, ...others } = taken;
    const isEmpty = others.taken + others.known + others.own + others.full === 0;
    return isEmpty ? fail({ code: "courier-not-a-file" }) : succeed({ damaged, ...others });
  }

  async function takeAnswers(lines: AsyncIterable<string>): Promise<Result<CourierTaken>> {
    const device = store.device.readEnrolment()?.device;
    const key = store.received.readOfficeKey();
    if (key === null || device === undefined) return fail({ code: "courier-no-key" });
    const taken: Taken<"from-head-office"> = {
      ...{ kind: "from-head-office", completed: 0, setAside: 0, known: 0, others: 0, damaged: 0 },
    };
    for await (const line of lines) {
      const answer = courierAnswer.safeParse(parseLine(line)).data;
      const heard = answer ? await takeAnswer(store, { device, key }, answer) : null;
      if (heard?.outcome === "applied") {
        taken.completed += heard.applied.completed;
        taken.setAside += heard.applied.setAside;
      } else if (heard?.outcome === "known" || heard?.outcome === "others") {
        taken[heard.outcome] += 1;
      } else {
        taken.damaged += 1;
      }
    }
    return succeed(taken);
  }
}

/** The answer: how many lines. */
async function tryToWrite(
  path: string,
  head: CourierFileHead,
  lines: AsyncIterable<object> | Iterable<object>,
): Promise<Result<number>> {
  try {
    return succeed(await writeCourierFile(path, head, lines));
  } catch (error) {
    // The stick is full, write-protected or gone.
    if (isOfFiles(error)) return fail({ code: "courier-not-written" });
    throw error;
  }
}

function isOfFiles(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}
