import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BoardEntry } from "../../../captures/event-photo-opt-out/board-fold.ts";
import type { ConsentEntry } from "../../../captures/event-photo-opt-out/consent-fold.ts";
import type { EventPlan } from "../../../contract/event.ts";
import type { CoverRegion } from "../../../contract/picture-procedures.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { FailureText } from "../../failure-text.tsx";
import { useLanguage } from "../../i18n.ts";
import { ConsentPanel } from "./consent-panel.tsx";
import { CoverBar } from "./cover-bar.tsx";
import { placeInMiddle } from "./cover-editor.tsx";
import { DecisionBar } from "./decision-bar.tsx";
import { OptOutPanel } from "./opt-out-panel.tsx";
import { matchOptOuts, trustTime } from "./picture-match.ts";
import { PictureStage } from "./picture-stage.tsx";
import { ReviewProgress } from "./review-progress.tsx";
import { countRows } from "./review-rows.ts";
import type { ReviewState } from "./use-review.ts";
import { useReviewKeys } from "./use-review-keys.ts";

type ReviewScreenProps = {
  folder: string;
  state: ReviewState;
  entries: readonly BoardEntry[];
  consents: readonly ConsentEntry[];
  plan: EventPlan | null;
  onFinish(): void;
};

const anyZone = "";

/** One picture after the other: look whom it may show, press a key, see the next. */
export function ReviewScreen({ folder, state, entries, plan, ...props }: ReviewScreenProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [zone, setZone] = useState<string>(anyZone);
  const [covering, setCovering] = useState<{ at: number; regions: readonly CoverRegion[] } | null>(
    null,
  );
  const { rows, at, preview, scanned } = state;
  const row = rows[at];
  const tally = countRows(rows);
  const isScanning = scanned < rows.length;
  const size = preview?.state === "ready" ? preview.size : null;
  const regions = covering?.at === at ? covering.regions : null;
  const time = trustTime(row?.takenAt ?? null, plan?.days ?? []);
  const { near, others } = matchOptOuts(entries, { takenAt: time, zone: zone || null });

  const cover = (next: readonly CoverRegion[]) => setCovering({ at, regions: next });
  const publish = () => void state.decide({ choice: "publish" });
  const leaveOut = () => void state.decide({ choice: "leave-out" });
  const startCovering = () => {
    if (size === null) return;
    const before = row?.decision;
    cover(before?.choice === "cover" ? before.regions : []);
  };
  const add = () => {
    if (size && regions) cover([...regions, placeInMiddle(size)]);
  };
  const save = async () => {
    if (!regions || regions.length === 0) return;
    if (await state.decide({ choice: "cover", regions: [...regions] })) setCovering(null);
  };
  const move = (to: number) => {
    if (regions === null) state.goTo(to);
  };

  useReviewKeys({
    onDigit(digit) {
      const runs = regions === null ? [publish, startCovering, leaveOut] : [add, () => cover([])];
      runs[digit - 1]?.();
    },
    onBack: () => move(at - 1),
    onNext: () => move(at + 1),
    onEnter: regions === null ? undefined : () => void save(),
    onEscape: regions === null ? undefined : () => setCovering(null),
  });

  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)_20rem] gap-4 px-5 py-3">
      <div className="flex min-h-0 min-w-0 flex-col gap-2.5">
        <div className="flex items-center gap-3">
          <h1 className="min-w-0 flex-1 truncate font-semibold text-lg">
            {t("pictures.place", { number: at + 1, total: rows.length })}
            <span className="ml-3 font-normal text-base text-muted">{row?.name}</span>
          </h1>
          <div className="flex gap-2">
            <Button hint="←" isDisabled={at === 0 || regions !== null} onPress={() => move(at - 1)}>
              {t("pictures.back")}
            </Button>
            <Button
              hint="→"
              isDisabled={at + 1 >= rows.length || regions !== null}
              onPress={() => move(at + 1)}
            >
              {t("pictures.next")}
            </Button>
          </div>
        </div>
        {state.failure && (
          <Banner tone="danger">
            <FailureText failure={state.failure} />
          </Banner>
        )}
        <PictureStage row={row} preview={preview} time={time} regions={regions} onCover={cover} />
        {regions === null ? (
          <DecisionBar
            decision={row?.decision ?? null}
            isReady={size !== null}
            onPublish={publish}
            onCover={startCovering}
            onLeaveOut={leaveOut}
          />
        ) : (
          <CoverBar
            count={regions.length}
            onAdd={add}
            onClear={() => cover([])}
            onCancel={() => setCovering(null)}
            onSave={() => void save()}
          />
        )}
      </div>
      <aside className="flex min-h-0 flex-col gap-3">
        <ReviewProgress
          label={t("pictures.progress", { done: rows.length - tally.open, total: rows.length })}
          value={rows.length - tally.open}
          most={rows.length}
        />
        <p className="text-muted text-sm">
          {t("pictures.tally", { ...tally })}
          {isScanning && ` · ${t("pictures.scanning", { done: scanned, total: rows.length })}`}
        </p>
        <div>
          <Button
            wide
            variant={tally.open === 0 ? "primary" : "secondary"}
            isDisabled={isScanning}
            onPress={props.onFinish}
          >
            {t(tally.open === 0 ? "pictures.finish" : "pictures.pause")}
          </Button>
        </div>
        {plan && plan.zones.length > 0 && (
          <SelectField
            label={t("pictures.zone")}
            value={zone}
            onChange={setZone}
            options={[
              { value: anyZone, label: t("pictures.anyZone") },
              ...plan.zones.map(({ id, name }) => ({ value: id, label: name[language] })),
            ]}
          />
        )}
        {/* Focusable, so that its end is within reach of the keyboard. */}
        <section
          aria-label={folder}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable
          tabIndex={0}
          className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto pr-1"
        >
          <OptOutPanel near={near} others={others} plan={plan} />
          <ConsentPanel consents={props.consents} plan={plan} />
        </section>
      </aside>
    </div>
  );
}
