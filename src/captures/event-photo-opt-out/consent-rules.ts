import { defaultEventSettings } from "../../contract/event.ts";
import type { Issue } from "../../contract/failure.ts";
import type { RuleContext } from "../define-capture.ts";
import { checkSignature } from "../drawn-signature.ts";
import { checkName } from "../typed-rules.ts";
import type { PhotoConsent } from "./payload.ts";

/**
 * s.19: for head office's photo purpose and nothing else, for places that were each chosen once, signed.
 * s.20: under 20 the holder of parental power signs.
 */
export function checkConsent(item: PhotoConsent, { reference }: RuleContext): Issue[] {
  const { photoPurpose } = reference.eventSettings ?? defaultEventSettings;
  const isAsked = reference.purposes.some(({ id }) => id === item.purpose);
  const issues = checkName(item.name, ["name"]);
  if (item.purpose !== photoPurpose || !isAsked) {
    issues.push({ path: ["purpose"], code: "unknown-purpose" });
  }
  if (new Set(item.shownAt).size < item.shownAt.length) {
    issues.push({ path: ["shownAt"], code: "bad-form" });
  }
  return [...issues, ...(item.ageBand === "adult" ? checkAdult(item) : checkMinor(item))];
}

function checkAdult({ guardian, signature }: PhotoConsent): Issue[] {
  const issues: Issue[] =
    signature === null
      ? [{ path: ["signature"], code: "signature-needed" }]
      : checkSignature(signature, ["signature"]);
  if (guardian !== null) issues.push({ path: ["guardian"], code: "guardian-not-needed" });
  return issues;
}

function checkMinor({ guardian, signature }: PhotoConsent): Issue[] {
  if (guardian === null) return [{ path: ["guardian"], code: "guardian-needed" }];
  return [
    ...checkName(guardian.name, ["guardian", "name"]),
    ...checkSignature(guardian.signature, ["guardian", "signature"]),
    ...(signature === null ? [] : checkSignature(signature, ["signature"])),
  ];
}
