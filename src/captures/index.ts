import type { CaptureKind } from "../contract/envelope.ts";
import type { AnyCaptureDefinition } from "./define-capture.ts";
import { marketingConsent } from "./marketing-consent/definition.ts";

/** Every kind of capture; forgetting one does not compile. Forms have their own registry: see forms.ts. */
export const captureDefinitions = {
  "marketing-consent": marketingConsent,
} satisfies Record<CaptureKind, AnyCaptureDefinition>;
