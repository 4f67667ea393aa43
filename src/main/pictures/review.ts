import { fail, type Result, succeed } from "../../contract/failure.ts";
import type { StaffId } from "../../contract/ids.ts";
import type {
  PictureBytes,
  PictureDecision,
  ScannedPicture,
} from "../../contract/picture-procedures.ts";
import type { KeptDecision, PictureDecisions } from "../store/picture-decisions.ts";
import { readExif } from "./exif.ts";
import { digestPicture, hintAt } from "./picture-digest.ts";
import { isUntouched, readHead, readWhole } from "./picture-file.ts";
import { listPictures, type PictureFile, type PictureFolder } from "./picture-folder.ts";
import { readPictureForm } from "./picture-form.ts";
import { largestPicture } from "./picture-limits.ts";

/** Pictures that one scan reads: a part of a second, also from a card. */
const scannedAtOnce = 24;

/** One opened folder. Nothing of it is written anywhere; what was decided goes into the store by digest. */
export type Review = {
  readonly event: string;
  readonly folder: string;
  readonly pictures: PictureFolder;
  scan(from: number): Promise<Result<ScannedPicture[]>>;
  read(index: number): Promise<Result<PictureBytes>>;
  decide(
    index: number,
    digest: string,
    decision: PictureDecision,
    staff: StaffId,
  ): Promise<Result<undefined>>;
  /** The decision that holds for the picture as it was read; a failure where there is none to go by. */
  decided(index: number, digest: string): Result<KeptDecision>;
  /** The file's digest, where it was read or found again. */
  digestOf(index: number): string | null;
};

/** Opens a folder by listing it. Throws what the file system says of it. */
export async function openReview(
  decisions: PictureDecisions,
  event: string,
  folder: string,
): Promise<Review> {
  const pictures = await listPictures(folder);
  const { files } = pictures;
  /** By index: of what was read last, or is known by name, size and time. */
  const digests = new Map<number, string>();

  async function scanOne(index: number, file: PictureFile): Promise<ScannedPicture> {
    const head = await readHead(file);
    const blank = { index, takenAt: null, decision: null };
    if (!head.ok) return { ...blank, trouble: head.trouble };
    const { takenAt } = await readExif(head.value.bytes);
    const kept = decisions.readByHint(event, hintAt(file)) ?? (await findMoved(file));
    if (kept) digests.set(index, kept.digest);
    return { ...blank, takenAt, decision: kept?.decision ?? null, trouble: null };
  }

  /** A folder that was copied or renamed has other names or times; its files are the same. */
  async function findMoved(file: PictureFile): Promise<KeptDecision | null> {
    if (!decisions.hasAny(event)) return null;
    const whole = await readWhole(file);
    if (!whole.ok) return null;
    const digest = digestPicture(whole.value.bytes);
    const kept = decisions.readByDigest(event, digest);
    if (kept) decisions.setHint(event, digest, hintAt(file));
    return kept;
  }

  return {
    event,
    folder,
    pictures,
    async scan(from) {
      const part = files.slice(from, from + scannedAtOnce);
      const scanned = await Promise.all(part.map((file, at) => scanOne(from + at, file)));
      // All at once: a card was pulled out, or the folder renamed.
      const isGone =
        scanned.length > 0 && scanned.every(({ trouble }) => trouble === "picture-gone");
      return isGone ? fail({ code: "pictures-folder-gone" }) : succeed(scanned);
    },
    async read(index) {
      const file = files[index];
      if (!file) return fail({ code: "not-found" });
      const before = digests.get(index);
      digests.delete(index);
      const whole = await readWhole(file);
      if (!whole.ok) return fail({ code: whole.trouble });
      Object.assign(file, whole.value.facts);
      const form = readPictureForm(whole.value.bytes);
      if (!form) return fail({ code: "picture-unreadable" });
      const { format, width, height, bare } = form;
      if (width * height > largestPicture) return fail({ code: "picture-too-large" });
      const digest = digestPicture(whole.value.bytes);
      digests.set(index, digest);
      const { orientation } = await readExif(whole.value.bytes);
      const decision = decisions.readByDigest(event, digest)?.decision ?? null;
      const changed = before !== undefined && before !== digest && decision === null;
      return succeed({
        bytes: bare,
        format,
        digest,
        orientation,
        width,
        height,
        decision,
        changed,
      });
    },
    async decide(index, digest, decision, staff) {
      const file = files[index];
      if (!file) return fail({ code: "not-found" });
      if (digests.get(index) !== digest || !(await isUntouched(file))) {
        return fail({ code: "picture-changed" });
      }
      decisions.keep({ event, digest, hint: hintAt(file), decision, staff });
      return succeed(undefined);
    },
    decided(index, digest) {
      if (digests.get(index) !== digest) return fail({ code: "picture-changed" });
      const kept = decisions.readByDigest(event, digest);
      return kept ? succeed(kept) : fail({ code: "picture-changed" });
    },
    digestOf: (index) => digests.get(index) ?? null,
  };
}
