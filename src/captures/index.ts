import type { CaptureKind } from "../contract/envelope.ts";
import type { AnyCaptureDefinition } from "./define-capture.ts";
import { eventPhotoOptOut } from "./event-photo-opt-out/definition.ts";
import { idCopy } from "./id-copy/definition.ts";
import { marketingConsent } from "./marketing-consent/definition.ts";
import { rightsRequest } from "./rights-request/definition.ts";

/** Every kind of capture; forgetting one does not compile. Forms have their own registry: see forms.ts. */
export const captureDefinitions = {
  "marketing-consent": marketingConsent,
  "id-copy": idCopy,
  "event-photo-opt-out": eventPhotoOptOut,
  "rights-request": rightsRequest,
} satisfies Record<CaptureKind, AnyCaptureDefinition>;
