import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";

type Language = "th" | "en";

const languages: readonly Language[] = ["th", "en"];

const sizes = {
  medium: {
    label: "font-medium text-sm",
    button: "min-h-11 min-w-20 font-medium data-selected:bg-accent data-selected:text-on-accent",
  },
  large: {
    label: "font-semibold",
    button: "min-h-12 min-w-24 font-semibold data-selected:bg-deep data-selected:text-on-deep",
  },
} as const;

type SpokenLanguageProps = {
  label: string;
  /** What each language is called in the screen's. */
  names: Readonly<Record<Language, string>>;
  spoken: Language;
  onSpoken: (spoken: Language) => void;
  size?: keyof typeof sizes;
};

/** In which language the customer is told and asked: theirs, which need not be the screen's. */
export function SpokenLanguage(props: SpokenLanguageProps) {
  const { label, names, spoken, onSpoken, size = "medium" } = props;
  return (
    <div className="flex items-center gap-3">
      <span className={sizes[size].label}>{label}</span>
      <ToggleButtonGroup
        aria-label={label}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[spoken]}
        onSelectionChange={(keys) => {
          const chosen = languages.find((one) => keys.has(one));
          if (chosen) onSpoken(chosen);
        }}
        className="inline-flex rounded-control border border-line-strong p-0.5"
      >
        {languages.map((one) => (
          <ToggleButton
            key={one}
            id={one}
            className={`cursor-pointer rounded-[0.45rem] px-3 data-hovered:bg-sunken ${sizes[size].button}`}
          >
            {names[one]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
