import { readPayload } from "../captures/capture-reading.ts";
import type { AnyCaptureDefinition } from "../captures/define-capture.ts";
import { captureDefinitions } from "../captures/index.ts";

// hasOwn: a device names kinds as it likes, and "constructor" is none.
const definitions: Readonly<Record<string, AnyCaptureDefinition | undefined>> = captureDefinitions;

/** The definition by which a stored payload can be read; null: its kind or version is a newer one's. */
export function findDefinition(kind: string, version: number): AnyCaptureDefinition | null {
  const definition = Object.hasOwn(definitions, kind) ? definitions[kind] : undefined;
  return definition && version <= definition.version ? definition : null;
}

type Stored = { kind: string; version: number; payload: string | null };

/** A stored payload in its newest form, with its definition; null: it was purged, or cannot be read here yet. */
export function readStoredPayload({
  kind,
  version,
  payload,
}: Stored): { definition: AnyCaptureDefinition; payload: unknown } | null {
  const definition = findDefinition(kind, version);
  if (definition === null || payload === null) return null;
  return { definition, payload: readPayload(definition, version, JSON.parse(payload)) };
}
