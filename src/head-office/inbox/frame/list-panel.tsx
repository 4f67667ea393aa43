import { type Column, Table } from "../../../ui/table.tsx";
import { Panel } from "./panel.tsx";

type ListPanelProps<Row> = {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Said where there are no rows. */
  none: string;
};

/** A list that has a panel to itself. */
export function ListPanel<Row>({ none, ...table }: ListPanelProps<Row>) {
  return (
    <Panel flush>
      {table.rows.length === 0 ? (
        <p className="px-5 py-4 text-muted">{none}</p>
      ) : (
        <Table {...table} />
      )}
    </Panel>
  );
}
