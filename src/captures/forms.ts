import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { CaptureKind } from "../contract/envelope.ts";
import type { CaptureFormProps } from "./capture-form.ts";

/** Every kind's form, fetched when it is first opened; forgetting one does not compile. */
export const captureForms = {
  "marketing-consent": lazy(() =>
    import("./marketing-consent/form.tsx").then((form) => ({ default: form.MarketingConsentForm })),
  ),
} satisfies Record<CaptureKind, LazyExoticComponent<ComponentType<CaptureFormProps>>>;
