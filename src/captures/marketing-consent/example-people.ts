import type { Signature } from "../drawn-signature.ts";
import type { Contacts, Guardian, Subject } from "./payload.ts";

const noContacts: Contacts = { phone: null, email: null, line: null, address: null };

/** Two strokes, as a hurried hand makes them. */
export const exampleSignature: Signature = {
  width: 600,
  height: 200,
  strokes: [
    [
      [40, 120],
      [80, 60],
      [120, 130],
      [180, 70],
    ],
    [
      [60, 100],
      [200, 95],
    ],
  ],
};

/** Invented: a customer who is asked for the first time. */
export const somying: Subject = {
  id: "019a0000-0000-7000-8000-000000000001",
  name: "สมหญิง ทดสอบ",
  standing: "customer",
  memberNumber: null,
  ageBand: "adult",
  contacts: { ...noContacts, phone: "+66812345678" },
};

/** Invented: a member who reads English. */
export const arthur: Subject = {
  id: "019a0000-0000-7000-8000-000000000002",
  name: "Arthur Sample",
  standing: "member",
  memberNumber: "M-0012345",
  ageBand: "adult",
  contacts: { ...noContacts, email: "arthur.sample@example.com" },
};

/** Invented: a pupil of 15. */
export const nongPloy: Subject = {
  id: "019a0000-0000-7000-8000-000000000003",
  name: "พลอย ตัวอย่าง",
  standing: "customer",
  memberNumber: null,
  ageBand: "over-10-under-20",
  contacts: { ...noContacts, line: "ploy.example" },
};

/** Invented: a child of 8, whose nickname has one letter and one vowel sign. */
export const nongPu: Subject = {
  id: "019a0000-0000-7000-8000-000000000004",
  name: "ปู",
  standing: "customer",
  memberNumber: null,
  ageBand: "up-to-10",
  contacts: noContacts,
};

/** Invented: the mother of both. */
export const mother: Guardian = {
  name: "วิภา ตัวอย่าง",
  relation: "parent",
  signature: exampleSignature,
};

/** The same person with other contacts; those not named are not there. */
export function withContacts(person: Subject, contacts: Partial<Contacts>): Subject {
  return { ...person, contacts: { ...noContacts, ...contacts } };
}
