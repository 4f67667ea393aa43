import { fileLimits, readFileHeader } from "../../../captures/id-copy/picture-header.ts";
import { cardMm } from "../../../card-mask/card-size.ts";
import { findLegible } from "../../../card-mask/find-legible.ts";
import { judgePicture } from "../../../card-mask/judge-picture.ts";
import type { Pixels, Quad } from "../../../card-mask/picture.ts";
import { readCard } from "../../../card-mask/read-card.ts";
import type { Recognise } from "../../../card-mask/reading.ts";
import { type CardOcr, startCardOcr } from "../../card-ocr/start-card-ocr.ts";
import type { CardAnswer, CardRequest, IntakeFault } from "./card-requests.ts";
import { decodePicture, drawBitmap, shrinkForView } from "./decode-picture.ts";
import { renderPdf } from "./render-pdf.ts";

/** Under this the words of a card are guesses. */
const fewestPxPerMm = 8;

type Answered = { answer: CardAnswer; transfer: Transferable[] };

/** Answers the page's questions about one picture, which it holds until it ends. */
export function makeCardDesk(base: string): (request: CardRequest) => Promise<Answered> {
  let picture: Pixels | null = null;
  // Started before the first picture is there: it takes half a second.
  const ocr: Promise<CardOcr> = startCardOcr(base);
  const recognise: Recognise = async (...what) => (await ocr).recognise(...what);

  function take(decoded: Pixels | IntakeFault): Answered {
    picture?.data.fill(0);
    picture = null;
    if (typeof decoded === "string") return fault(decoded);
    picture = decoded;
    const taken = shrinkForView(decoded);
    return { answer: { is: "taken", taken }, transfer: [taken.preview.data.buffer] };
  }

  return async (request) => {
    switch (request.ask) {
      case "file":
        return take(await decodeFile(request.bytes, base));
      case "frame":
        return take(drawBitmap(request.frame, fileLimits.pixels));
      case "read": {
        if (picture === null) return { answer: { is: "broken" }, transfer: [] };
        const { cover, corners } = request;
        const given = { recognise, cover, ...(corners ? { corners } : {}) };
        const reading = await readCard(picture, given);
        if (reading.corners && measure(reading.corners) < fewestPxPerMm) return fault("few-pixels");
        // A card that was read surely is sharp enough, whatever else lies in the picture.
        if (!reading.sure && reading.document !== "thai-id-back" && corners === null) {
          const { sharp, pixelsPerMm } = judgePicture(picture);
          if (pixelsPerMm !== null && pixelsPerMm >= fewestPxPerMm && !sharp)
            return fault("blurred");
        }
        const transfer = reading.copy ? [reading.copy.data.buffer] : [];
        return { answer: { is: "read", reading }, transfer };
      }
      case "legible": {
        const { pixels, cover } = request;
        const places = await findLegible(pixels, { recognise, cover });
        pixels.data.fill(0);
        return { answer: { is: "legible", places }, transfer: [] };
      }
    }
  };
}

/** Pixels per millimetre along the upper edge of a card (ISO/IEC 7810 ID-1). */
function measure([from, to]: Quad): number {
  return Math.hypot(to.x - from.x, to.y - from.y) / cardMm.width;
}

function fault(code: IntakeFault): Answered {
  return { answer: { is: "fault", fault: code }, transfer: [] };
}

/** The header first: nothing is decoded whose size was not judged. */
async function decodeFile(bytes: ArrayBuffer, base: string): Promise<Pixels | IntakeFault> {
  const reading = readFileHeader(new Uint8Array(bytes));
  if (reading.is === "fault") return reading.fault;
  if (reading.is === "pdf") return renderPdf(new Uint8Array(bytes), base);
  return (await decodePicture(bytes, reading.header)) ?? "broken";
}
