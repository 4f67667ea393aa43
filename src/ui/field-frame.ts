/** The look that text fields, text areas and groups have in common. */
export const fieldLabel = "font-semibold text-ink";
export const fieldDescription = "text-muted text-sm";
export const fieldError = "flex items-start gap-1.5 font-medium text-danger text-sm";
export const fieldInput =
  "w-full rounded-control border border-line-strong bg-card px-3.5 text-ink placeholder:text-muted data-invalid:border-danger data-invalid:bg-danger-soft data-disabled:bg-sunken data-disabled:text-muted data-hovered:border-muted";
