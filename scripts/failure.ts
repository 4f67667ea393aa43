/** Ends a command with what went wrong. What a step throws on purpose says what to do. */
export function reportFailure(error: unknown): void {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
