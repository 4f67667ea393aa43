import { createHash } from "node:crypto";
import { findEnvelopeFault } from "../../contract/chain.ts";
import { relayedCapture } from "../../contract/event.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Whether another device's capture is what that device took: its content and header match their hashes. */
export function isRelayedSound(item: { key: string; value: unknown }): boolean {
  if (item.value === null) return true;
  const read = relayedCapture.safeParse(item.value);
  if (!read.success) return false;
  const { capture } = read.data;
  return capture.id === item.key && findEnvelopeFault(sha256, capture) === null;
}
