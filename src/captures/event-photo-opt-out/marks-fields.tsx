import { ScanBarcode } from "lucide-react";
import { useState } from "react";
import type { EventPlan } from "../../contract/event.ts";
import type { Language } from "../../contract/ids.ts";
import { ChoiceTiles } from "../../ui/choice-tiles.tsx";
import { ColourDot, ColourSwatches } from "../../ui/colour-swatches.tsx";
import { NumberStepper } from "../../ui/number-stepper.tsx";
import { useScanner } from "../../ui/scanner.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { countPeople, type MarksValues, wear } from "./marks-values.ts";
import { type Garment, garments, limits, swatches } from "./payload.ts";
import { swatchColours } from "./swatch-colours.ts";
import { eventPhotoText } from "./text.ts";

type MarksFieldsProps = {
  language: Language;
  values: MarksValues;
  onChange: (changed: Partial<MarksValues>) => void;
  errorOf: (...path: (string | number)[]) => string | null;
};

/** The sticker's number: typed, or by a scanner wherever the focus is. */
export function TagField({
  language,
  values,
  onChange,
  errorOf,
  autoFocus = false,
}: MarksFieldsProps & { autoFocus?: boolean }) {
  const words = eventPhotoText[language].marks;
  useScanner((tag) => onChange({ tag: tag.toUpperCase() }));
  return (
    <TextField
      label={words.tag}
      value={values.tag}
      // Whoever reads a sticker aloud says no capitals.
      onChange={(tag) => onChange({ tag: tag.toUpperCase() })}
      placeholder={words.tagHelp}
      maxLength={limits.tag}
      size="large"
      autoFocus={autoFocus}
      icon={<ScanBarcode className="size-6" />}
      error={errorOf("marks", "tag")}
    />
  );
}

/** A garment first, the usual one chosen already; then each touch of a colour is one piece. */
export function ClothingFields({ language, values, onChange, errorOf }: MarksFieldsProps) {
  const words = eventPhotoText[language];
  const [garment, setGarment] = useState<Garment>("top");
  const colours = values.clothing
    .filter((piece) => piece.garment === garment)
    .map(({ colour }) => colour);
  return (
    <div className="flex flex-col gap-1.5">
      <ChoiceTiles
        label={words.marks.garment}
        labelPlace="beside"
        value={garment}
        onChange={setGarment}
        options={garments.map((value) => ({
          value,
          label: words.garment[value],
          icon: values.clothing
            .filter((piece) => piece.garment === value)
            .map(({ colour }) => <ColourDot key={colour} colours={swatchColours[colour]} />),
        }))}
      />
      <ColourSwatches
        label={`${words.garment[garment]}: ${words.marks.colours}`}
        labelHidden
        value={colours}
        onChange={(chosen) => onChange({ clothing: wear(values.clothing, garment, chosen) })}
        swatches={swatches.map((value) => ({
          value,
          label: words.colour[value],
          colours: swatchColours[value],
        }))}
        error={errorOf("marks", "clothing")}
      />
    </div>
  );
}

/** More zones than fit a row of tiles are chosen from a list. */
const mostTiles = 6;
const anywhere = "anywhere";

/** Null and `anywhere` are two things on the screen: nobody has said, or it does not matter. */
export function ZoneField({
  language,
  values,
  onChange,
  event,
}: MarksFieldsProps & { event: EventPlan }) {
  const words = eventPhotoText[language].marks;
  if (event.zones.length === 0) return null;
  const zones = event.zones.map(({ id, name }) => ({ value: id, label: name[language] }));
  const options = [{ value: anywhere, label: words.zoneAny }, ...zones];
  const choose = (zone: string) => onChange({ zone: zone === anywhere ? null : zone });
  const props = { label: words.zone, value: values.zone ?? anywhere, onChange: choose, options };
  return zones.length < mostTiles ? (
    <ChoiceTiles {...props} labelPlace="beside" />
  ) : (
    <SelectField {...props} />
  );
}

/** Many people at once, such as a class with its teacher. */
const mostPeople = 99;

export function PeopleFields({ language, values, onChange, errorOf }: MarksFieldsProps) {
  const words = eventPhotoText[language].marks;
  const labels = { lessLabel: words.fewer, moreLabel: words.more };
  return (
    <>
      <NumberStepper
        {...labels}
        label={words.people}
        min={1}
        max={mostPeople}
        value={values.people}
        onChange={(people) => onChange(countPeople(values, { people }))}
      />
      <NumberStepper
        {...labels}
        label={words.children}
        min={0}
        max={mostPeople}
        value={values.children}
        onChange={(children) => onChange(countPeople(values, { children }))}
        error={errorOf("marks", "children")}
      />
    </>
  );
}
