import { fillText } from "../../../captures/fill-text.ts";
import type { ReceiptContent } from "../../../captures/marketing-consent/receipt-content.ts";
import { marketingConsentText } from "../../../captures/marketing-consent/text.ts";
import type { PaperSize } from "../../../contract/ipc.ts";
import { QrCode } from "../../../ui/qr-code.tsx";
import { paperLooks } from "./paper-looks.ts";

/** A receipt in one language, black on white: the same on the screen, on a roll and on a sheet. */
export function ReceiptSheet({
  content,
  size,
}: {
  content: ReceiptContent;
  size: PaperSize | "screen";
}) {
  const look = paperLooks[size];
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
