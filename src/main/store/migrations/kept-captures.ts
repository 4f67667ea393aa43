import type { Migration } from "../migrate.ts";

/** Finds, by kind and age, the captures whose content is still here: retention asks for the oldest of them. */
export const keptCaptures: Migration = {
  name: "kept-captures",
  run(connection) {
    connection.exec(`
      CREATE INDEX capture_kept ON capture_log (kind, captured_at) WHERE payload IS NOT NULL;
    `);
  },
};
