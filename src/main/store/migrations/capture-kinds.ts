import type { Migration } from "../migrate.ts";

/** The kinds that are listed as such. Consents are not, so a save of one pays nothing for it. */
export const captureKindIndex: Migration = {
  name: "capture-kinds",
  run(connection) {
    connection.exec(`
      CREATE INDEX capture_kind ON capture_log (kind, sequence) WHERE kind <> 'marketing-consent';
    `);
  },
};
