import { FileInput } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/button.tsx";

type FileDropProps = { isTaking: boolean; onFile: (file: File) => void };

/** A scanner's file, dropped here or chosen. Its name decides nothing: what it is, its bytes say. */
export function FileDrop({ isTaking, onFile }: FileDropProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [isMany, setMany] = useState(false);

  function take(files: FileList | null): void {
    const [file, ...more] = files ?? [];
    setMany(more.length > 0);
    if (file && more.length === 0 && !isTaking) onFile(file);
  }
  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button inside does the same
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`flex flex-col items-start gap-3 rounded-panel border-2 border-dashed px-5 py-4 ${isOver ? "border-accent bg-accent-soft" : "border-line-strong bg-card"}`}
    >
      <p className="flex items-center gap-2 font-semibold">
        <FileInput aria-hidden="true" className="size-6 text-accent" />
        {t("copyWindow.intake.drop")}
      </p>
      <p className="text-muted text-sm">{t("copyWindow.intake.kinds")}</p>
      {isMany && <p className="font-medium text-danger">{t("copyWindow.intake.dropped")}</p>}
      <input
        ref={input}
        type="file"
        accept=".jpg,.jpeg,.png,.webp,.pdf,.heic"
        tabIndex={-1}
        aria-label={t("copyWindow.intake.choose")}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files);
          // The same file may be chosen again after it was refused.
          event.target.value = "";
        }}
      />
      <Button isPending={isTaking} onPress={() => input.current?.click()}>
        {t("copyWindow.intake.choose")}
      </Button>
    </div>
  );
}
