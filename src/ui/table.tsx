import type { ReactNode } from "react";

export type Column<Row> = {
  id: string;
  header: string;
  /** Names the row for screen readers; one column has it. */
  isRowHeader?: boolean;
  align?: "start" | "end";
  show: (row: Row) => ReactNode;
};

type TableProps<Row> = {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
};

/** Rows to read. A plain table: its cells hold text and the odd button, and take no arrow keys. */
export function Table<Row>({ label, columns, rows, keyOf }: TableProps<Row>) {
  return (
    <table aria-label={label} className="w-full border-separate border-spacing-0 text-start">
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              className={`sticky top-0 border-line border-b bg-sunken px-4 py-2.5 whitespace-nowrap font-semibold text-muted text-sm first:rounded-tl-panel last:rounded-tr-panel ${column.align === "end" ? "text-end" : "text-start"}`}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} className="last:*:border-b-0">
            {columns.map((column) => {
              const look = `border-line border-b px-4 py-3 align-middle ${column.align === "end" ? "text-end" : "text-start"}`;
              return column.isRowHeader ? (
                <th key={column.id} scope="row" className={`${look} font-semibold`}>
                  {column.show(row)}
                </th>
              ) : (
                <td key={column.id} className={look}>
                  {column.show(row)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
