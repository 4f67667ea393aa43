import { CircleAlert, Eraser } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import SignaturePad from "signature_pad";
import { Button } from "./button.tsx";
import { fieldDescription, fieldError, fieldLabel } from "./field-frame.ts";
import { type DrawnSignature, packSignature } from "./signature-strokes.ts";

type SignatureFieldProps = {
  label: string;
  description?: string;
  clearLabel: string;
  /** What a screen reader says of the box while it is empty, and once it is signed. */
  emptyLabel: string;
  signedLabel: string;
  error?: string | null | undefined;
  value: DrawnSignature | null;
  onChange: (value: DrawnSignature | null) => void;
};

/** The box's own units, whatever its size on the screen: a signature looks the same on each. */
const box = { width: 640, height: 200 } as const;

/** A signature drawn with mouse, finger or pen; kept as strokes, never as a picture. */
export function SignatureField(props: SignatureFieldProps) {
  const { label, description, clearLabel, emptyLabel, signedLabel, error, value, onChange } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  const latest = useRef({ value, onChange });
  const id = useId();
  useEffect(() => {
    latest.current = { value, onChange };
  });

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const made = new SignaturePad(element, { minWidth: 1.2, maxWidth: 3.2, penColor: "#1d2423" });
    pad.current = made;

    function fillBox(): void {
      if (!element) return;
      const { width, height } = element.getBoundingClientRect();
      const ratio = window.devicePixelRatio || 1;
      element.width = Math.round(width * ratio);
      element.height = Math.round(height * ratio);
      element.getContext("2d")?.scale(ratio, ratio);
      show(made, latest.current.value, width, height);
    }
    function keep(): void {
      if (!element) return;
      const { width, height } = element.getBoundingClientRect();
      const scaled = made
        .toData()
        .map(({ points }) =>
          points.map(({ x, y }) => ({ x: (x / width) * box.width, y: (y / height) * box.height })),
        );
      latest.current.onChange(packSignature(box.width, box.height, scaled));
    }

    fillBox();
    const watcher = new ResizeObserver(fillBox);
    watcher.observe(element);
    made.addEventListener("endStroke", keep);
    return () => {
      watcher.disconnect();
      made.removeEventListener("endStroke", keep);
      made.off();
      pad.current = null;
    };
  }, []);

  function clear(): void {
    pad.current?.clear();
    onChange(null);
  }

  const described = [description ? `${id}-description` : "", error ? `${id}-error` : ""];
  return (
    <div className="flex max-w-xl flex-col gap-1.5">
      <div className="flex items-end justify-between gap-4">
        <span id={`${id}-label`} className={fieldLabel}>
          {label}
        </span>
        <Button
          variant="quiet"
          icon={<Eraser aria-hidden="true" className="size-5" />}
          onPress={clear}
          isDisabled={value === null}
        >
          {clearLabel}
        </Button>
      </div>
      <canvas
        ref={canvas}
        role="img"
        aria-labelledby={`${id}-label ${id}-state`}
        aria-describedby={described.filter(Boolean).join(" ") || undefined}
        className={`aspect-16/5 w-full touch-none rounded-control border-2 border-dashed bg-card ${error ? "border-danger bg-danger-soft" : "border-line-strong"}`}
      />
      <span id={`${id}-state`} className="sr-only" aria-live="polite">
        {value === null ? emptyLabel : signedLabel}
      </span>
      {description && (
        <p id={`${id}-description`} className={fieldDescription}>
          {description}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={fieldError}>
          <CircleAlert aria-hidden="true" className="mt-1 size-4 shrink-0" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}

/** Draws strokes as they were kept, in the size that the box has now. */
function show(
  pad: SignaturePad,
  value: DrawnSignature | null,
  width: number,
  height: number,
): void {
  pad.clear();
  if (value === null) return;
  pad.fromData(
    value.strokes.map((points) => ({
      dotSize: 0,
      minWidth: 1.2,
      maxWidth: 3.2,
      penColor: "#1d2423",
      velocityFilterWeight: 0.7,
      compositeOperation: "source-over",
      points: points.map(([x, y], index) => ({
        x: (x / value.width) * width,
        y: (y / value.height) * height,
        pressure: 0.5,
        // The pen's speed was not kept: an even one draws an even line.
        time: index * 16,
      })),
    })),
  );
}
