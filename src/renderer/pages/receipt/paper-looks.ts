import type { PaperSize } from "../../../contract/ipc.ts";

/** What differs between a roll of 80 mm, of which a printer uses 72, and a sheet. */
export const paperLooks = {
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
