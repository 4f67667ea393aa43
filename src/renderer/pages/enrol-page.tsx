import { type RefObject, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FailureCode } from "../../contract/failure.ts";
import type { DeskState } from "../../contract/ipc.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Progress } from "../../ui/progress.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useCommand, useProcedure } from "../bridge/use-procedure.ts";
import { useFailureWords } from "../failure-text.tsx";
import { Stage } from "../frame/stage.tsx";

/** Shorter codes do not exist; head office would only refuse them. */
const shortestCode = 8;

type Field = "address" | "code";

/** Beneath which field a failure belongs; the others stand by themselves. */
const fieldOf: Readonly<Partial<Record<FailureCode, Field>>> = {
  "bad-address": "address",
  "head-office-unreachable": "address",
  "not-head-office": "address",
  "versions-apart": "address",
  "enrolment-code-refused": "code",
};

type EnrolPageProps = { desk: DeskState; address: string | null; code: string | null };

/** First start: connects this PC to head office, once. */
export function EnrolPage({ desk, ...known }: EnrolPageProps) {
  const { t } = useTranslation();
  const say = useFailureWords();
  const state = useProcedure("desk.state", undefined);
  const enrol = useCommand("desk.enrol");
  const [address, setAddress] = useState(known.address ?? "");
  const [code, setCode] = useState(known.code ?? "");
  const [missing, setMissing] = useState<readonly Field[]>([]);
  const inputs: Record<Field, RefObject<HTMLInputElement | null>> = {
    address: useRef(null),
    code: useRef(null),
  };

  const failure = enrol.failure;
  const place = failure ? fieldOf[failure.code] : undefined;
  const failed = (field: Field) => (failure && place === field ? say(failure) : null);
  const addressError = missing.includes("address") ? t("enrol.addressNeeded") : failed("address");
  const codeError = missing.includes("code") ? t("enrol.codeNeeded") : failed("code");

  async function connect() {
    const found: Field[] = [];
    if (address.trim() === "") found.push("address");
    if (code.trim().length < shortestCode) found.push("code");
    setMissing(found);
    enrol.forget();
    const [first] = found;
    if (first) return inputs[first].current?.focus();
    const answer = await enrol.run({ address: address.trim(), code: code.trim() });
    if (answer.ok || answer.failure.code === "already-enrolled") await state.again();
    else inputs[fieldOf[answer.failure.code] ?? "address"].current?.focus();
  }

  return (
    <Stage desk={desk}>
      <div className="mx-auto grid max-w-5xl grid-cols-[1.3fr_1fr] gap-10 px-8 py-5">
        <form
          noValidate
          aria-labelledby="enrol-title"
          onSubmit={(event) => {
            event.preventDefault();
            if (!enrol.isRunning) void connect();
          }}
          className="flex flex-col gap-4 rounded-panel border border-line bg-card px-7 py-5 shadow-panel"
        >
          <div>
            <h1 id="enrol-title" className="font-semibold text-2xl">
              {t("enrol.title")}
            </h1>
            <p className="text-muted">{t("enrol.intro")}</p>
          </div>
          <TextField
            label={t("enrol.address")}
            description={t("enrol.addressExample")}
            value={address}
            onChange={setAddress}
            error={addressError}
            inputRef={inputs.address}
            type="url"
            maxLength={200}
            isRequired
            isReadOnly={enrol.isRunning}
            autoFocus={!known.address}
          />
          <TextField
            label={t("enrol.code")}
            description={t("enrol.codeHelp")}
            value={code}
            onChange={setCode}
            error={codeError}
            inputRef={inputs.code}
            maxLength={40}
            isRequired
            isReadOnly={enrol.isRunning}
            autoFocus={Boolean(known.address)}
          />
          {failure && !place && <Banner tone="danger">{say(failure)}</Banner>}
          <div className="flex min-h-14 items-center gap-5">
            <Button type="submit" variant="primary" size="large" isPending={enrol.isRunning}>
              {t("enrol.connect")}
            </Button>
            {enrol.isRunning && <Progress label={t("enrol.connecting")} />}
          </div>
        </form>
        <aside aria-labelledby="enrol-what" className="pt-6">
          <h2 id="enrol-what" className="font-semibold text-lg">
            {t("enrol.what")}
          </h2>
          <ol className="mt-3 flex list-none flex-col gap-4">
            {([1, 2, 3] as const).map((step) => (
              <li key={step} className="flex gap-3">
                <span
                  aria-hidden="true"
                  className="mt-0.5 flex size-7 shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent-strong text-sm"
                >
                  {step}
                </span>
                <span>{t(`enrol.step${step}`)}</span>
              </li>
            ))}
          </ol>
        </aside>
      </div>
    </Stage>
  );
}
