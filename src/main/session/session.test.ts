import { beforeEach, describe, expect, it } from "vitest";
import type { SignedIn } from "../../contract/ipc.ts";
import { makeSession, type Session } from "./session.ts";

const malee: SignedIn = { staff: "malee", name: { th: "มาลี", en: "Malee" }, roles: ["counter"] };
const minute = 60_000;

let time = 0;
let minutes = 3;
let session: Session;
beforeEach(() => {
  time = 1_000;
  minutes = 3;
  session = makeSession({ monotonic: () => time, idleMinutes: () => minutes });
});

describe("the session", () => {
  it("begins with no one", () => {
    expect(session.current()).toBeNull();
    expect(session.locksIn()).toBeNull();
    session.touch();
    expect(session.current()).toBeNull();
  });

  it("locks when the desk is left alone", () => {
    session.begin(malee);
    time += 3 * minute - 1;
    expect(session.current()).toEqual(malee);
    expect(session.locksIn()).toBe(1);
    time += 1;
    expect(session.locksIn()).toBeNull();
    expect(session.current()).toBeNull();
  });

  it("stays open while it is touched", () => {
    session.begin(malee);
    for (let times = 0; times < 10; times += 1) {
      time += 2 * minute;
      session.touch();
    }
    expect(session.current()).toEqual(malee);
  });

  it("is not opened again by a touch after it has locked", () => {
    session.begin(malee);
    time += 3 * minute;
    session.touch();
    expect(session.current()).toBeNull();
    minutes = 60;
    expect(session.current()).toBeNull();
  });

  it("follows head office's limit at once", () => {
    session.begin(malee);
    time += 2 * minute;
    minutes = 1;
    expect(session.current()).toBeNull();
  });

  it("locks by hand", () => {
    session.begin(malee);
    session.lock();
    expect(session.current()).toBeNull();
  });
});
