import { basename } from "node:path";
import { type Failure, fail, type Result, succeed } from "../../contract/failure.ts";
import type { StaffId } from "../../contract/ids.ts";
import type { ProcedureInput, ProcedureOutput } from "../../contract/ipc.ts";
import type { PictureDecisions } from "../store/picture-decisions.ts";
import { cleanJpeg } from "./clean-jpeg.ts";
import { exportDone } from "./export-done.ts";
import { liesWithin, nameExport, nameWriteFailure, writeExport } from "./export-file.ts";
import { cleanPng } from "./png-chunks.ts";
import { openReview, type Review } from "./review.ts";

export type ReviewsDeps = {
  decisions: PictureDecisions;
  /** Cryptographically random bytes. */
  random(size: number): Uint8Array;
  /** Asks for a folder in the system's dialog; null: nobody chose one. */
  chooseFolder(): Promise<string | null>;
};

type Open = { id: string; staff: StaffId; review: Review; exportFolder: string | null };

export type Reviews = ReturnType<typeof makeReviews>;

/**
 * The one folder that is open, if any. Whoever opened it, and only they, reach its pictures, by an id that
 * nobody else was told; when the desk locks there is none any more.
 */
export function makeReviews({ decisions, random, chooseFolder }: ReviewsDeps) {
  let open: Open | null = null;
  /** Rises when what is open ends: a dialog that was answered after the desk locked opens nothing. */
  let ended = 0;

  function end(): void {
    open = null;
    ended += 1;
  }

  function find(id: string, staff: StaffId): Open | null {
    return open !== null && open.id === id && open.staff === staff ? open : null;
  }

  async function withReview<Value>(
    id: string,
    staff: StaffId,
    work: (found: Open) => Result<Value> | Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const found = find(id, staff);
    if (!found) return fail({ code: "review-ended" });
    const result = await work(found);
    // What was on its way while the desk locked does not leave main any more.
    return find(id, staff) ? result : fail({ code: "review-ended" });
  }

  return {
    /** Forgets the folder: the desk locked. */
    end,
    /** Forgets the folder where it is still the one that the page means. */
    close(id: string, staff: StaffId): void {
      if (find(id, staff)) end();
    },
    async open(event: string, staff: StaffId): Promise<Result<ProcedureOutput<"pictures.open">>> {
      const before = ended;
      const folder = await chooseFolder();
      if (folder === null) return fail({ code: "cancelled" });
      const review = await openReview(decisions, event, folder).catch(nameFolderFailure);
      if ("code" in review) return fail(review);
      if (review.pictures.files.length === 0) return fail({ code: "pictures-none" });
      if (ended !== before) return fail({ code: "review-ended" });
      const id = Buffer.from(random(16)).toString("hex");
      open = { id, staff, review, exportFolder: null };
      return succeed({
        review: id,
        folder: basename(folder),
        names: review.pictures.files.map(({ name }) => name),
        others: review.pictures.others,
      });
    },
    with: withReview,
    chooseExport: (id: string, staff: StaffId) =>
      withReview(id, staff, async (found) => {
        const folder = await chooseFolder();
        if (folder === null) return fail({ code: "cancelled" });
        try {
          // Else the next look at the folder would find the new files among the originals.
          if (await liesWithin(folder, found.review.folder)) {
            return fail({ code: "export-among-originals" });
          }
        } catch (error) {
          return fail(nameWriteFailure(error));
        }
        found.exportFolder = folder;
        return succeed({
          folder: basename(folder),
          ...(await exportDone(decisions, found.review, folder)),
        });
      }),
    export: (input: ProcedureInput<"pictures.export">, staff: StaffId) =>
      withReview(input.review, staff, async ({ review, exportFolder }) => {
        if (exportFolder === null) return fail({ code: "export-folder-gone" });
        const decided = review.decided(input.index, input.digest);
        if (!decided.ok) return decided;
        if (decided.value.decision.choice === "leave-out") return fail({ code: "picture-changed" });
        const jpeg = cleanJpeg(input.bytes);
        const clean = jpeg ?? cleanPng(input.bytes);
        // Nothing but a picture of ours is written, whatever the page sends.
        if (clean?.width !== input.width || clean.height !== input.height) {
          return fail({ code: "picture-unreadable" });
        }
        const picture = review.pictures.files[input.index]?.name ?? "";
        const wanted = nameExport(picture, jpeg ? "jpg" : "png");
        const written = await writeExport(exportFolder, wanted, clean.bytes);
        if (!written.ok) return written;
        decisions.noteExport(review.event, decided.value, exportFolder, written.value);
        return succeed({ name: written.value });
      }),
  };
}

/** What is wrong with a folder that cannot be listed. */
function nameFolderFailure(error: unknown): Failure {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "EACCES" || code === "EPERM") return { code: "picture-locked" };
  if (typeof code === "string") return { code: "pictures-folder-gone" };
  throw error;
}
