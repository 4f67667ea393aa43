import { useEffect, useRef, useState } from "react";
import type { z } from "zod";
import type { Failure, IssueCode } from "../../contract/failure.ts";
import type { Language } from "../../contract/ids.ts";
import type { FormSubmission } from "../capture-form.ts";
import { fillText } from "../fill-text.ts";
import { keepAfterMs, readDraft } from "../form-draft.ts";
import { placeIssue } from "./field-issues.ts";
import type { FieldIssue, RightsFormProps } from "./form-props.ts";
import type { Payload } from "./payload.ts";
import { rightsRequestText } from "./text.ts";

/** Told while typing; everything else only once somebody tried to save. */
const loudCodes: ReadonlySet<IssueCode> = new Set(["card-number", "id-number", "too-long"]);

type RightsForm<Values> = {
  props: RightsFormProps;
  schema: z.ZodType<Values>;
  start: () => Values;
  find: (values: Values) => FieldIssue[];
  /** The capture of complete values; called only when nothing was found. */
  make: (values: Values) => { payload: Payload } & Pick<FormSubmission, "amends">;
};

/**
 * A form whose values outlive it as a draft, and stay when they are refused. Faults are found by the rules
 * that main holds to, and what main still refuses is placed likewise.
 */
export function useRightsForm<Values extends Record<string, unknown>>(options: RightsForm<Values>) {
  const { props, schema, start, find, make } = options;
  const { language } = props;
  const words = rightsRequestText[language];
  const [first] = useState(() => {
    const kept = readDraft(schema, props.draft);
    return { values: kept ?? start(), isResumed: kept !== null };
  });
  const [values, setValues] = useState(first.values);
  const [attempt, setAttempt] = useState(0);
  const [refused, setRefused] = useState<FieldIssue[]>([]);
  const [failed, setFailed] = useState<Failure | null>(null);
  const [isSaving, setSaving] = useState(false);
  const isOver = useRef(false);
  useKeeper(values, first.values, props.onDraft, isOver);

  const own = find(values);
  const faults = [
    ...own,
    ...refused.filter(({ field }) => own.every((one) => one.field !== field)),
  ];

  function tell(failure: Failure): void {
    if (failure.code === "refused") setRefused(failure.issues.map(placeIssue));
    else setFailed(failure);
  }

  /** What stands at no field, in the words of the language that the screen has now. */
  function sayFailure(): string | null {
    if (failed) return `${words.frame.notSaved} ${props.describeFailure(failed)}`;
    const homeless = refused.filter(isHomeless).map((one) => sayIssue(one, language));
    return homeless.length > 0 ? [words.frame.notSaved, ...homeless].join(" ") : null;
  }

  async function save(): Promise<void> {
    if (isSaving || isOver.current) return;
    setAttempt((count) => count + 1);
    setFailed(null);
    setRefused((before) => before.filter((one) => !isHomeless(one)));
    if (find(values).length > 0) return;
    setSaving(true);
    const result = await props.onSubmit({ kind: "rights-request", notice: null, ...make(values) });
    setSaving(false);
    if (result.ok) isOver.current = true;
    else tell(result.failure);
  }

  return {
    values,
    set(changed: Partial<Values>): void {
      setValues((before) => ({ ...before, ...changed }));
      setRefused([]);
      setFailed(null);
    },
    isSaving,
    failure: sayFailure(),
    isResumed: first.isResumed,
    errorOf(field: string): string | null {
      const fault = faults.find((one) => one.field === field);
      if (!fault || (attempt === 0 && !loudCodes.has(fault.code))) return null;
      return sayIssue(fault, language);
    },
    save: () => void save(),
    /** The summary of faults; null before anybody tried to save. `names`: what it calls each field. */
    listFaults(names: Readonly<Record<string, string>>) {
      if (attempt === 0) return null;
      return {
        title: fillText(words.frame.errors, { count: faults.length }),
        list: faults.map(({ field }) => ({ field, label: names[field] ?? words.frame.otherFault })),
        attempt,
      };
    },
  };
}

const isHomeless = ({ field }: FieldIssue) => field === "form";

/** Words for what is wrong with a field. Codes that no rule of this kind gives are told in general. */
function sayIssue({ code, limit }: FieldIssue, language: Language): string {
  const words: Partial<Record<IssueCode, string>> = rightsRequestText[language].issues;
  const said = words[code] ?? rightsRequestText[language].issues["bad-form"];
  return fillText(said, limit === undefined ? {} : { limit });
}

/** Hands a draft on a moment after its last change, at the latest when the form goes away. */
function useKeeper<Values>(
  values: Values,
  first: Values,
  keep: (body: string) => void,
  isOver: { readonly current: boolean },
): void {
  const latest = useRef({ values, keep, isKept: true });
  useEffect(() => {
    latest.current.keep = keep;
  });
  useEffect(() => {
    if (values === first) return;
    latest.current.values = values;
    latest.current.isKept = false;
    const timer = setTimeout(() => flush(latest.current, isOver), keepAfterMs);
    return () => clearTimeout(timer);
  }, [values, first, isOver]);
  useEffect(() => {
    const held = latest.current;
    return () => flush(held, isOver);
  }, [isOver]);
}

function flush(
  held: { values: unknown; keep: (body: string) => void; isKept: boolean },
  isOver: { readonly current: boolean },
): void {
  if (held.isKept || isOver.current) return;
  held.isKept = true;
  held.keep(JSON.stringify(held.values));
}
