import pino from "pino";

const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });

/** What a log line may say. Numbers and names of code, never a value that came from a person. */
type LogFields = {
  event: string;
  count?: number;
  procedure?: string;
  error?: string;
  code?: string;
  stack?: readonly string[];
};

export function writeLog(fields: LogFields): void {
  log.info(fields);
}

/** Says where a bug is, without its message: a message can hold what somebody typed. */
export function logBug(event: string, error: unknown, procedure?: string): void {
  const named = procedure === undefined ? {} : { procedure };
  if (!(error instanceof Error)) {
    log.error({ event, ...named, error: typeof error } satisfies LogFields);
    return;
  }
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const stack = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  log.error({ event, ...named, ...code, error: error.name, stack } satisfies LogFields);
}
