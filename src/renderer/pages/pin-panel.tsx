import { CircleAlert, LockKeyhole, MousePointerClick } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../contract/failure.ts";
import type { RosterEntry } from "../../contract/ipc.ts";
import { Button } from "../../ui/button.tsx";
import { readDigit } from "../../ui/digit-key.ts";
import { Progress } from "../../ui/progress.tsx";
import { call } from "../bridge/call.ts";
import { useProcedure } from "../bridge/use-procedure.ts";
import { useFailureWords } from "../failure-text.tsx";
import { useLanguage } from "../i18n.ts";
import { PinPad } from "./pin-pad.tsx";

const pinLength = 6;

type PinPanelProps = { person: RosterEntry | null; onLeave: () => void };

/** Six digits, by the keyboard or the pad on the screen. Complete, they are sent at once. */
export function PinPanel({ person, onLeave }: PinPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!person) {
    return (
      <div className="flex flex-col items-center justify-center gap-4 rounded-panel border border-line-strong border-dashed px-8 text-center text-muted">
        <MousePointerClick aria-hidden="true" className="size-10" strokeWidth={1.5} />
        <p>{t("signIn.chooseFirst")}</p>
      </div>
    );
  }
  if (person.locked) {
    const help = person.roles.includes("manager")
      ? "signIn.lockedHelpManager"
      : "signIn.lockedHelp";
    return (
      <section className="flex flex-col items-center justify-center gap-4 rounded-panel border border-line bg-card px-8 text-center shadow-panel">
        <LockKeyhole aria-hidden="true" className="size-12 text-danger" strokeWidth={1.5} />
        <h2 className="font-semibold text-xl">{person.name[language]}</h2>
        <p role="alert">{t(help)}</p>
        <Button onPress={onLeave}>{t("signIn.other")}</Button>
      </section>
    );
  }
  return <PinEntry person={person} onLeave={onLeave} />;
}

function PinEntry({ person, onLeave }: { person: RosterEntry; onLeave: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useFailureWords();
  const session = useProcedure("session.current", undefined);
  const roster = useProcedure("session.roster", undefined);
  const [pin, setPin] = useState("");
  const [isChecking, setChecking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => field.current?.focus(), []);

  async function send(complete: string) {
    setChecking(true);
    const answer = await call("session.signIn", { staff: person.staff, pin: complete });
    // Right or wrong, the digits do not stay.
    setPin("");
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) await session.again();
    else if (answer.failure.code === "person-locked") await roster.again();
    setChecking(false);
    field.current?.focus();
  }

  function enter(next: string) {
    if (isChecking) return;
    const digits = next.replace(/\D/g, "").slice(0, pinLength);
    setPin(digits);
    if (digits !== "") setFailure(null);
    if (digits.length === pinLength) void send(digits);
  }

  // Read by key code and from the window: in a Thai layout the digit keys type letters, and after a touch on
  // the pad or a name the keyboard still means the PIN.
  const press = useRef<(event: KeyboardEvent) => void>(() => {});
  useEffect(() => {
    press.current = (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const digit = readDigit(event.code);
      if (digit !== null) enter(pin + String(digit));
      else if (event.code === "Backspace") enter(pin.slice(0, -1));
      else if (event.code === "Escape" && pin !== "") enter("");
      else if (event.code === "Escape") onLeave();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
  });
  const hear = useCallback((event: KeyboardEvent) => press.current(event), []);
  useEffect(() => {
    window.addEventListener("keydown", hear, { capture: true });
    return () => window.removeEventListener("keydown", hear, { capture: true });
  }, [hear]);

  return (
    <section
      aria-labelledby="pin-title"
      className="flex flex-col gap-3 self-start rounded-panel border border-line bg-card px-7 pt-5 pb-3 shadow-panel"
    >
      <h2 id="pin-title" className="font-semibold text-lg">
        {t("signIn.pinTitle", { name: person.name[language] })}
      </h2>
      <div className="relative">
        <input
          ref={field}
          type="password"
          inputMode="none"
          autoComplete="off"
          aria-label={t("signIn.pin")}
          aria-describedby="pin-count pin-failure"
          aria-invalid={failure !== null}
          value={pin}
          onChange={(event) => enter(event.target.value)}
          className="peer h-14 w-full rounded-control border border-line-strong bg-surface text-transparent caret-transparent selection:bg-transparent"
        />
        <div
          aria-hidden="true"
          className="pointer-events-none absolute inset-0 flex items-center justify-center gap-5"
        >
          {Array.from({ length: pinLength }, (_, at) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: the places of a PIN are their index
              key={at}
              className={`size-4 rounded-full border-2 ${at < pin.length ? "border-accent bg-accent" : "border-line-strong"}`}
            />
          ))}
        </div>
      </div>
      <p id="pin-count" className="sr-only">
        {t("signIn.entered", { count: pin.length })}
      </p>
      <div id="pin-failure" className="flex min-h-12 items-center">
        {isChecking && <Progress label={t("signIn.checking")} />}
        {!isChecking && failure && (
          <p role="alert" className="flex items-start gap-2 font-medium text-danger text-sm">
            <CircleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
            {say(failure)}
          </p>
        )}
        {!isChecking && !failure && <p className="text-muted text-sm">{t("signIn.pin")}</p>}
      </div>
      <PinPad
        isDisabled={isChecking}
        onDigit={(digit) => enter(pin + digit)}
        onDelete={() => enter(pin.slice(0, -1))}
        onClear={() => enter("")}
      />
      <Button variant="quiet" onPress={onLeave}>
        {t("signIn.other")}
      </Button>
    </section>
  );
}
