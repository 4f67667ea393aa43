import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Event, readPlan } from "../../../../contract/event.ts";
import { type EventDraft, eventDraft } from "../../../../contract/inbox-event-procedures.ts";
import type { Published } from "../../../../contract/inbox-reference-procedures.ts";
import { SelectField } from "../../../../ui/select-field.tsx";
import { TextField } from "../../../../ui/text-field.tsx";
import { TickGroup } from "../../../../ui/tick-group.tsx";
import { useAct } from "../../asking/use-asking.ts";
import { EditDialog } from "../../frame/edit-dialog.tsx";
import { useLanguage } from "../../i18n.ts";
import { IdField } from "../id-field.tsx";
import { WordsField } from "../words-field.tsx";
import { LineList } from "./line-list.tsx";

const blank = { th: "", en: "" };
const longest = 120;
const usualNotice = "event-photos";

type EventDialogProps = { from: Event | null; published: Published; onClose: () => void };

/** All that head office says of an event. What captures refer to keeps its short name. */
export function EventDialog({ from, published, onClose }: EventDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const notices = [...new Set(published.notices.map(({ id }) => id))];
  const [value, setValue] = useState<EventDraft>(() => begin(from, notices));
  const save = useAct("events.save");
  const change = (parts: Partial<EventDraft>) => setValue({ ...value, ...parts });
  const draft = eventDraft.safeParse({
    ...value,
    days: [...new Set(value.days.filter((day) => day !== ""))].sort(),
  });
  const titleOf = (id: string) =>
    published.notices.find((one) => one.id === id)?.title[language] ?? id;

  return (
    <EditDialog
      title={from ? t("events.change") : t("events.add")}
      onClose={onClose}
      isWhole={draft.success}
      isRunning={save.isRunning}
      refusal={save.refusal}
      onSave={async () => {
        if (draft.success && (await save.run(draft.data)).ok) onClose();
      }}
    >
      <p className="text-muted text-sm">{t("events.incomplete")}</p>
      <IdField value={value.id} onChange={(id) => change({ id })} isKept={from !== null} />
      <WordsField
        label={t("events.name")}
        value={value.name}
        onChange={(name) => change({ name })}
        maxLength={longest}
      />
      <WordsField
        label={t("events.place")}
        value={value.place}
        onChange={(place) => change({ place })}
        maxLength={longest}
      />
      <LineList
        label={t("events.days")}
        lines={value.days}
        nameOf={(at) => t("events.day", { at })}
        show={(day, at) => (
          <TextField
            label={t("events.day", { at: at + 1 })}
            type="date"
            value={day}
            onChange={(next) => change({ days: value.days.with(at, next) })}
          />
        )}
        addLabel={t("events.addDay")}
        onAdd={() => change({ days: [...value.days, ""] })}
        onDrop={(at) => change({ days: value.days.toSpliced(at, 1) })}
        most={31}
      />
      <TickGroup
        label={t("events.branches")}
        value={value.branches}
        onChange={(branches) => change({ branches })}
        options={published.branches.map((one) => ({
          value: one.id,
          label: `${one.brand} · ${one.name[language]}`,
        }))}
      />
      <LineList
        label={t("events.zones")}
        lines={value.zones}
        nameOf={(at) => t("events.zone", { at })}
        show={(zone, at) => (
          <WordsField
            label={t("events.zone", { at: at + 1 })}
            value={zone.name}
            onChange={(name) => change({ zones: value.zones.with(at, { ...zone, name }) })}
            maxLength={longest}
          />
        )}
        addLabel={t("events.addZone")}
        onAdd={() =>
          change({
            zones: [
              ...value.zones,
              { id: findFreeId("zone", value.zones, from?.zones), name: blank },
            ],
          })
        }
        onDrop={(at) => change({ zones: value.zones.toSpliced(at, 1) })}
        most={40}
      />
      <LineList
        label={t("events.photographers")}
        lines={value.photographers}
        nameOf={(at) => t("events.photographer", { at })}
        show={(one, at) => (
          <TextField
            label={t("events.photographer", { at: at + 1 })}
            value={one.name}
            onChange={(name) =>
              change({ photographers: value.photographers.with(at, { ...one, name }) })
            }
            maxLength={longest}
          />
        )}
        addLabel={t("events.addPhotographer")}
        onAdd={() => {
          const id = findFreeId("photographer", value.photographers, from?.photographers);
          change({ photographers: [...value.photographers, { id, name: "" }] });
        }}
        onDrop={(at) => change({ photographers: value.photographers.toSpliced(at, 1) })}
        most={20}
      />
      <SelectField
        label={t("events.notice")}
        value={value.notice}
        onChange={(notice) => change({ notice })}
        options={notices.map((id) => ({ value: id, label: titleOf(id) }))}
      />
    </EditDialog>
  );
}

function begin(from: Event | null, notices: readonly string[]): EventDraft {
  if (from) return { ...readPlan(from), branches: from.branches };
  return {
    id: "",
    name: blank,
    place: blank,
    days: [""],
    zones: [],
    photographers: [],
    notice: notices.find((id) => id === usualNotice) ?? notices[0] ?? "",
    branches: [],
  };
}

/** One that no line has, nor had before this was opened: captures may still name it. */
function findFreeId(
  sort: string,
  lines: readonly { id: string }[],
  before: readonly { id: string }[] = [],
): string {
  const taken = new Set([...lines, ...before].map(({ id }) => id));
  let at = lines.length + 1;
  while (taken.has(`${sort}-${at}`)) at += 1;
  return `${sort}-${at}`;
}
