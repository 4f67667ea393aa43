import { FileKey2 } from "lucide-react";
import { useId } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { useTranslation } from "react-i18next";
import { Button } from "../../../../ui/button.tsx";

export type KeyFile = { name: string; text: string };

type KeyFileFieldProps = { file: KeyFile | null; onChoose: (file: KeyFile) => void };

/** The file of the key: read in the page, and sent with the one question it is for. */
export function KeyFileField({ file, onChoose }: KeyFileFieldProps) {
  const { t } = useTranslation();
  const label = useId();
  const name = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <span id={label} className="font-semibold">
        {t("copies.keyFile")}
      </span>
      <div className="flex items-center gap-3">
        <FileTrigger
          acceptedFileTypes={["application/json", ".json", ".key"]}
          onSelect={async (files) => {
            const chosen = files?.[0];
            if (chosen) onChoose({ name: chosen.name, text: await chosen.text() });
          }}
        >
          <Button
            icon={<FileKey2 aria-hidden="true" className="size-5" />}
            aria-describedby={`${label} ${name}`}
          >
            {t("copies.chooseFile")}
          </Button>
        </FileTrigger>
        <span id={name} className={file === null ? "text-muted" : "break-all font-mono text-sm"}>
          {file?.name ?? t("copies.noFile")}
        </span>
      </div>
    </div>
  );
}
