import { CircleCheck } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { EventPlan } from "../../contract/event.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { ChoiceTiles } from "../../ui/choice-tiles.tsx";
import { useScanner } from "../../ui/scanner.ts";
import { TextField } from "../../ui/text-field.tsx";
import { TileButton } from "../../ui/tile-button.tsx";
import { formatReceiptNumber, readReceiptNumber } from "../receipt-number.ts";
import type { ConsentEntry } from "./consent-fold.ts";
import { findConsents } from "./consent-search.ts";
import type { AnyEventFormProps } from "./event-form.ts";
import type { PhotoWithdrawal } from "./payload.ts";
import { eventPhotoText } from "./text.ts";
import { useEventCapture } from "./use-event-capture.tsx";

type PhotoWithdrawalFormProps = AnyEventFormProps & {
  event: Pick<EventPlan, "id">;
  /** Null: whoever is signed in takes withdrawals, and does not look into an event's consents. */
  consents: readonly ConsentEntry[] | null;
  /** What is asked before all else, such as the event. */
  first?: ReactNode;
};

/**
 * Takes a photo consent back: find it by receipt or name, one touch, saved. What this PC does not know is
 * taken back all the same, by what the person shows or says; head office matches it.
 */
export function PhotoWithdrawalForm(props: PhotoWithdrawalFormProps) {
  const { event, language, consents, staff } = props;
  const words = eventPhotoText[language];
  const text = words.withdraw;
  const form = useEventCapture(props);
  const [search, setSearch] = useState("");
  const [saidBy, setSaidBy] = useState<PhotoWithdrawal["saidBy"]>("person");
  const [running, setRunning] = useState<string | null>(null);
  useScanner((scanned) => setSearch(scanned));
  const found = findConsents(consents ?? [], search);
  const receipt = readReceiptNumber(search);
  const typed = search.trim();

  async function takeBack(consent: ConsentEntry | null): Promise<void> {
    setRunning(consent?.capture ?? "unknown");
    const saved = await form.save({
      payload: {
        act: "photo-withdrawal",
        event: event.id,
        name: consent?.name ?? (receipt ? null : typed),
        receipts: consent ? [] : receipt ? [receipt.normal] : [],
        scope: "all",
        saidBy,
        means: { how: "spoken", attestedBy: staff.staff },
      },
      amends: consent?.capture ?? null,
    });
    setRunning(null);
    if (saved) props.onSaved(saved);
  }

  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-4 px-6 py-4">
      <div className="flex items-start gap-4">
        <div className="flex-1">
          <h1 className="font-bold text-2xl">{text.title}</h1>
          <p>{text.meaning}</p>
        </div>
        <Button size="large" hint="Esc" onPress={props.onClose}>
          {words.frame.close}
        </Button>
      </div>
      {props.first}
      <div className="grid grid-cols-2 items-start gap-4">
        <TextField
          label={text.find}
          description={text.findHelp}
          value={search}
          onChange={(changed) => {
            setSearch(changed);
            form.touch();
          }}
          maxLength={120}
          size="large"
          autoFocus
          error={form.errorOf("name") ?? form.errorOf("receipts")}
        />
        <ChoiceTiles
          label={words.optOut.saidBy}
          value={saidBy}
          onChange={setSaidBy}
          options={[
            { value: "person", label: words.optOut.person },
            { value: "guardian", label: words.optOut.guardian },
          ]}
        />
      </div>
      {form.failure && <Banner tone="danger">{form.failure}</Banner>}
      {found.length > 0 && (
        <ul aria-label={text.found} className="flex flex-col gap-2">
          {found.map((consent) => (
            <li
              key={consent.capture}
              className="flex items-center gap-4 rounded-panel border-2 border-line-strong bg-card px-4 py-2"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-bold text-lg">{consent.name}</span>
                <span>
                  {consent.receiptNumber} ·{" "}
                  {consent.shownAt.map((place) => words.shownAt[place]).join(", ") ||
                    text.withdrawn}
                </span>
              </span>
              {consent.shownAt.length === 0 ? (
                <span className="flex items-center gap-2 font-semibold text-success">
                  <CircleCheck aria-hidden="true" className="size-6" />
                  {text.withdrawn}
                </span>
              ) : (
                <Button
                  size="large"
                  variant="danger"
                  aria-label={`${text.take}: ${consent.name}`}
                  isPending={running === consent.capture}
                  onPress={() => void takeBack(consent)}
                >
                  {text.take}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {consents !== null && found.length === 0 && typed === "" && (
        <p className="text-lg">{text.empty}</p>
      )}
      {found.length === 0 && typed !== "" && (
        <div className="flex flex-col gap-2">
          {consents !== null && <p className="text-lg">{text.none}</p>}
          <div className="max-w-md">
            <TileButton
              title={text.takeUnknown}
              help={receipt ? formatReceiptNumber(receipt.normal) : typed}
              tone="danger"
              isPending={running === "unknown"}
              onPress={() => void takeBack(null)}
            />
          </div>
        </div>
      )}
    </div>
  );
}
