/** How many, against the most there are; open ones apart from closed. The numbers beside it say the same. */
export function CountBar({ count, open, most }: { count: number; open: number; most: number }) {
  const scale = (part: number) => (part / Math.max(1, most)) * 100;
  const closed = scale(count - open);
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      className="h-3 w-full min-w-32"
    >
      <rect width={closed} height={10} className="fill-accent" />
      <rect x={closed} width={scale(open)} height={10} className="fill-accent-soft" />
    </svg>
  );
}
