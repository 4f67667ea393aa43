import pino from "pino";
import { fitsLog, type LogFields, listStack } from "../../contract/log-line.ts";
import { type LogFile, openLogFile } from "./log-file.ts";

const terminal = pino.destination({ dest: 1, sync: true });
let file: LogFile | null = null;

const log = pino(
  { base: null, timestamp: pino.stdTimeFunctions.isoTime },
  {
    write(line: string) {
      terminal.write(line);
      file?.write(line);
    },
  },
);

/** From here on the log is kept in a folder too: a desk that was started by a mouse has no terminal. */
export function keepLog(folder: string): void {
  file = openLogFile(folder);
}

/** What is kept of the log, line by line, the oldest first. */
export function readLog(): string[] {
  return file?.read() ?? [];
}

export function writeLog(fields: LogFields): void {
  log.info(fields);
}

/** Says where a bug is, without its message: a message can hold what somebody typed. */
export function logBug(event: string, error: unknown, procedure?: string): void {
  const named = fitsLog("procedure", procedure) ? { procedure } : {};
  if (!(error instanceof Error)) {
    log.error({ event, ...named, error: typeof error } satisfies LogFields);
    return;
  }
  const code = "code" in error && fitsLog("code", error.code) ? { code: error.code } : {};
  const name = fitsLog("error", error.name) ? error.name : "Error";
  log.error({ event, ...named, ...code, error: name, stack: listStack(error) } satisfies LogFields);
}
