import { expect, test } from "vitest";
import { readHeadOfficeAddress } from "./head-office-address.ts";

test.each([
  ["consent.example", "https://consent.example"],
  [" https://consent.example/ ", "https://consent.example"],
  ["HTTPS://Consent.Example:8443", "https://consent.example:8443"],
  ["consent.example:8443", "https://consent.example:8443"],
  ["http://127.0.0.1:4310", "http://127.0.0.1:4310"],
  ["127.0.0.1:4310", "http://127.0.0.1:4310"],
  ["localhost:4310", "http://localhost:4310"],
  ["http://[::1]:4310/", "http://[::1]:4310"],
  ["https://localhost:4310", "https://localhost:4310"],
])("%j is head office at %j", (typed, address) => {
  expect(readHeadOfficeAddress(typed)).toBe(address);
});

test.each([
  "",
  "   ",
  "http://consent.example",
  "http://127.0.0.1.consent.example",
  "http://10.0.0.5:4310",
  "ftp://consent.example",
  "file:///etc/hosts",
  "https://consent.example/enrol",
  "https://consent.example/?a=1",
  "https://consent.example/#a",
  "https://name:secret@consent.example",
  "https://",
  "two words",
])("%j is no address to hand a code to", (typed) => {
  expect(readHeadOfficeAddress(typed)).toBeNull();
});
