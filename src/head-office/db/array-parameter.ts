import { types } from "pg";

const elements = {
  // `bytes`: of each element; text has as many as it needs.
  uuid: { oid: types.builtins.UUID, bytes: 16 },
  bigint: { oid: types.builtins.INT8, bytes: 8 },
  integer: { oid: types.builtins.INT4, bytes: 4 },
  text: { oid: types.builtins.TEXT, bytes: null },
} as const;

export type ElementType = keyof typeof elements;
export type Element = string | number | null | undefined;

const headerBytes = 20;
const lengthBytes = 4;
const nullLength = -1;

/**
 * Values of one column as a one-dimensional array in PostgreSQL's binary form (`array_send` in its
 * arrayfuncs.c), which both drivers pass on as it is: nothing is escaped here and nothing parsed there. null
 * and undefined become NULL. Text must be well-formed and without NUL; a uuid is 32 hex digits with any
 * hyphens; a bigint is a safe integer. Throws if an element is not of its type.
 */
export function formArray(type: ElementType, values: readonly Element[]): Buffer {
  const { oid, bytes } = elements[type];
  const size = values.reduce<number>(
    (sum, value) =>
      sum + lengthBytes + (isNull(value) ? 0 : (bytes ?? Buffer.byteLength(`${value}`))),
    headerBytes,
  );
  const form = Buffer.allocUnsafe(size);
  form.writeInt32BE(1, 0);
  form.writeInt32BE(values.some(isNull) ? 1 : 0, 4);
  form.writeInt32BE(oid, 8);
  form.writeInt32BE(values.length, 12);
  form.writeInt32BE(1, 16);
  let at = headerBytes;
  for (const value of values) {
    const from = at + lengthBytes;
    const length = isNull(value) ? 0 : writeElement(form, type, value, from);
    form.writeInt32BE(isNull(value) ? nullLength : length, at);
    at = from + length;
  }
  return form;
}

const isNull = (value: Element): value is null | undefined => value === null || value === undefined;

/** The answer is how many bytes it took. */
function writeElement(form: Buffer, type: ElementType, value: string | number, at: number): number {
  switch (type) {
    case "text":
      return form.write(`${value}`, at);
    case "uuid": {
      const digits = `${value}`.replaceAll("-", "");
      if (digits.length === 32 && form.write(digits, at, "hex") === 16) return 16;
      throw new Error(`not a uuid: ${value}`);
    }
    case "integer":
      return form.writeInt32BE(Number(value), at) - at;
    case "bigint":
      // Throws for what is no integer; a number holds the safe ones exactly.
      return form.writeBigInt64BE(BigInt(value), at) - at;
  }
}
