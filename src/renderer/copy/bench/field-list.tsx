import { SquarePlus } from "lucide-react";
import { Button as AriaButton } from "react-aria-components/Button";
import { useTranslation } from "react-i18next";
import type { FieldName } from "../../../card-mask/reading.ts";
import type { Bench, Tick } from "../copy-job.ts";

type FieldListProps = {
  bench: Bench;
  cover: readonly FieldName[];
  /** Whether what is missing is said: once somebody wanted to go on. */
  tried: boolean;
  onTick: (field: FieldName, tick: Tick) => void;
  onAdd: (field: FieldName) => void;
};

/** Every field that must not be kept, each with the staff member's own word on it. Nothing is chosen before. */
export function FieldList({ bench, cover, tried, onTick, onAdd }: FieldListProps) {
  const { t } = useTranslation();
  return (
    <ul aria-label={t("copyWindow.masks.fields")} className="flex flex-col gap-2">
      {cover.map((field) => {
        const name = t(`copyWindow.field.${field}`);
        const tick = bench.ticks[field];
        const isMasked = bench.masks.some((mask) => mask.field === field);
        const lacks = tried && (tick === undefined || (tick === "covered" && !isMasked));
        return (
          <li
            key={field}
            data-field={field}
            className={`rounded-control border px-3 py-2 ${lacks ? "border-danger bg-danger-soft" : "border-line bg-card"}`}
          >
            <p className="font-semibold leading-snug">{name}</p>
            <div className="mt-1 flex items-center gap-1.5">
              <div
                role="radiogroup"
                aria-label={name}
                className="grid flex-1 grid-cols-[2fr_3fr] gap-1.5"
              >
                {(["covered", "absent"] as const).map((one) => (
                  <label
                    key={one}
                    className={`flex min-h-11 cursor-pointer items-center gap-2 rounded-control border px-2 text-sm leading-tight ${tick === one ? "border-accent bg-accent-soft" : "border-line-strong bg-card"}`}
                  >
                    <input
                      type="radio"
                      name={`tick-${field}`}
                      checked={tick === one}
                      onChange={() => onTick(field, one)}
                      className="size-4 shrink-0 accent-accent"
                    />
                    <span>{t(`copyWindow.masks.${one}`)}</span>
                  </label>
                ))}
              </div>
              <AriaButton
                aria-label={t("copyWindow.masks.addFor", { field: name })}
                onPress={() => onAdd(field)}
                className="flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-control border border-line-strong bg-card text-accent data-hovered:bg-sunken"
              >
                <SquarePlus aria-hidden="true" className="size-5" />
              </AriaButton>
            </div>
            {lacks && tick === "covered" && (
              <p className="font-medium text-danger text-sm">{t("copyWindow.masks.noMask")}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
