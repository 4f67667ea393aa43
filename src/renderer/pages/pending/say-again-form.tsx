import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { ProcedureOutput } from "../../../contract/ipc.ts";
import type { PayloadField, PendingItem } from "../../../contract/pending-procedures.ts";
import { conflictReasons } from "../../../contract/sync.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useCommand } from "../../bridge/use-procedure.ts";
import { useFailureWords } from "../../failure-text.tsx";
import { useFieldWords } from "./field-words.ts";

type SayAgainFormProps = {
  found: ProcedureOutput<"pending.read">;
  /** What can be put right of it. */
  fields: readonly PayloadField[];
  item: PendingItem;
};

const nameOf = ({ path }: Pick<PayloadField, "path">) => JSON.stringify(path);

/**
 * Puts right what head office refused, and sends it as a new capture that amends the first: the fields at fault,
 * each with what is wrong with it. Where only its place is taken, it may go as it is.
 */
export function SayAgainForm({ found, fields, item }: SayAgainFormProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const sayFailure = useFailureWords();
  const nameField = useFieldWords();
  const sayAgain = useCommand("pending.sayAgain");
  const [request] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const refused = sayAgain.failure?.code === "refused" ? sayAgain.failure.issues : item.issues;

  const faultOf = (field: PayloadField) =>
    refused.find((issue) => nameOf(issue) === nameOf(field)) ?? null;
  // Where head office names none, or none of these, any that has something in it may be meant.
  const named = fields.filter((field) => faultOf(field) !== null);
  const shown = named.length > 0 ? named : fields.filter(({ value }) => value !== null);
  const isPlaceTaken = conflictReasons.some((reason) => reason === item.reason);
  const changed = fields.flatMap((field) => {
    const value = typed[nameOf(field)];
    if (value === undefined || value === (field.value ?? "")) return [];
    return [{ path: field.path, value: value.trim() === "" ? null : value.trim() }];
  });

  const canSend = changed.length > 0 || isPlaceTaken;

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!canSend || sayAgain.isRunning) return;
    const done = await sayAgain.run({ id: found.capture.header.id, request, fields: changed });
    if (done.ok) navigate("/pending");
  }

  return (
    <form
      onSubmit={(event) => void send(event)}
      aria-label={t("review.sayAgain")}
      className="flex flex-col gap-3 rounded-panel border border-line bg-card px-4 py-4 shadow-panel"
    >
      <h2 className="font-semibold text-lg">{t("review.sayAgain")}</h2>
      <p className="text-muted text-sm">
        {t(isPlaceTaken ? "review.sayAgainPlace" : "review.sayAgainText")}
      </p>
      {found.items.some(({ part }) => part === "picture") && (
        <p className="text-muted text-sm">{t("review.sayAgainPicture")}</p>
      )}
      {shown.map((field) => {
        const fault = faultOf(field);
        return (
          <TextField
            key={nameOf(field)}
            label={nameField(field.path)}
            value={typed[nameOf(field)] ?? field.value ?? ""}
            onChange={(value) => setTyped((before) => ({ ...before, [nameOf(field)]: value }))}
            error={fault && t(`failure.issue.${fault.code}`)}
          />
        );
      })}
      {sayAgain.failure && <Banner tone="danger">{sayFailure(sayAgain.failure)}</Banner>}
      <Button
        type="submit"
        variant="primary"
        wide
        isDisabled={!canSend}
        isPending={sayAgain.isRunning}
      >
        {t("review.sayAgainDone")}
      </Button>
    </form>
  );
}
