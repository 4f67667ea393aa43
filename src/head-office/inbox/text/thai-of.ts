/** The Thai words for an English set: the same keys, without the singular, which Thai does not have. */
export type ThaiOf<English> = {
  readonly [Key in keyof English as Key extends `${string}_one`
    ? never
    : Key]: English[Key] extends string ? string : ThaiOf<English[Key]>;
};
