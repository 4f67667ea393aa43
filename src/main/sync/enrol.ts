import { type Failure, fail, type Result, succeed } from "../../contract/failure.ts";
import type { WaitReason } from "../../contract/ipc.ts";
import { enrolAnswer, enrolRequest, syncPaths } from "../../contract/sync.ts";
import { type DeviceKey, makeDeviceKey } from "../keys/device-key.ts";
import type { KeyProtection } from "../keys/key-protection.ts";
import type { Enrolment } from "../store/device.ts";
import { readHeadOfficeAddress } from "./head-office-address.ts";
import { exchange, type LineDeps } from "./line.ts";

export type EnrolDeps = LineDeps & { keyProtection: KeyProtection; deviceName: string };

export type Enroller = (address: string, code: string) => Promise<Result<NewEnrolment>>;

/** An enrolment that head office has and this desk has not stored yet. */
export type NewEnrolment = { enrolment: Enrolment; serverTime: string; offsetMs: number | null };

/**
 * Trades a one-time code for a device of head office's. The key is protected before head office hears of it,
 * so that nothing between the answer and the caller's one write can fail but the write itself.
 */
export function makeEnroller(deps: EnrolDeps): Enroller {
  // Kept until it is used: when the answer to a code was lost, the same code with the same key asks again.
  let ready: { key: DeviceKey; protectedKey: Buffer } | null = null;

  return async (typedAddress, typedCode) => {
    const address = readHeadOfficeAddress(typedAddress);
    if (address === null) return fail({ code: "bad-address" });
    if (!(await deps.keyProtection.isAvailable())) return fail({ code: "key-protection-missing" });
    if (ready === null) {
      const key = makeDeviceKey();
      ready = { key, protectedKey: await deps.keyProtection.protect(key.privateKeyPkcs8) };
    }
    const request = enrolRequest.safeParse({
      code: typedCode.trim(),
      publicKey: ready.key.publicKey,
      deviceName: deps.deviceName.trim().slice(0, 80) || "desk",
    });
    if (!request.success) return fail({ code: "enrolment-code-refused" });
    const body = Buffer.from(JSON.stringify(request.data));
    const sent = { address, path: syncPaths.enrol, body, headers: {} };
    const { outcome, offsetMs } = await exchange(deps, sent, enrolAnswer);
    switch (outcome.outcome) {
      case "answered": {
        const { device, deviceNumber, branch, serverTime } = outcome.answer;
        const { protectedKey } = ready;
        ready = null;
        const enrolment = { device, deviceNumber, branch, headOffice: address, protectedKey };
        return succeed({ enrolment, serverTime, offsetMs });
      }
      case "refused":
        return fail(nameEnrolRefusal(outcome.refusal.error));
      case "unreadable":
        return fail({ code: "not-head-office" });
      case "trouble":
        return fail(nameEnrolTrouble(outcome.reason));
    }
  };
}

function nameEnrolRefusal(error: string): Failure {
  if (error === "code-refused" || error === "malformed") return { code: "enrolment-code-refused" };
  if (error === "too-many-requests") return { code: "head-office-busy" };
  if (error === "too-new") return { code: "versions-apart" };
  // Such as a version of head office that has no enrolment at this address.
  return { code: "not-head-office" };
}

/** The failure that a line trouble comes to on the enrolment screen, where nothing can wait. */
export function nameEnrolTrouble(reason: WaitReason): Failure {
  switch (reason) {
    case "no-line":
    case "cut-off":
    case "clock":
      return { code: "head-office-unreachable" };
    case "store-trouble":
      return { code: "store-disk-full" };
    case "too-many-requests":
    case "server-error":
      return { code: "head-office-busy" };
    case "captive-portal":
    case "too-large":
    case "not-trusted":
    case "revoked":
    case "revoked-unsealed":
      return { code: "not-head-office" };
    case "update-needed":
      return { code: "versions-apart" };
  }
}
