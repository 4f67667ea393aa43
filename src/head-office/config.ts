import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { DatabasePlace } from "./db/database.ts";
import type { LogLevel } from "./log.ts";

/** What one caller may ask of head office. */
export type Limits = {
  /** Bytes of a body as sent. */
  packedBytes: number;
  /** Bytes of a body once unpacked. */
  unpackedBytes: number;
  /** From one address; shops of one line share it. */
  requestsPerMinute: number;
  enrolmentsPerMinute: number;
  /** Tries to sign in to the inbox. */
  signInsPerMinute: number;
};

export const usualLimits: Limits = {
  packedBytes: 8 * 1024 * 1024,
  unpackedBytes: 32 * 1024 * 1024,
  requestsPerMinute: 1200,
  enrolmentsPerMinute: 10,
  signInsPerMinute: 30,
};

/** Where the build puts the inbox. */
export const builtInbox = fileURLToPath(new URL("../../out/inbox/", import.meta.url));

export type HeadOfficeConfig = {
  database: DatabasePlace;
  host: string;
  /** 0: any free one. */
  port: number;
  /** Publish the demo's reference data and invented staff, and print an enrolment code. */
  demo: boolean;
  logLevel: LogLevel;
  limits: Limits;
  trustedProxies: string[];
  /** Where the built pages of the inbox lie. */
  inboxFolder: string;
};

const yes = z.enum(["", "0", "1"]).default("");

const environment = z.object({
  YINYOM_HEAD_OFFICE_DATA: z.string().min(1).optional(),
  YINYOM_HEAD_OFFICE_HOST: z.string().min(1).default("127.0.0.1"),
  YINYOM_HEAD_OFFICE_PORT: z.coerce.number().int().min(0).max(65_535).default(4310),
  YINYOM_HEAD_OFFICE_LOG: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  /** Addresses or networks of reverse proxies, by commas. */
  YINYOM_HEAD_OFFICE_PROXIES: z.string().default(""),
  YINYOM_DEMO: yes,
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
});

export type ConfigReading =
  | { ok: true; config: HeadOfficeConfig }
  /** The variables at fault, each with what is wrong. */
  | { ok: false; faults: string[] };

export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigReading {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    // Never the value: DATABASE_URL holds a password.
    const faults = parsed.error.issues.map((found) => `${found.path.join(".")}: ${found.message}`);
    return { ok: false, faults };
  }
  const told = parsed.data;
  const path = resolve(
    told.YINYOM_HEAD_OFFICE_DATA ?? join(userDataDirectory(env), "yinyom", "head-office"),
  );
  const proxies = told.YINYOM_HEAD_OFFICE_PROXIES.split(",").map((proxy) => proxy.trim());
  return {
    ok: true,
    config: {
      database: told.DATABASE_URL
        ? { kind: "server", url: told.DATABASE_URL }
        : { kind: "directory", path },
      host: told.YINYOM_HEAD_OFFICE_HOST,
      port: told.YINYOM_HEAD_OFFICE_PORT,
      demo: told.YINYOM_DEMO === "1",
      logLevel: told.YINYOM_HEAD_OFFICE_LOG,
      limits: usualLimits,
      trustedProxies: proxies.filter((proxy) => proxy !== ""),
      inboxFolder: builtInbox,
    },
  };
}

/** Where this system's programs keep a user's data. */
function userDataDirectory(env: Readonly<Record<string, string | undefined>>): string {
  if (process.platform === "win32") return env.APPDATA ?? join(homedir(), "AppData", "Roaming");
  if (process.platform === "darwin") return join(homedir(), "Library", "Application Support");
  return env.XDG_DATA_HOME ?? join(homedir(), ".local", "share");
}
