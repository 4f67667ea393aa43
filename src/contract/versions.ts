/** The version of the sync protocol; head office answers 426 to a device that speaks a newer one. */
export const protocolVersion = 1;

/** The version of the envelope around a capture's payload. Covered by the chain hash. */
export const envelopeVersion = 1;
