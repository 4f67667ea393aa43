import { useState } from "react";
import { Banner } from "../../ui/banner.tsx";
import { ChoiceTiles } from "../../ui/choice-tiles.tsx";
import { FormFrame } from "../../ui/form-frame.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { SignatureField } from "../../ui/signature-field.tsx";
import type { DrawnSignature } from "../../ui/signature-strokes.ts";
import { TextField } from "../../ui/text-field.tsx";
import type { Board } from "./board-fold.ts";
import { BoardList } from "./board-list.tsx";
import type { EventFormProps } from "./event-form.ts";
import { limits } from "./payload.ts";
import { eventPhotoText } from "./text.ts";
import { useEventCapture } from "./use-event-capture.tsx";

const someoneElse = "someone else";

/** The photographer has seen the board as it is now, and says so by name and signature. */
export function HandOverForm(props: EventFormProps & { board: Board }) {
  const { event, language, board } = props;
  const words = eventPhotoText[language];
  const text = words.handOver;
  const form = useEventCapture(props);
  const [photographer, setPhotographer] = useState<string | null>(
    event.photographers.length === 0 ? someoneElse : null,
  );
  const [typed, setTyped] = useState("");
  const [signature, setSignature] = useState<DrawnSignature | null>(null);
  const [attempt, setAttempt] = useState(0);
  // What is signed for is what was on the screen when the photographer looked: not what came in meanwhile.
  const [covers] = useState(board.covers);

  const listed = event.photographers.find(({ id }) => id === photographer);
  const name = listed?.name ?? typed.trim();
  const lacks = [
    ...(photographer === null ? (["photographer"] as const) : []),
    ...(photographer !== null && name === "" ? (["name"] as const) : []),
    ...(signature === null ? (["signature"] as const) : []),
  ];
  const told = attempt > 0 ? lacks : [];
  const lackOf = (field: (typeof lacks)[number]) =>
    told.includes(field) ? words.issues.required : null;

  async function save(): Promise<void> {
    setAttempt((before) => before + 1);
    if (lacks.length > 0 || signature === null) return;
    const saved = await form.save({
      payload: {
        act: "hand-over",
        event: event.id,
        photographer: { id: listed?.id ?? null, name },
        signature,
        covers,
      },
    });
    if (saved) props.onSaved(saved);
  }

  return (
    <FormFrame
      title={text.title}
      subtitle={text.intro}
      saveLabel={text.save}
      closeLabel={words.frame.close}
      isSaving={form.isSaving}
      onSave={() => void save()}
      onClose={props.onClose}
      failure={form.failure}
      faults={form.listFaults(told, attempt, text)}
    >
      <div className="grid grid-cols-2 items-start gap-5">
        <div>
          {board.entries.length === 0 && <Banner tone="info">{text.emptyBoard}</Banner>}
          <BoardList entries={board.entries} plan={event} language={language} size="medium" />
        </div>
        {/* Stays in sight while the photographer reads a long board. */}
        <div className="sticky top-4">
          <FormSection title={text.photographer}>
            {event.photographers.length > 0 && (
              <div data-field="photographer">
                <ChoiceTiles
                  label={text.photographer}
                  labelPlace="hidden"
                  value={photographer}
                  onChange={(chosen) => {
                    setPhotographer(chosen);
                    form.touch();
                  }}
                  options={[
                    ...event.photographers.map(({ id, name: label }) => ({ value: id, label })),
                    { value: someoneElse, label: text.other },
                  ]}
                  error={lackOf("photographer")}
                />
              </div>
            )}
            {photographer === someoneElse && (
              <div data-field="name" className="max-w-md">
                <TextField
                  label={text.name}
                  value={typed}
                  onChange={(changed) => {
                    setTyped(changed);
                    form.touch();
                  }}
                  maxLength={limits.name}
                  size="large"
                  error={lackOf("name") ?? form.errorOf("photographer", "name")}
                />
              </div>
            )}
            <div data-field="signature">
              <SignatureField
                label={text.signature}
                clearLabel={words.consent.clear}
                emptyLabel={words.consent.empty}
                signedLabel={words.consent.signed}
                value={signature}
                onChange={(drawn) => {
                  setSignature(drawn);
                  form.touch();
                }}
                error={lackOf("signature") ?? form.errorOf("signature")}
              />
            </div>
          </FormSection>
        </div>
      </div>
    </FormFrame>
  );
}
