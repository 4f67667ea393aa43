import { readStoredPayload } from "./amended-capture.ts";
import type { PurgeDeps } from "./purge-expired.ts";

/**
 * Takes away the content of captures that head office has erased, with all they could be found by and what
 * was being typed about the same person. What has not reached head office yet waits. The answer: whether
 * anything went.
 */
export function applyErasures({ store, definitions, now }: PurgeDeps): boolean {
  const ids = store.received.listErased();
  const own = ids.flatMap((id) => {
    const kept = store.captures.readById(id);
    const hasContent = kept !== null && kept.envelope.payload !== null;
    return hasContent && !store.outbox.isWaiting(kept.envelope.sequence) ? [kept.envelope] : [];
  });
  const others = ids.filter((id) => store.relayed.readById(id)?.envelope.payload);
  if (own.length === 0 && others.length === 0) return false;
  // The copy from before an upgrade has what is about to go.
  store.dropCopy();
  store.write(() => {
    for (const item of own) {
      const definition = definitions[item.kind];
      const payload = readStoredPayload(definitions, item);
      const subject = payload === null ? null : definition?.subject(payload);
      if (subject) store.drafts.dropNaming(subject.id);
      if (subject?.name) store.drafts.dropNaming(subject.name);
    }
    store.captures.purge(own.map(({ sequence }) => sequence));
    store.relayed.purge(others);
    for (const id of [...own.map((item) => item.id), ...others]) {
      store.audit.add({ at: now(), staff: null, action: "purge", subject: id });
    }
  });
  return true;
}
