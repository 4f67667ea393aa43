import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { CaptureKind } from "../contract/envelope.ts";
import type { CaptureFormProps } from "./capture-form.ts";

/**
 * The form of every kind that the counter's first page opens, fetched when it is first opened; null: the kind
 * has pages of its own. Forgetting one does not compile.
 */
export const captureForms = {
  "marketing-consent": lazy(() =>
    import("./marketing-consent/form.tsx").then((form) => ({ default: form.MarketingConsentForm })),
  ),
  "id-copy": null,
  "event-photo-opt-out": null,
  "rights-request": null,
} satisfies Record<CaptureKind, LazyExoticComponent<ComponentType<CaptureFormProps>> | null>;
