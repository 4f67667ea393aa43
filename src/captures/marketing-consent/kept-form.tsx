import { useEffect, useRef, useState } from "react";
import {
  type DefaultValues,
  type FieldValues,
  type Path,
  type PathValue,
  useForm,
} from "react-hook-form";
import type { z } from "zod";
import type { Failure, IssueCode } from "../../contract/failure.ts";
import type { CaptureFormProps, FormSubmission } from "../capture-form.ts";
import { fillText } from "../fill-text.ts";
import { keepAfterMs, readDraft } from "../form-draft.ts";
import { type FieldIssue, placeIssue } from "./field-issues.ts";
import type { Payload } from "./payload.ts";
import { marketingConsentText } from "./text.ts";

/** Told while typing; everything else only once the field was left, or at a try to save. */
const loudCodes: ReadonlySet<IssueCode> = new Set(["card-number", "id-number", "too-long"]);
const lackCodes: ReadonlySet<IssueCode> = new Set([
  "required",
  "contact-needed",
  "choose-a-channel",
  "answer-every-purpose",
  "guardian-needed",
  "signature-needed",
  "reason-needed",
]);

type KeptForm<Values> = {
  props: CaptureFormProps;
  schema: z.ZodType<Values>;
  start: () => Values;
  find: (values: Values) => FieldIssue[];
  /** The capture of complete values; called only when nothing was found. */
  make: (
    values: Values,
  ) => Promise<{ payload: Payload } & Pick<FormSubmission, "amends" | "notice">>;
};

/**
 * A form whose values outlive it: they are kept as a draft while they change, and stay when they are
 * refused. Faults are found by the rules that main holds to, and what main still refuses is placed likewise.
 */
export function useKeptForm<Values extends FieldValues>(options: KeptForm<Values>) {
  const { props, schema, start, find, make } = options;
  const words = marketingConsentText[props.language];
  const [first] = useState(() => {
    const kept = readDraft(schema, props.draft);
    return { values: kept ?? start(), isResumed: kept !== null };
  });
  const { formState, getValues, handleSubmit, setValue, watch } = useForm<Values>({
    defaultValues: first.values as DefaultValues<Values>,
  });
  const { isSubmitting, submitCount } = formState;
  const values = watch();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<FieldIssue[]>([]);
  const [failed, setFailed] = useState<{ during: "save" | "aside"; failure: Failure } | null>(null);
  const keeper = useKeeper(props.onDraft);

  const own = find(values);
  // A refusal of main's stands beside what was found here until something is changed.
  const theirs = refused.filter(({ field }) => own.every((one) => one.field !== field));
  const faults = [...own, ...theirs];

  function describe({ code, limit }: FieldIssue): string {
    return fillText(words.issues[code], limit === undefined ? {} : { limit });
  }

  function isTold({ field, code }: FieldIssue): boolean {
    if (submitCount > 0 || loudCodes.has(code)) return true;
    return left.has(field) && !lackCodes.has(code);
  }

  function tell(failure: Failure, payload: Payload): void {
    if (failure.code !== "refused") {
      setFailed({ during: "save", failure });
      return;
    }
    const placed = failure.issues.map((issue) => placeIssue(issue, payload));
    // One for each field: the channels of a purpose share theirs.
    const issues = placed.filter(
      ({ field }, index) => placed.findIndex((other) => other.field === field) === index,
    );
    setRefused(issues);
  }

  /** What stands at no field, in the words of the language that the screen has now. */
  function sayFailure(): string | null {
    if (failed) {
      const said = props.describeFailure(failed.failure);
      return failed.during === "save" ? `${words.frame.notSaved} ${said}` : said;
    }
    const homeless = refused.filter(isHomeless).map(describe);
    return homeless.length > 0 ? [words.frame.notSaved, ...homeless].join(" ") : null;
  }

  const save = handleSubmit(async (complete) => {
    setFailed(null);
    setRefused((before) => before.filter((one) => !isHomeless(one)));
    if (find(complete).length > 0 || keeper.isOver()) return;
    const made = await make(complete);
    const result = await props.onSubmit({ kind: "marketing-consent", ...made });
    if (result.ok) keeper.end();
    else tell(result.failure, made.payload);
  });

  return {
    values,
    set(changed: Partial<Values>): void {
      for (const [key, value] of Object.entries(changed)) {
        setValue(key as Path<Values>, value as PathValue<Values, Path<Values>>, {
          shouldDirty: true,
        });
      }
      setRefused([]);
      setFailed(null);
      const now = getValues();
      if (isWorthKeeping(now, first.values) || keeper.hasKept()) keeper.note(JSON.stringify(now));
    },
    /** Tries to save, refused ones included. */
    attempt: submitCount,
    isSaving: isSubmitting,
    failure: sayFailure(),
    isResumed: first.isResumed,
    faults,
    errorOf(field: string): string | null {
      const fault = faults.find((one) => one.field === field);
      return fault && isTold(fault) ? describe(fault) : null;
    },
    /** Tells that focus left a field, so that what is wrong in it may be said. */
    leave(field: string): void {
      setLeft((before) => (before.has(field) ? before : new Set(before).add(field)));
    },
    save: () => void save(),
    /** Says why something else than saving failed. */
    fail: (failure: Failure) => setFailed({ during: "aside", failure }),
  };
}

const isHomeless = ({ field }: FieldIssue) => field === "form";

/** Whether anything was typed or answered: that a notice was shown is no work to lose. */
function isWorthKeeping(now: FieldValues, start: FieldValues): boolean {
  const write = (values: FieldValues) =>
    JSON.stringify({ ...values, noticeShown: null, language: null });
  return write(now) !== write(start);
}

/** Hands a draft on a moment after its last change, at the latest when the form goes away. */
function useKeeper(keep: (body: string) => void) {
  const state = useRef({
    body: null as string | null,
    hasKept: false,
    isOver: false,
    keep,
    timer: 0,
  });
  useEffect(() => {
    state.current.keep = keep;
  });
  const [keeper] = useState(() => {
    function flush(): void {
      const now = state.current;
      clearTimeout(now.timer);
      if (now.body === null || now.isOver) return;
      now.keep(now.body);
      now.body = null;
      now.hasKept = true;
    }
    return {
      note(body: string): void {
        state.current.body = body;
        clearTimeout(state.current.timer);
        state.current.timer = window.setTimeout(flush, keepAfterMs);
      },
      flush,
      hasKept: () => state.current.hasKept,
      isOver: () => state.current.isOver,
      end(): void {
        state.current.isOver = true;
        clearTimeout(state.current.timer);
      },
    };
  });
  useEffect(() => keeper.flush, [keeper]);
  return keeper;
}
