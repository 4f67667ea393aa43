import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Pixels } from "../../../card-mask/picture.ts";
import type { DocumentKind, FieldName } from "../../../card-mask/reading.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { useFunctionKey } from "../../../ui/function-keys.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { type CopyEvent, type CopyJob, listUnsettled, type PlacedMask } from "../copy-job.ts";
import { startBox } from "./change-box.ts";
import { DoubtList } from "./doubt-list.tsx";
import { FieldList } from "./field-list.tsx";
import { InsteadDialog } from "./instead-dialog.tsx";
import { MaskBox } from "./mask-box.tsx";
import { PictureStage } from "./picture-stage.tsx";

const documents: readonly DocumentKind[] = [
  "thai-id-front",
  "thai-id-back",
  "passport",
  "driving-licence",
  "house-registration",
  "other",
];

type MasksPageProps = {
  job: Extract<CopyJob, { at: "masks" }>;
  copy: Pixels;
  cover: readonly FieldName[];
  onStep: (event: CopyEvent) => void;
};

/** The straightened copy with its masks: staff look, move, add, and say of each field what is so. */
export function MasksPage({ job, copy, cover, onStep }: MasksPageProps) {
  const { t } = useTranslation();
  const [selected, setSelected] = useState<number | null>(null);
  const [added, setAdded] = useState<number | null>(null);
  const [leaving, setLeaving] = useState<PlacedMask | null>(null);
  const name = (field: FieldName) => t(`copyWindow.field.${field}`);
  const isUnsettled = job.tried && listUnsettled(job, cover).length > 0;
  const goOn = () => onStep({ is: "check-asked" });
  useFunctionKey("F9", goOn, { label: t("copyWindow.masks.check") });

  function add(field: FieldName): void {
    const place = job.legible.find((one) => one.field === field)?.box;
    const next = Math.max(-1, ...job.masks.map((mask) => mask.id)) + 1;
    setAdded(next);
    setSelected(next);
    onStep({ is: "mask-added", field, box: place ?? startBox(copy) });
  }
  function remove(mask: PlacedMask): void {
    if (cover.includes(mask.field)) setLeaving(mask);
    else onStep({ is: "mask-removed", id: mask.id, instead: null });
  }
  const chosen = job.masks.find((mask) => mask.id === selected) ?? null;

  return (
    <div className="flex min-h-0 flex-1 gap-5 px-6 py-4">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-3">
        <div>
          <h1 className="font-semibold text-xl">{t("copyWindow.masks.title")}</h1>
          <p className={job.sure ? "text-muted" : "font-medium text-warning"}>
            {t(job.sure ? "copyWindow.masks.sure" : "copyWindow.masks.unsure")}
          </p>
        </div>
        <PictureStage pixels={copy} label={t("copyWindow.masks.copy")}>
          {(toPicture) => (
            <>
              {job.masks.map((mask, index) => (
                <MaskBox
                  key={mask.id}
                  mask={mask}
                  copy={copy}
                  name={name(mask.field)}
                  label={t("copyWindow.masks.mask", {
                    number: index + 1,
                    field: name(mask.field),
                  })}
                  isSelected={mask.id === selected}
                  takesFocus={mask.id === added}
                  toPicture={toPicture}
                  onSelect={() => setSelected(mask.id)}
                  onChange={(box) => onStep({ is: "mask-moved", id: mask.id, box })}
                  onRemove={() => remove(mask)}
                />
              ))}
              {job.legible.map(({ field, box }) => (
                <span
                  key={`${field} ${box.x0} ${box.y0}`}
                  aria-hidden="true"
                  className="pointer-events-none absolute border-4 border-danger"
                  style={{
                    left: `${(box.x0 / copy.width) * 100}%`,
                    top: `${(box.y0 / copy.height) * 100}%`,
                    width: `${((box.x1 - box.x0) / copy.width) * 100}%`,
                    height: `${((box.y1 - box.y0) / copy.height) * 100}%`,
                  }}
                />
              ))}
            </>
          )}
        </PictureStage>
        <div className="flex min-h-11 items-center gap-3">
          {chosen ? (
            <>
              <span className="min-w-0 truncate">
                {t("copyWindow.masks.selected", { field: name(chosen.field) })}
              </span>
              <Button
                aria-label={t("copyWindow.masks.removeOf", { field: name(chosen.field) })}
                onPress={() => remove(chosen)}
              >
                {t("copyWindow.masks.remove")}
              </Button>
            </>
          ) : null}
          <span className="ml-auto flex gap-2">
            <Button variant="quiet" onPress={() => onStep({ is: "corners-asked" })}>
              {t("copyWindow.masks.corners")}
            </Button>
            <Button variant="quiet" onPress={() => onStep({ is: "picture-again" })}>
              {t("copyWindow.again")}
            </Button>
          </span>
        </div>
      </div>
      <div className="flex min-h-0 w-84 shrink-0 flex-col gap-3">
        <div className="-m-1 flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-1">
          <SelectField
            label={t("copyWindow.masks.document")}
            value={job.document}
            onChange={(document) => onStep({ is: "document-set", document })}
            options={documents.map((value) => ({
              value,
              label: t(`copyWindow.document.${value}`),
            }))}
          />
          <DoubtList doubts={job.doubts} />
          <FieldList
            bench={job}
            cover={cover}
            tried={job.tried}
            onTick={(field, tick) => onStep({ is: "ticked", field, tick })}
            onAdd={add}
          />
        </div>
        {job.legible.length > 0 && (
          <Banner tone="danger">
            {t("copyWindow.masks.legible", {
              fields: [...new Set(job.legible.map(({ field }) => name(field)))].join(", "),
            })}
          </Banner>
        )}
        {isUnsettled && <Banner tone="danger">{t("copyWindow.masks.unsettled")}</Banner>}
        <Button variant="primary" size="large" hint="F9" wide onPress={goOn}>
          {t("copyWindow.masks.check")}
        </Button>
      </div>
      <InsteadDialog
        field={leaving?.field ?? null}
        onClose={() => setLeaving(null)}
        onSay={(instead) => {
          if (leaving) onStep({ is: "mask-removed", id: leaving.id, instead });
          setLeaving(null);
        }}
      />
    </div>
  );
}
