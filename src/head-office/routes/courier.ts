import { courierBundle, courierRouteAnswer } from "../../contract/courier.ts";
import { refusal, syncPaths } from "../../contract/sync.ts";
import type { BundleRefusal } from "../courier/open-bundle.ts";
import { type CourierDeps, takeBundle } from "../courier/take-bundle.ts";
import { readSigner } from "../plugins/device-signature.ts";
import type { ZodApp } from "../zod-app.ts";

/** Takes a bundle of a courier file from whichever device brings it; from one taken out of use, its own. */
export function serveCourier(app: ZodApp, deps: CourierDeps): void {
  app.post(
    syncPaths.courier,
    {
      config: { revokedToo: true },
      schema: {
        summary: "Take a bundle of a courier file",
        security: [{ device: [] }],
        body: courierBundle,
        response: { 200: courierRouteAnswer, "4xx": refusal },
      },
    },
    async (request) => {
      const signer = readSigner(request);
      const refuse = (reason: BundleRefusal) => {
        request.counts.refusal = reason;
        return { state: "refused", reason, serverTime: deps.now().toISOString() } as const;
      };
      if (signer.revoked && request.body.device !== signer.id) return refuse("not-its-own");
      const taking = await takeBundle(deps, request.body, { by: "device", device: signer.id });
      if (taking.state === "refused") return refuse(taking.reason);
      const { accepted, had, refused } = taking.counts;
      Object.assign(request.counts, { accepted, duplicate: had, rejected: refused });
      request.counts.maker = taking.maker.id;
      for (const { fault } of taking.faults) {
        request.log.warn({ device: taking.maker.id, refusal: fault }, "audit log does not hold");
      }
      const { answer } = taking;
      return { state: "taken", answer, serverTime: deps.now().toISOString() } as const;
    },
  );
}
