import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../../contract/failure.ts";
import type { StaffId } from "../../../contract/ids.ts";
import type { RosterEntry } from "../../../contract/ipc.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { readDigit } from "../../../ui/digit-key.ts";
import { Progress } from "../../../ui/progress.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { call } from "../../bridge/call.ts";
import { useFailureWords } from "../../failure-text.tsx";
import { useLanguage } from "../../i18n.ts";

const pinLength = 6;

type VouchDialogProps = {
  title: string;
  text: string;
  /** Those who may stand for it. */
  people: readonly RosterEntry[];
  /** The save that they stand for, and no other. */
  request: string;
  isOpen: boolean;
  onDone: (staff: StaffId) => void;
  onClose: () => void;
};

/** A second person gives their word for one save by a PIN; whoever is signed in stays signed in. */
export function VouchDialog({ isOpen, ...rest }: VouchDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={rest.title}
      isOpen={isOpen}
      onClose={rest.onClose}
      closeLabel={t("app.close")}
      size="small"
    >
      <VouchForm {...rest} />
    </Dialog>
  );
}

function VouchForm({ text, people, request, onDone, onClose }: Omit<VouchDialogProps, "isOpen">) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useFailureWords();
  const [staff, setStaff] = useState<StaffId>(people[0]?.staff ?? "");
  const [pin, setPin] = useState("");
  const [isChecking, setChecking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  async function send(complete: string): Promise<void> {
    setChecking(true);
    const answer = await call("session.vouch", { request, staff, pin: complete });
    // Right or wrong, the digits do not stay.
    setPin("");
    setChecking(false);
    if (answer.ok) onDone(staff);
    else {
      setFailure(answer.failure);
      field.current?.focus();
    }
  }
  function enter(typed: string): void {
    if (isChecking) return;
    const digits = typed.replace(/\D/g, "").slice(0, pinLength);
    setPin(digits);
    setFailure(null);
    if (digits.length === pinLength) void send(digits);
  }

  if (people.length === 0) return <Banner tone="warning">{t("refunds.vouch.nobody")}</Banner>;
  return (
    <div className="flex flex-col gap-4">
      <p>{text}</p>
      <SelectField
        label={t("refunds.vouch.who")}
        value={staff}
        onChange={(chosen) => {
          setStaff(chosen);
          setFailure(null);
          field.current?.focus();
        }}
        options={people.map((one) => ({ value: one.staff, label: one.name[language] }))}
      />
      <label className="flex flex-col gap-1.5 font-semibold">
        {t("signIn.pin")}
        <input
          ref={field}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          value={pin}
          aria-invalid={failure !== null}
          onChange={(event) => enter(event.target.value)}
          onKeyDown={(event) => {
            // By key code: in a Thai layout the digit keys type letters.
            const digit = readDigit(event.code);
            if (digit === null || event.ctrlKey || event.altKey || event.metaKey) return;
            event.preventDefault();
            enter(pin + String(digit));
          }}
          className="h-14 w-full rounded-control border border-line-strong bg-card px-4 text-center text-2xl tracking-[0.5em]"
        />
      </label>
      {isChecking && <Progress label={t("signIn.checking")} />}
      {failure && <Banner tone="danger">{say(failure)}</Banner>}
      <Button onPress={onClose}>{t("refunds.vouch.leave")}</Button>
    </div>
  );
}
