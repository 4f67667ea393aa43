import {
  type bundleRefusals,
  type CourierAnswer,
  type CourierBundle,
  courierBundle,
  courierFileHead,
} from "../../../../contract/courier.ts";
import type { BundleMaker, TakenBundle } from "../../../../contract/inbox-courier-procedures.ts";
import type { Asked, NotAnswered } from "../../asking/ask.ts";
import { readLines } from "./read-lines.ts";

/** Why a file is none to take in: another file, one from head office, of a newer program, or gone meanwhile. */
export type FileFault = "not-a-courier-file" | "from-head-office" | "too-new" | "not-readable";

/** What came of one PC's bundles. */
export type MakerShare = {
  maker: BundleMaker;
  bundles: number;
  accepted: number;
  had: number;
  refused: number;
  pieces: number;
  unread: number;
};

/** `broken`: a line that is no bundle, such as the last one of a file that was not copied to its end. */
export type NotOpened = (typeof bundleRefusals)[number] | "broken";

export type FileTaking = {
  shares: MakerShare[];
  notOpened: { reason: NotOpened; count: number }[];
  /** Lines of the answer file. */
  answers: CourierAnswer[];
  /** Why it was not taken in to its end; taking it in again goes on. */
  stopped: NotAnswered | null;
};

type Take = (bundle: CourierBundle) => Promise<Asked<TakenBundle>>;

/**
 * Takes a courier file in, bundle by bundle in its order. What cannot be opened keeps none of the others back;
 * where head office does not answer it ends. `onProgress` is told which part of the file is read, 0 to 1.
 */
export async function takeFile(
  file: Blob,
  take: Take,
  onProgress: (share: number) => void,
): Promise<FileTaking | { fault: FileFault }> {
  const shares = new Map<string, MakerShare>();
  const notOpened = new Map<NotOpened, number>();
  const answers: CourierAnswer[] = [];
  let stopped: NotAnswered | null = null;
  let isHead = true;
  for await (const { line, share } of readLines(file)) {
    const read = readJson(line);
    if (isHead) {
      const fault = judgeHead(read);
      if (fault) return { fault };
      isHead = false;
      continue;
    }
    const bundle = courierBundle.safeParse(read);
    const refuse = (reason: NotOpened) => notOpened.set(reason, (notOpened.get(reason) ?? 0) + 1);
    if (bundle.success) {
      const asked = await take(bundle.data);
      if (!asked.ok) {
        stopped = asked.refusal;
        break;
      }
      if (asked.value.state === "refused") refuse(asked.value.reason);
      else {
        add(shares, asked.value);
        answers.push(asked.value.answer);
      }
    } else refuse("broken");
    onProgress(share);
  }
  if (isHead) return { fault: "not-a-courier-file" };
  return {
    shares: [...shares.values()],
    notOpened: [...notOpened].map(([reason, count]) => ({ reason, count })),
    answers,
    stopped,
  };
}

/** The file that goes back to the PC: only the PC that each line names can use it. */
export function formAnswerFile(answers: readonly CourierAnswer[]): string {
  const head = { form: "yinyom courier file", version: 1, kind: "from-head-office" };
  return [head, ...answers].map((line) => `${JSON.stringify(line)}\n`).join("");
}

function judgeHead(read: unknown): FileFault | null {
  const head = courierFileHead.safeParse(read);
  if (!head.success) return "not-a-courier-file";
  if (head.data.kind === "from-head-office") return "from-head-office";
  return head.data.version > 1 ? "too-new" : null;
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const counted = ["accepted", "had", "refused", "pieces", "unread"] as const;

function add(
  shares: Map<string, MakerShare>,
  taken: Extract<TakenBundle, { state: "taken" }>,
): void {
  const none = { bundles: 0, accepted: 0, had: 0, refused: 0, pieces: 0, unread: 0 };
  const share = shares.get(taken.maker.id) ?? { maker: taken.maker, ...none };
  share.bundles += 1;
  for (const count of counted) share[count] += taken[count];
  shares.set(taken.maker.id, share);
}
