/**
 * The part of better-sqlite3 that the store uses, and no more: the development runtime puts an adapter of
 * exactly this much in its place. Rows are what the statement's author says they are.
 */
declare module "better-sqlite3" {
  type Parameter = string | number | bigint | Uint8Array | null;

  export type Statement<Parameters extends readonly Parameter[], Row> = {
    run(...parameters: Parameters): { changes: number };
    get(...parameters: Parameters): Row | undefined;
    all(...parameters: Parameters): Row[];
    iterate(...parameters: Parameters): IterableIterator<Row>;
    /** Gives the first column of each row instead of the row. */
    pluck(): Statement<Parameters, Row>;
  };

  export type Database = {
    prepare<Parameters extends readonly Parameter[] = Parameter[], Row = unknown>(
      sql: string,
    ): Statement<Parameters, Row>;
    exec(sql: string): unknown;
    pragma(text: string, options?: { simple: boolean }): unknown;
    /** `immediate` runs the work in one transaction that takes the write lock at its beginning. */
    transaction<Value>(work: () => Value): { immediate(): Value };
    close(): unknown;
  };

  const SQLite: new (path: string, options?: { timeout?: number }) => Database;
  export default SQLite;
}
