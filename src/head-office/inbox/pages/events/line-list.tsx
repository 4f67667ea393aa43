import { Plus, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../../ui/button.tsx";

type LineListProps<Line> = {
  label: string;
  lines: readonly Line[];
  /** How one is called, counted from 1. */
  nameOf: (at: number) => string;
  show: (line: Line, at: number) => ReactNode;
  addLabel: string;
  onAdd: () => void;
  onDrop: (at: number) => void;
  /** Most lines. */
  most: number;
};

/** A few things of one sort, each with its fields, to add to and take from. */
export function LineList<Line>(props: LineListProps<Line>) {
  const { t } = useTranslation();
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-semibold">{props.label}</legend>
      {props.lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line that is being typed has no name but its place
        <div key={at} className="flex items-end gap-3">
          <div className="min-w-0 flex-1">{props.show(line, at)}</div>
          <Button
            variant="quiet"
            aria-label={t("events.drop", { what: props.nameOf(at + 1) })}
            onPress={() => props.onDrop(at)}
          >
            <Trash2 aria-hidden="true" className="size-5" />
          </Button>
        </div>
      ))}
      {props.lines.length < props.most && (
        <div>
          <Button icon={<Plus className="size-5" />} onPress={props.onAdd}>
            {props.addLabel}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
