import { BookOpen, HelpCircle, Siren } from "lucide-react";
import { useState } from "react";
import type { Language } from "../../contract/ids.ts";
import { type Right, rights } from "../../contract/rights.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { SpokenLanguage } from "../../ui/spoken-language.tsx";
import { FinderDialog } from "./finder-dialog.tsx";
import { type RightsRequestText, rightsRequestText } from "./text.ts";

type WhichSectionProps = {
  words: RightsRequestText;
  /** The customer's language: what is read aloud stands in it. */
  spoken: Language;
  onSpoken: (spoken: Language) => void;
  right: Right | null;
  onChoose: (right: Right) => void;
  onChange: () => void;
  onStopNews: () => void;
  onLetter: () => void;
  error: string | null;
};

/** The eight rights, each in one sentence to read aloud; once one is chosen, that one alone. */
export function WhichSection(props: WhichSectionProps) {
  const { words, spoken, right, error } = props;
  const text = words.which;
  const aloud = rightsRequestText[spoken];
  const [shows, setShows] = useState<"law" | "finder" | null>(null);
  const icon = "size-5 shrink-0";
  const ask = (
    <Button
      icon={<HelpCircle aria-hidden="true" className={icon} />}
      onPress={() => setShows("finder")}
    >
      {text.unknown}
    </Button>
  );
  const law = (
    <Button
      variant="quiet"
      icon={<BookOpen aria-hidden="true" className={icon} />}
      onPress={() => setShows("law")}
    >
      {text.more}
    </Button>
  );
  return (
    <div data-field="right">
      {right === null ? (
        <FormSection
          title={aloud.which.heading}
          description={text.hint}
          aside={
            <span className="flex flex-wrap items-center gap-2">
              <SpokenLanguage
                label={words.frame.language}
                names={{ th: words.frame.thai, en: words.frame.english }}
                spoken={spoken}
                onSpoken={props.onSpoken}
              />
              {law}
              {ask}
            </span>
          }
        >
          <Choice
            label={aloud.which.heading}
            labelHidden
            layout="columns"
            autoFocus
            value={right}
            onChange={props.onChoose}
            options={rights.map((value) => ({
              value,
              label: aloud.rights[value].aloud,
              description: words.rights[value].name,
            }))}
            error={error}
          />
          <div>
            <Button icon={<Siren aria-hidden="true" className={icon} />} onPress={props.onLetter}>
              {text.letter}
            </Button>
          </div>
        </FormSection>
      ) : (
        <FormSection title={words.rights[right].name} aside={law}>
          <p lang={spoken} className="text-lg">
            {aloud.rights[right].aloud}
          </p>
          <div>
            <Button onPress={props.onChange}>{text.change}</Button>
          </div>
        </FormSection>
      )}
      <Dialog
        title={text.moreTitle}
        isOpen={shows === "law"}
        onClose={() => setShows(null)}
        closeLabel={words.frame.close}
        size="large"
      >
        <dl className="flex flex-col gap-3">
          {rights
            .filter((one) => right === null || one === right)
            .map((one) => (
              <div key={one}>
                <dt className="font-semibold">{words.rights[one].name}</dt>
                <dd>{words.rights[one].law}</dd>
              </div>
            ))}
        </dl>
      </Dialog>
      {shows === "finder" && (
        <FinderDialog
          words={words}
          spoken={spoken}
          onClose={() => setShows(null)}
          onPropose={(proposal) => {
            setShows(null);
            if (proposal === "marketing") props.onStopNews();
            else props.onChoose(proposal);
          }}
        />
      )}
    </div>
  );
}
