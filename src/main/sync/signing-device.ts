import { readPrivateKey } from "../keys/device-key.ts";
import type { KeyProtection } from "../keys/key-protection.ts";
import type { Device } from "../store/device.ts";
import type { Signer } from "./request-signing.ts";

/** This PC as head office knows it, with its key unwrapped; null: it is not enrolled. */
export async function openSigner(
  { device }: { device: Pick<Device, "readEnrolment"> },
  keyProtection: KeyProtection,
): Promise<Signer | null> {
  const enrolment = device.readEnrolment();
  if (enrolment === null) return null;
  const key = readPrivateKey(await keyProtection.reveal(enrolment.protectedKey));
  return { device: enrolment.device, key };
}
