import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

const read = (env: Record<string, string>) => {
  const reading = readConfig(env);
  if (!reading.ok) throw new Error(reading.faults.join());
  return reading.config;
};

test("with nothing set it answers on loopback and keeps its data with the user's", () => {
  const config = read({ XDG_DATA_HOME: "/data", APPDATA: "/data" });
  expect(config).toMatchObject({ host: "127.0.0.1", port: 4310, demo: false, trustedProxies: [] });
  expect(config.database).toMatchObject({ kind: "directory" });
});

test("what is set counts", () => {
  const config = read({
    YINYOM_HEAD_OFFICE_DATA: "/srv/yinyom",
    YINYOM_HEAD_OFFICE_HOST: "::1",
    YINYOM_HEAD_OFFICE_PORT: "0",
    YINYOM_HEAD_OFFICE_PROXIES: "10.0.0.1, 10.1.0.0/16",
    YINYOM_DEMO: "1",
  });
  expect(config).toMatchObject({
    database: { kind: "directory", path: "/srv/yinyom" },
    host: "::1",
    port: 0,
    demo: true,
    trustedProxies: ["10.0.0.1", "10.1.0.0/16"],
  });
});

test("PostgreSQL is used when it is named", () => {
  const url = "postgres://yinyom:secret@db.example/yinyom";
  expect(read({ DATABASE_URL: url }).database).toEqual({ kind: "server", url });
});

test("what is wrong is named by its variable, never by its value", () => {
  const reading = readConfig({
    YINYOM_HEAD_OFFICE_PORT: "99999",
    DATABASE_URL: "mysql://root:secret@db.example/yinyom",
    YINYOM_DEMO: "perhaps",
  });
  expect(reading.ok).toBe(false);
  const faults = reading.ok ? [] : reading.faults;
  expect(faults.map((fault) => fault.split(":")[0]).sort()).toEqual([
    "DATABASE_URL",
    "YINYOM_DEMO",
    "YINYOM_HEAD_OFFICE_PORT",
  ]);
  expect(faults.join()).not.toContain("secret");
});
