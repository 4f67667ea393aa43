/** ISO/IEC 7810 ID-1, in millimetres. */
export const cardMm = { width: 85.6, height: 53.98 } as const;

/** Pixels per millimetre of the straightened copy: Thai OCR reads small labels from about 12 on. */
export const copyPxPerMm = 14;
