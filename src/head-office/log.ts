import { type DestinationStream, type Logger, type LoggerOptions, pino } from "pino";

/** Everything a log line may say. Nothing else gets out, whoever asks for it: no payload, name or code. */
const allowed = [
  "method",
  "route",
  "status",
  "ms",
  "device",
  "maker",
  "refusal",
  "items",
  "accepted",
  "duplicate",
  "rejected",
  "conflict",
  "changes",
  "address",
  "error",
] as const;

/** What a line says of an error: its message may quote data, its class, code and place do not. */
type ErrorFacts = { name: string; code: string | null; at: string[] };

export type LogLevel = "silent" | "error" | "warn" | "info" | "debug";

export function openLog(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { log: pickAllowed },
    hooks: {
      // Without a text of its own a line takes the error's message, which may quote data.
      logMethod(args, method) {
        const [first, text] = args as [unknown, unknown];
        const error = first instanceof Error ? first : readProperty(first, "err");
        if (error === undefined) return method.apply(this, args);
        const told = typeof text === "string" ? text : "error";
        return method.call(this, { error: readErrorFacts(error) }, told);
      },
    },
  } satisfies LoggerOptions;
  // Standard output is for people.
  return pino(options, destination ?? pino.destination({ dest: 2, sync: true }));
}

function readProperty(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function pickAllowed(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    allowed.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
  );
}

export function readErrorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { name: typeof error, code: null, at: [] };
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { name: error.name, code, at: frames.slice(0, 6).map((line) => line.trim()) };
}
