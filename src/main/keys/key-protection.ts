/** What wraps a key so that only this person on this machine can unwrap it: the operating system's own store. */
export type KeyProtection = {
  /** False where the system has none, or only one whose password is public. */
  isAvailable(): Promise<boolean>;
  protect(text: string): Promise<Buffer>;
  /** Rejects when the system cannot unwrap it: another person, another machine, or damage. */
  reveal(wrapped: Buffer): Promise<string>;
};
