/** The part of node:sqlite's API that the adapter stands on; @photostructure/sqlite has it. */
export interface NodeSqlite {
  DatabaseSync: new (
    path: string,
    options: { readOnly?: boolean; timeout?: number },
  ) => NodeDatabase;
}

export interface NodeDatabase {
  readonly isOpen: boolean;
  readonly isTransaction: boolean;
  prepare(sql: string): NodeStatement;
  exec(sql: string): void;
  close(): void;
}

export interface NodeColumn {
  name: string;
  column: string | null;
  table: string | null;
  database: string | null;
  type: string | null;
}

export interface NodeStatement {
  run(...values: unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  get(...values: unknown[]): unknown[] | undefined;
  all(...values: unknown[]): unknown[][];
  iterate(...values: unknown[]): IterableIterator<unknown[]>;
  columns(): NodeColumn[];
  setReadBigInts(on: boolean): void;
  setReturnArrays(on: boolean): void;
}
