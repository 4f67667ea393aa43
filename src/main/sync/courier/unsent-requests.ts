import { pieceLimit } from "../../../contract/attachment.ts";
import { auditLimit } from "../../../contract/audit.ts";
import type { CarriedRequest } from "../../../contract/courier.ts";
import { syncPaths } from "../../../contract/sync.ts";
import type { Store } from "../../store/open-store.ts";
import type { SentContent } from "../../store/own-bundles.ts";

/** One request to head office, and what to remember of it until it is answered. */
export type UnsentRequest = { request: CarriedRequest; content: SentContent };

/** Items and bytes of payload of one request: a bundle holds a few, so that it is filled well. */
const itemsPerRequest = 200;
const bytesPerRequest = 400_000;

type UnsentStore = Pick<Store, "outbox" | "attachments" | "audit">;

/**
 * All that head office does not have, as the requests that a line would have carried, in the order in which it
 * has to take them: captures, withdrawals first; pictures of captures that it has by then; who did what. What it
 * refused does not go again, and what is held for a manager's look is no part of the outbox. Nothing leaves the
 * store by being listed.
 */
export function* listUnsent(store: UnsentStore): Generator<UnsentRequest> {
  const going = new Set<number>();
  yield* listCaptures(store, going);
  yield* listPieces(store, going);
  yield* listLog(store);
}

function* listCaptures({ outbox }: UnsentStore, going: Set<number>): Generator<UnsentRequest> {
  for (;;) {
    // Whether it is due does not matter: it waits for the line, and this is none.
    const items = outbox.nextBatch(
      Number.MAX_SAFE_INTEGER,
      itemsPerRequest,
      bytesPerRequest,
      going,
    );
    if (items.length === 0) return;
    const sequences = items.map(({ sequence }) => sequence);
    for (const sequence of sequences) going.add(sequence);
    yield {
      request: { path: syncPaths.push, body: { items } },
      content: { part: "captures", sequences },
    };
  }
}

function* listPieces(
  { attachments }: UnsentStore,
  going: ReadonlySet<number>,
): Generator<UnsentRequest> {
  for (const { sequence, isThere, offset: start, ...named } of attachments.listToCarry()) {
    if (!isThere && !going.has(sequence)) continue;
    for (let offset = start; offset < named.size; offset += pieceLimit) {
      const bytes = attachments.readBytes(sequence, offset, pieceLimit);
      // Head office got it by line meanwhile.
      if (bytes.length === 0) break;
      yield {
        request: {
          path: syncPaths.piece,
          body: { ...named, offset, bytes: Buffer.from(bytes).toString("base64") },
        },
        content: { part: "picture", sequence, digest: named.digest, size: named.size },
      };
    }
  }
}

function* listLog({ audit }: UnsentStore): Generator<UnsentRequest> {
  const end = audit.end();
  for (let after = audit.sent(); after < end.sequence; ) {
    const entries = audit.listAfter(after, auditLimit);
    const upTo = entries.at(-1)?.sequence ?? end.sequence;
    yield {
      request: { path: syncPaths.audit, body: { entries, after, end } },
      content: { part: "log", upTo },
    };
    after = upTo;
  }
}
