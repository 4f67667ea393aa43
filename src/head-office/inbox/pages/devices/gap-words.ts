/** Numbers of a chain that have not come, as people write ranges. */
export function sayGaps(gaps: readonly { from: number; to: number }[]): string {
  return gaps.map(({ from, to }) => (from === to ? from : `${from}–${to}`)).join(", ");
}
