import { z } from "zod";

/** Words in both languages. */
export const bilingual = z.strictObject({ th: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof bilingual>;
