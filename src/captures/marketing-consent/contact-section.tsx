import type { Language } from "../../contract/ids.ts";
import type { Reference } from "../../contract/reference.ts";
import { FormSection } from "../../ui/form-section.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { fillText } from "../fill-text.ts";
import { type ContactKey, contactKeys } from "./ask-payload.ts";
import { maskContact } from "./detail-mask.ts";
import type { DetailValues } from "./form-values.ts";
import type { Contacts } from "./payload.ts";
import type { FieldTools } from "./person-section.tsx";
import { nameChannel } from "./receipt-content.ts";
import type { MarketingConsentText } from "./text.ts";
import { MaskedField } from "./typed-field.tsx";

type ContactFieldsProps = FieldTools & {
  words: MarketingConsentText;
  language: Language;
  reference: Reference;
  values: DetailValues;
  onChange: (changed: Partial<DetailValues>) => void;
  /** Which are asked, each with the channels that need it; the rest is not asked at all. */
  needed: ReadonlyMap<ContactKey, readonly string[]>;
  /** What was on record before: shown masked. */
  known: Contacts | null;
};

const inputModes = { phone: "tel", email: "email", line: "text" } as const;
const examples = { phone: "081 234 5678", email: "somying@example.com", line: "" } as const;

/** Only the contact details that the chosen channels need (s.22). */
export function ContactFields(props: ContactFieldsProps) {
  const { words, language, reference, values, onChange, needed, known, errorOf, leave } = props;
  const text = words.contacts;

  function describe(key: ContactKey): string | null {
    const channels = (needed.get(key) ?? []).map((id) => nameChannel(id, reference, language));
    return channels.length === 0 ? null : fillText(text.usedFor, { channels: channels.join(", ") });
  }

  return (
    <div className="grid grid-cols-2 items-start gap-4">
      {contactKeys.map((key) => {
        if (!needed.has(key)) return null;
        const common = {
          label: text[key],
          value: values[key],
          onChange: (typed: string) => onChange({ [key]: typed }),
          error: errorOf(key),
          description: describe(key),
        };
        const isUnchanged = known?.[key] != null && known[key] === values[key];
        if (key === "address" && !isUnchanged) {
          return (
            <div key={key} data-field={key} className="col-span-2">
              <TextArea {...common} rows={2} onBlur={() => leave(key)} />
            </div>
          );
        }
        return (
          <MaskedField
            key={key}
            {...common}
            field={key}
            onLeave={() => leave(key)}
            masked={isUnchanged ? maskContact(key, values[key]) : null}
            revealLabel={words.person.reveal}
            {...(key === "address" ? {} : { inputMode: inputModes[key] })}
            {...(key === "address" || examples[key] === "" ? {} : { placeholder: examples[key] })}
          />
        );
      })}
    </div>
  );
}

export function ContactSection(props: ContactFieldsProps) {
  if (props.needed.size === 0) return null;
  return (
    <FormSection title={props.words.contacts.heading} description={props.words.contacts.why}>
      <ContactFields {...props} />
    </FormSection>
  );
}
