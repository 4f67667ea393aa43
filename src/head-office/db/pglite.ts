import { PGlite, type PGliteOptions, types } from "@electric-sql/pglite";

/** 64-bit integers here are counters and milliseconds, which a number holds exactly. */
const parsers = { [types.INT8]: Number };

/** PGlite that reads and takes values as the driver for a server does here. */
export async function openPglite(options: PGliteOptions): Promise<PGlite> {
  const pglite = await PGlite.create({ ...options, parsers });
  for (const [oid, serialize] of Object.entries(pglite.serializers)) {
    // Like the other driver, which passes bytes on as a value's binary form; PGlite would do the same with
    // bytes, but spells every value out before it looks.
    pglite.serializers[oid] = (value) =>
      (ArrayBuffer.isView(value) ? value : serialize(value)) as string;
  }
  return pglite;
}
