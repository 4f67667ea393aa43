import { useTranslation } from "react-i18next";
import type { BranchDay } from "../../../contract/branch-picture.ts";
import { formatDay } from "../../../ui/thai-date.tsx";
import { useLanguage } from "../../i18n.ts";

const height = 120;
const barWidth = 11;
const step = 28;

/** Taken and arrived, day by day. The table beneath says the same in numbers. */
export function DayChart({ days }: { days: readonly BranchDay[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const most = Math.max(1, ...days.flatMap(({ taken, sent }) => [taken, sent]));
  const scale = (count: number) => (count / most) * (height - 4);
  const width = days.length * step;
  return (
    <svg
      role="img"
      aria-label={t("branch.perDay")}
      viewBox={`0 0 ${width} ${height + 22}`}
      className="w-full"
    >
      {days.map(({ day, taken, sent }, at) => {
        const x = at * step;
        return (
          <g key={day}>
            <rect
              x={x + 2}
              y={height - scale(taken)}
              width={barWidth}
              height={scale(taken)}
              className="fill-accent"
            />
            <rect
              x={x + 3 + barWidth}
              y={height - scale(sent)}
              width={barWidth}
              height={scale(sent)}
              className="fill-accent-soft stroke-accent"
            />
            {at % 7 === days.length % 7 && (
              <text x={x} y={height + 16} className="fill-muted text-xs">
                {formatDay(day, language)}
              </text>
            )}
          </g>
        );
      })}
      <line x1={0} x2={width} y1={height} y2={height} className="stroke-line-strong" />
    </svg>
  );
}
