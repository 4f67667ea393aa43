import type { Migration } from "../migrate.ts";
import { firstTables } from "./first-tables.ts";

/** Every step of the store's form, in order. One that has shipped is never changed: a new one follows it. */
export const migrations: readonly Migration[] = [firstTables];
