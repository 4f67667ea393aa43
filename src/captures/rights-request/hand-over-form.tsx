import { Choice } from "../../ui/choice.tsx";
import { FormFrame } from "../../ui/form-frame.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { fillText } from "../fill-text.ts";
import type { CaseRecord } from "./case-fold.ts";
import { writeHandOver } from "./declaration.ts";
import { arrange, checkPayload, listLacks } from "./field-issues.ts";
import type { RightsFormProps } from "./form-props.ts";
import { useRightsForm } from "./form-state.tsx";
import { type HandOverValues, handOverValues, tidy } from "./form-values.ts";
import { type HandOver, identityDocument } from "./payload.ts";
import { noSignature } from "./request-payload.ts";
import { SignSection } from "./sign-section.tsx";
import { rightsRequestText } from "./text.ts";
import { TypedField } from "./typed-field.tsx";

/** The result is handed over at the shop: who took it, what was seen of them, and their signature. */
export function HandOverForm(props: RightsFormProps & { record: CaseRecord }) {
  const { reference, language, staff, record } = props;
  const words = rightsRequestText[language];
  const text = words.handOver;
  const asked = record.asked?.act === "request" ? record.asked : null;
  const write = (values: HandOverValues) =>
    writeHandOver(record.number, reference, values.language);
  const make = (values: HandOverValues): HandOver => ({
    act: "hand-over",
    case: record.id,
    subject: asked?.subject.id ?? null,
    receiver: tidy(values.receiver) ?? "",
    document: values.document ?? "other",
    seenBy: staff.staff,
    declaration: {
      language: values.language,
      words: write(values),
      signature: values.signature ?? noSignature,
    },
  });
  const form = useRightsForm<HandOverValues>({
    props,
    schema: handOverValues,
    start: () => ({
      language: asked?.declaration.language ?? language,
      receiver: (asked && asked.asker.who !== "self" ? asked.asker.name : record.person) ?? "",
      document: null,
      signature: null,
      signedWords: "",
    }),
    find: (values) =>
      arrange(
        ["receiver", "document", "signature"],
        listLacks([
          ["receiver", tidy(values.receiver) === null],
          ["document", values.document === null],
          [
            "signature",
            values.signature === null || values.signedWords !== write(values),
            "signature-needed",
          ],
        ]),
        checkPayload(make(values), reference, staff.staff),
      ),
    make: (values) => ({ payload: make(values), amends: null }),
  });
  const { values, set, errorOf } = form;
  return (
    <FormFrame
      title={words.frame.handOver}
      subtitle={record.number}
      saveLabel={words.frame.saveHandOver}
      closeLabel={words.frame.close}
      isSaving={form.isSaving}
      onSave={form.save}
      onClose={props.onClose}
      failure={form.failure}
      faults={form.listFaults({
        receiver: text.receiver,
        document: text.document,
        signature: words.sign.here,
      })}
    >
      <FormSection title={text.heading}>
        {record.progress.result && (
          <p>
            <span className="font-medium">{text.result}: </span>
            {record.progress.result.words}
          </p>
        )}
        <TypedField
          tools={{ values, set, errorOf }}
          field="receiver"
          label={text.receiver}
          autoFocus
        />
        <div data-field="document">
          <Choice
            label={text.document}
            description={fillText(words.identity.attestOnly, { staff: staff.name[language] })}
            value={values.document}
            onChange={(document) => set({ document })}
            options={identityDocument.options.map((value) => ({
              value,
              label: words.identity[value],
            }))}
            error={errorOf("document")}
          />
        </div>
      </FormSection>
      <SignSection
        words={words}
        declaration={write(values)}
        spoken={values.language}
        onSpoken={(spoken) => set({ language: spoken })}
        values={values}
        onChange={set}
        error={errorOf("signature")}
      />
    </FormFrame>
  );
}
