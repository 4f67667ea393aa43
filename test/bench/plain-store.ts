import { randomBytes } from "node:crypto";
import SQLite from "better-sqlite3";
import canonicalize from "canonicalize";
import { captureDefinitions } from "../../src/captures/index.ts";
import { chainStart, hashContent, hashHeader } from "../../src/contract/chain.ts";
import { envelopeVersion } from "../../src/contract/versions.ts";
import { makeCaptures } from "../../src/main/store/captures.ts";
import { makeDevice } from "../../src/main/store/device.ts";
import { tidyNames } from "../../src/main/store/name-index.ts";
import { sha256 } from "../../src/main/store/sha256.ts";
import { showNotice } from "../support/desk-store.ts";
import { inventDecision, inventId } from "../support/invented-people.ts";

const definition = captureDefinitions["marketing-consent"];
const since = Date.parse("2026-01-01T00:00:00.000Z");

/**
 * Adds `count` captures, all of them at head office already, to the enrolled store of a development runtime:
 * its file is not encrypted, so this process can write it while no desk has it open.
 */
export function fillPlainStore(path: string, count: number): void {
  const connection = new SQLite(path);
  connection.pragma("synchronous = OFF");
  const captures = makeCaptures(connection);
  const enrolment = makeDevice(connection).readEnrolment();
  if (enrolment === null) throw new Error("the store is not enrolled");
  const acknowledge = connection.prepare("INSERT INTO acknowledged (sequence, at) VALUES (?, ?)");
  const notice = showNotice("th");
  let previousHash = captures.last()?.hash ?? chainStart;
  const begin = captures.last()?.sequence ?? 0;
  const fill = connection.transaction(() => {
    for (let number = 1; number <= count; number += 1) {
      const sequence = begin + number;
      const at = since + number * 60_000;
      const payload = inventDecision(number);
      const canonical = canonicalize(payload) ?? "";
      const salt = randomBytes(16).toString("base64url");
      const header = {
        envelope: envelopeVersion,
        id: inventId(at, number),
        device: enrolment.device,
        sequence,
        kind: definition.kind,
        version: definition.version,
        capturedAt: new Date(at).toISOString(),
        clockOffsetMs: 0,
        branch: enrolment.branch,
        staff: "somying",
        amends: null,
        notice,
        contentHash: hashContent(sha256, salt, canonical),
        previousHash,
      } as const;
      const hash = hashHeader(sha256, header);
      captures.append({
        envelope: { ...header, payload: canonical, salt, hash },
        request: inventId(at, number + count),
        subject: definition.subject(payload),
        keys: definition.searchKeys(payload),
      });
      acknowledge.run(sequence, at);
      previousHash = hash;
    }
  });
  fill.immediate();
  while (tidyNames(connection)) {
    // Until the name index holds them all, as a desk's does that has had a quiet hour.
  }
  connection.pragma("wal_checkpoint(TRUNCATE)");
  connection.close();
}
