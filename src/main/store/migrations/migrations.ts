import type { Migration } from "../migrate.ts";
import { auditChain } from "./audit-chain.ts";
import { captureKindIndex } from "./capture-kinds.ts";
import { courierBundles } from "./courier-bundles.ts";
import { firstTables } from "./first-tables.ts";
import { heldCaptures } from "./held-captures.ts";
import { keptCaptures } from "./kept-captures.ts";
import { pictureDecisions } from "./picture-decisions.ts";
import { relayedCaptures } from "./relayed-captures.ts";
import { saidAgainPictures } from "./said-again-pictures.ts";
import { sealedAttachments } from "./sealed-attachments.ts";
import { skippedPlaces } from "./skipped-places.ts";

/** Every step of the store's form, in order. One that has shipped is never changed: a new one follows it. */
export const migrations: readonly Migration[] = [
  firstTables,
  pictureDecisions,
  captureKindIndex,
  relayedCaptures,
  sealedAttachments,
  auditChain,
  keptCaptures,
  heldCaptures,
  skippedPlaces,
  courierBundles,
  saidAgainPictures,
];
