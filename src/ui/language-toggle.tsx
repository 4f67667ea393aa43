import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";

type Language = "th" | "en";

const languages: readonly { language: Language; name: string; short: string }[] = [
  { language: "th", name: "ไทย", short: "ไทย" },
  { language: "en", name: "English", short: "EN" },
];

type LanguageToggleProps = {
  label: string;
  language: Language;
  onChoose: (language: Language) => void;
  /** It stands on the deep colour, where there is less room too. */
  onDeep?: boolean;
};

/** The two languages of the screens, each by its own name. */
export function LanguageToggle(props: LanguageToggleProps) {
  const { label, language, onChoose, onDeep = false } = props;
  const button = onDeep
    ? "text-on-deep-muted data-hovered:text-on-deep data-selected:bg-on-deep data-selected:text-deep"
    : "text-muted data-hovered:text-ink data-selected:bg-accent data-selected:text-on-accent";
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[language]}
      onSelectionChange={(keys) => {
        const chosen = languages.find((one) => keys.has(one.language))?.language;
        if (chosen && chosen !== language) onChoose(chosen);
      }}
      className={`inline-flex shrink-0 rounded-control border p-0.5 ${onDeep ? "border-deep-line" : "border-line-strong bg-card"}`}
    >
      {languages.map((one) => (
        <ToggleButton
          key={one.language}
          id={one.language}
          lang={one.language}
          aria-label={one.name}
          className={`min-h-11 min-w-11 cursor-pointer rounded-[0.45rem] px-3 font-semibold text-sm ${button}`}
        >
          {onDeep ? one.short : one.name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
