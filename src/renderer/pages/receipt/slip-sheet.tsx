import type { SlipContent } from "../../../captures/rights-request/slip-content.ts";
import type { PaperSize } from "../../../contract/ipc.ts";
import { QrCode } from "../../../ui/qr-code.tsx";
import { paperLooks } from "./paper-looks.ts";

/** The slip of a rights request in one language, black on white: the same on the screen and on paper. */
export function SlipSheet({ content, size }: { content: SlipContent; size: PaperSize | "screen" }) {
  const look = paperLooks[size];
  const { controller } = content;
  return (
    <article
      lang={content.language}
      className={`mx-auto flex flex-col bg-white text-black ${look.sheet}`}
    >
      <header className={`flex gap-[3mm] ${look.head}`}>
        <div>
          <p className="font-semibold">{controller.name}</p>
          <h2 className={`font-bold leading-snug ${look.title}`}>{content.title}</h2>
          <p className="mt-[2mm]">{content.numberLabel}</p>
          <p className={`font-bold leading-tight tracking-wider ${look.number}`}>
            {content.number}
          </p>
        </div>
        <QrCode text={content.code} label={content.qrLabel} className={`shrink-0 ${look.qr}`} />
      </header>
      {content.warnings.map((warning) => (
        <p key={warning} className="border-2 border-black p-[2mm] font-bold">
          {warning}
        </p>
      ))}
      <dl className={`grid gap-x-[8mm] gap-y-[1mm] border-black border-t pt-[2.5mm] ${look.facts}`}>
        {content.facts.map(({ label, value }) => (
          <div key={label}>
            <dt className="inline">{label}: </dt>
            <dd className="inline font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      {content.sections.map(({ heading, lines }) => (
        <section
          key={lines.join()}
          className="break-inside-avoid whitespace-pre-line border-black border-t pt-[2.5mm]"
        >
          {heading && <h3 className="font-bold">{heading}</h3>}
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      ))}
      <footer className="break-inside-avoid border-black border-t pt-[2.5mm]">
        <p>
          {controller.dpoLabel}: <span className="font-bold">{controller.dpo}</span>
        </p>
        <p>
          {controller.label}: {controller.name}
        </p>
        {controller.address && <p>{controller.address}</p>}
      </footer>
    </article>
  );
}
