import { branchAnswer, branchRequest } from "../../contract/branch-picture.ts";
import { refusal, syncPaths } from "../../contract/sync.ts";
import { readBranchPicture } from "../branch-picture.ts";
import type { Db } from "../db/database.ts";
import { readSigner } from "../plugins/device-signature.ts";
import type { ZodApp } from "../zod-app.ts";

/** Tells a device how the devices of its own branch stand, and how its last days went. */
export function serveBranch(app: ZodApp, db: Db, now: () => Date): void {
  app.post(
    syncPaths.branch,
    {
      schema: {
        summary: "Tell how the branch's devices stand",
        security: [{ device: [] }],
        body: branchRequest,
        response: { 200: branchAnswer, "4xx": refusal },
      },
    },
    async (request) => {
      const at = now();
      const picture = await readBranchPicture(db, readSigner(request), at);
      return { ...picture, serverTime: at.toISOString() };
    },
  );
}
