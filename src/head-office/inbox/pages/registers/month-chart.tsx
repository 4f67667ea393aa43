import { useTranslation } from "react-i18next";
import type { NumbersRow } from "./case-numbers.ts";

const height = 150;
const barWidth = 46;
const gap = 18;

/** Cases by month, open ones apart from closed. The table beside it says the same in numbers. */
export function MonthChart({
  rows,
  name,
}: {
  rows: readonly NumbersRow[];
  name: (key: string) => string;
}) {
  const { t } = useTranslation();
  const shown = rows.slice(-12);
  const most = Math.max(1, ...shown.map(({ count }) => count));
  const scale = (count: number) => (count / most) * (height - 20);
  const width = shown.length * (barWidth + gap) + gap;
  return (
    <figure className="flex flex-wrap items-end gap-x-8 gap-y-2">
      <svg
        role="img"
        aria-label={t("registers.perMonth")}
        viewBox={`0 0 ${width} ${height + 30}`}
        className="h-56 max-w-full"
      >
        {shown.map((row, at) => {
          const x = gap + at * (barWidth + gap);
          const closed = scale(row.count - row.open);
          const open = scale(row.open);
          return (
            <g key={row.key}>
              <rect
                x={x}
                y={height - closed}
                width={barWidth}
                height={closed}
                className="fill-accent"
              />
              <rect
                x={x}
                y={height - closed - open}
                width={barWidth}
                height={open}
                className="fill-accent-soft stroke-accent"
              />
              <text
                x={x + barWidth / 2}
                y={height - closed - open - 5}
                textAnchor="middle"
                className="fill-ink font-semibold text-xs"
              >
                {row.count}
              </text>
              <text
                x={x + barWidth / 2}
                y={height + 18}
                textAnchor="middle"
                className="fill-muted text-xs"
              >
                {name(row.key)}
              </text>
            </g>
          );
        })}
        <line x1={0} x2={width} y1={height} y2={height} className="stroke-line-strong" />
      </svg>
      <figcaption className="flex flex-col gap-1 text-sm">
        {(["open", "closedOnes"] as const).map((id) => (
          <span key={id} className="flex items-center gap-2">
            <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4">
              <rect
                width={16}
                height={16}
                className={id === "open" ? "fill-accent-soft stroke-accent" : "fill-accent"}
              />
            </svg>
            {t(`registers.${id}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
