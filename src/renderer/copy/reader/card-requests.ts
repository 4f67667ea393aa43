import type { FileFault } from "../../../captures/id-copy/picture-header.ts";
import type { Pixels, Quad } from "../../../card-mask/picture.ts";
import type { CardReading, FieldName } from "../../../card-mask/reading.ts";
import type { PictureFault } from "../copy-job.ts";

/** What the page asks its worker. The picture itself stays in the worker, until it ends with it. */
export type CardRequest =
  | { ask: "file"; bytes: ArrayBuffer }
  | { ask: "frame"; frame: ImageBitmap }
  | { ask: "read"; corners: Quad | null; cover: readonly FieldName[] }
  | { ask: "legible"; pixels: Pixels; cover: readonly FieldName[] };

/** A picture that was taken in: `preview` is small enough to be shown, `scale` its share of the picture's size. */
export type TakenPicture = { preview: Pixels; scale: number };

export type IntakeFault = FileFault | PictureFault | "pdf-locked" | "pdf-empty";

export type CardAnswer =
  | { is: "taken"; taken: TakenPicture }
  | { is: "fault"; fault: IntakeFault }
  | { is: "read"; reading: CardReading }
  | {
      is: "legible";
      places: readonly { field: FieldName; box: CardReading["masks"][number]["box"] }[];
    }
  | { is: "broken" };
