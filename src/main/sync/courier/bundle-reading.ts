import { createHash } from "node:crypto";
import { decodeProtectedHeader } from "jose";
import { bundleClaims, type CourierBundle, courierBundle } from "../../../contract/courier.ts";
import { parseLine } from "./courier-file.ts";

/**
 * A bundle as it stands in a line of a courier file, with its id. Null: it is not whole, or does not match what it
 * says of itself. Whether the device signed it only head office can tell.
 */
export function readBundle(line: string): { id: string; bundle: CourierBundle } | null {
  const bundle = courierBundle.safeParse(parseLine(line));
  if (!bundle.success) return null;
  const { sealed, signature, device, key } = bundle.data;
  const id = createHash("sha256").update(Buffer.from(sealed, "base64")).digest("hex");
  const claims = readClaims(signature);
  const isWhole = claims?.bundle === id && claims.key === key && claims.kid === device;
  return isWhole ? { id, bundle: bundle.data } : null;
}

function readClaims(signature: string) {
  try {
    const { kid } = decodeProtectedHeader(signature);
    const payload = Buffer.from(signature.split(".")[1] ?? "", "base64url").toString();
    return { ...bundleClaims.parse(JSON.parse(payload)), kid };
  } catch {
    return null;
  }
}
