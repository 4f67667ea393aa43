import type { ReceiptContent } from "../../../captures/marketing-consent/receipt-content.ts";
import { fillText } from "../../../captures/marketing-consent/receipt-content.ts";
import { marketingConsentText } from "../../../captures/marketing-consent/text.ts";
import type { PaperSize } from "../../../contract/ipc.ts";
import { QrCode } from "../../../ui/qr-code.tsx";

/** What differs between a roll of 80 mm, of which a printer uses 72, and a sheet. */
const looks = {
  "80mm": {
    sheet: "w-[72mm] gap-[2.5mm] py-[4mm] text-[9.5pt] leading-[1.5]",
    title: "text-[13pt]",
    number: "text-[15pt]",
    qr: "size-[34mm]",
    head: "flex-col items-center text-center",
    facts: "grid-cols-1",
  },
  A4: {
    sheet: "w-[170mm] gap-[5mm] py-[20mm] text-[11.5pt] leading-[1.6]",
    title: "text-[20pt]",
    number: "text-[20pt]",
    qr: "size-[40mm]",
    head: "flex-row items-start justify-between",
    facts: "grid-cols-2",
  },
  screen: {
    sheet: "w-full max-w-xl gap-3 py-6",
    title: "text-2xl",
    number: "text-2xl",
    qr: "size-36",
    head: "flex-row items-start justify-between",
    facts: "grid-cols-1",
  },
} as const satisfies Record<PaperSize | "screen", Record<string, string>>;

/** A receipt in one language, black on white: the same on the screen, on a roll and on a sheet. */
export function ReceiptSheet({
  content,
  size,
}: {
  content: ReceiptContent;
  size: PaperSize | "screen";
}) {
  const look = looks[size];
  const words = marketingConsentText[content.language].receipt;
  return (
    <article
      lang={content.language}
      className={`mx-auto flex flex-col bg-white text-black ${look.sheet}`}
    >
      <header className={`flex gap-[3mm] ${look.head}`}>
        <div>
          <p className="font-semibold">{content.controller.name}</p>
          <h2 className={`font-bold leading-snug ${look.title}`}>{content.title}</h2>
          <p className="mt-[2mm]">{words.number}</p>
          <p className={`font-bold leading-tight tracking-wider ${look.number}`}>
            {content.number}
          </p>
        </div>
        <QrCode
          text={content.code}
          label={fillText(words.qr, { number: content.number })}
          className={`shrink-0 ${look.qr}`}
        />
      </header>
      <dl className={`grid gap-x-[8mm] gap-y-[1mm] border-black border-t pt-[2.5mm] ${look.facts}`}>
        {content.facts.map(({ label, value }) => (
          <div key={label}>
            <dt className="inline">{label}: </dt>
            <dd className="inline font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      {content.lines.length > 0 && (
        <section className="border-black border-t pt-[2.5mm]">
          {content.linesHeading && <h3 className="font-bold">{content.linesHeading}</h3>}
          <ul>
            {content.lines.map(({ name, said, isYes, remark }) => (
              <li key={name} className="break-inside-avoid py-[0.8mm]">
                <span className="block">{name}</span>
                <span className="block pl-[4mm] font-bold">
                  <span aria-hidden="true">{isYes ? "✓ " : "✕ "}</span>
                  {said}
                </span>
                {remark && <span className="block pl-[4mm]">{remark}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {content.notes.length > 0 && (
        <section className="border-black border-t pt-[2.5mm]">
          {content.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </section>
      )}
      <section className="break-inside-avoid border-black border-t pt-[2.5mm]">
        <h3 className="font-bold">{content.how.heading}</h3>
        <p>{content.how.text}</p>
      </section>
      <footer className="break-inside-avoid border-black border-t pt-[2.5mm]">
        <p>
          {content.controller.label}: {content.controller.name}
        </p>
        {content.controller.address && <p>{content.controller.address}</p>}
        <p>
          {content.controller.dpoLabel}: {content.controller.dpo}
        </p>
      </footer>
    </article>
  );
}
