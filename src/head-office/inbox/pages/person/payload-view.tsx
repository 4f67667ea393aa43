import type { ReactNode } from "react";
import type { Language } from "../../../../contract/ids.ts";
import type { NameValue } from "./name-value.ts";
import { recordWords, unspoken } from "./record-words.ts";

type PayloadViewProps = { value: unknown; language: Language; nameValue: NameValue };

/** What a record holds, of whatever kind, as names and values that the person themself can read. */
export function PayloadView({ value, language, nameValue }: PayloadViewProps) {
  const own = recordWords[language];
  const fields: Readonly<Record<string, string>> = own.field;
  const nameField = (key: string, parent: string) =>
    fields[`${parent}.${key}`] ?? fields[key] ?? key;

  function show(item: unknown, key: string): ReactNode {
    if (Array.isArray(item)) {
      if (item.every(isPlain)) return item.map((one) => nameValue(key, one)).join(", ");
      return (
        <ul className="flex flex-col gap-1">
          {item.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is shown never changes
            <li key={at}>{isFlat(one) ? sayFlat(one, nameValue) : show(one, key)}</li>
          ))}
        </ul>
      );
    }
    if (isPlain(item)) return nameValue(key, item);
    // A drawing: that it was drawn is all that a reader needs of it.
    if (key === "signature") return own.signed;
    const lines = Object.entries(item ?? {}).filter(
      ([name, one]) => !isNothing(one) && !unspoken.has(name),
    );
    return (
      <dl className="grid grid-cols-[10rem_1fr] gap-x-4 gap-y-0.5">
        {lines.map(([name, one]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{nameField(name, key)}</dt>
            <dd className="min-w-0 whitespace-pre-line break-words">{show(one, name)}</dd>
          </div>
        ))}
      </dl>
    );
  }

  return show(value, "");
}

type Plain = string | number | boolean;

function isPlain(item: unknown): item is Plain {
  return typeof item === "string" || typeof item === "number" || typeof item === "boolean";
}

function isNothing(item: unknown): boolean {
  return item === null || item === "" || (Array.isArray(item) && item.length === 0);
}

function isFlat(item: unknown): item is Record<string, Plain | null> {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return false;
  return Object.values(item).every((one) => one === null || isPlain(one));
}

function sayFlat(item: Record<string, Plain | null>, nameValue: NameValue): string {
  return Object.entries(item)
    .flatMap(([key, one]) => (one === null || unspoken.has(key) ? [] : [nameValue(key, one)]))
    .join(" · ");
}
