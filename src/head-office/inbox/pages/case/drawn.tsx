import { useTranslation } from "react-i18next";
import type { Signature } from "../../../../captures/drawn-signature.ts";

/** A signature as it was drawn. */
export function Drawn({ signature }: { signature: Signature }) {
  const { t } = useTranslation();
  const { width, height, strokes } = signature;
  return (
    <svg
      role="img"
      aria-label={t("case.signature")}
      viewBox={`0 0 ${width} ${height}`}
      className="h-24 max-w-full rounded-control border border-line bg-card"
    >
      {strokes.map((stroke, at) => (
        <polyline
          // biome-ignore lint/suspicious/noArrayIndexKey: a stroke has no name but its place
          key={at}
          points={stroke.map(([x, y]) => `${x},${y}`).join(" ")}
          fill="none"
          stroke="currentColor"
          strokeWidth={Math.max(2, width / 200)}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
    </svg>
  );
}
