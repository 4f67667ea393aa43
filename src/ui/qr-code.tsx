import { encode } from "uqr";

/** White around the code, in modules: ISO/IEC 18004 asks for four. */
const quietZone = 4;

/** A QR code of a short text, drawn as one shape: sharp on the screen, on paper and in a PDF. */
export function QrCode({
  text,
  label,
  className = "",
}: {
  text: string;
  label: string;
  className?: string;
}) {
  const { data, size } = encode(text, { ecc: "M", border: quietZone });
  const shape = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={className}
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={shape} fill="#000000" />
    </svg>
  );
}
