/** What a spreadsheet would take for a formula. */
const formulaStart = /^[=+\-@\t\r]/;

/**
 * Rows as CSV (RFC 4180) that a spreadsheet opens in Thai: with a byte order mark, every field in quotes, and
 * with a quote before what it would otherwise compute.
 */
export function formCsv(rows: readonly (readonly (string | number)[])[]): string {
  const lines = rows.map((row) =>
    row
      .map((field) => {
        const text = String(field);
        // A number that is one stays one, below zero too.
        const isText = typeof field === "string" && formulaStart.test(text);
        return `"${(isText ? `'${text}` : text).replaceAll('"', '""')}"`;
      })
      .join(","),
  );
  return `\u{FEFF}${lines.join("\r\n")}\r\n`;
}
