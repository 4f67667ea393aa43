import { describe, expect, it } from "vitest";
import { rights } from "../../contract/rights.ts";
import { writeDeclaration, writeHandOver } from "./declaration.ts";
import { exampleReference } from "./example-reference.ts";
import { access, footageRequest } from "./example-requests.ts";
import { examples } from "./examples.ts";
import { findRequestIssues } from "./field-issues.ts";
import { type RequestValues, startRequest } from "./form-values.ts";
import { listChoosable, makeMatter, noSignature } from "./request-payload.ts";
import { rightsRequestText } from "./text.ts";

const formatDay = (iso: string) => iso;
const languages = ["th", "en"] as const;

describe("the words that are signed", () => {
  it.each(Object.entries(examples.valid))("leave nothing open in: %s", (_, { payload }) => {
    if (payload.act !== "request") return;
    for (const language of languages) {
      const words = writeDeclaration(payload, exampleReference, language, formatDay);
      expect(words).not.toContain("{{");
      expect(words).toContain(rightsRequestText[language].rights[payload.right].aloud);
      expect(words).toContain(payload.subject.name);
      expect(words).toContain(exampleReference.controller.dpoEmail);
    }
  });

  it("tell which footage, and that it is to be held", () => {
    const words = writeDeclaration(footageRequest, exampleReference, "en", formatDay);
    expect(words).toContain("2026-11-20, 14:00 to 14:30");
    expect(words).toContain(rightsRequestText.en.signed.hold);
  });

  it("name the request whose result was taken along", () => {
    expect(writeHandOver("0A1-0002F-K", exampleReference, "th")).toContain("0A1-0002F-K");
  });
});

describe("the form", () => {
  const today = "2026-11-22";
  const who = { subject: access.subject.id, staff: "somying", today };
  const complete: RequestValues = {
    ...startRequest(null, "th"),
    right: "access",
    data: ["cctv"],
    reason: "copy",
    place: "หน้าร้าน",
    day: "20/11/2569",
    from: "9.00",
    to: "๑๐:๐๐",
    name: "กานดา ทองดี",
    phone: "081 555 0101",
    how: "document",
    document: "thai-id",
    by: "shop",
    signature: {
      width: 10,
      height: 10,
      strokes: [
        [
          [1, 1],
          [5, 5],
        ],
      ],
    },
    signedWords: "words",
  };
  const find = (values: RequestValues, words = "words") => {
    const matter = makeMatter(values, exampleReference, who);
    const declaration = {
      language: "th" as const,
      words,
      signature: values.signature ?? noSignature,
    };
    const made = { ...matter, declaration };
    return findRequestIssues(values, made, words, today, exampleReference, "somying");
  };

  it("makes what was typed into what is stored", () => {
    expect(find(complete)).toEqual([]);
    expect(makeMatter(complete, exampleReference, who)).toMatchObject({
      subject: { phone: "+66815550101" },
      footage: { day: "2026-11-20", from: "09:00", to: "10:00", hold: true },
    });
  });

  it("asks for no hold of what is gone, and for no day that is yet to come", () => {
    const gone = { ...complete, day: "1/1/2569" };
    expect(find(gone)).toEqual([]);
    expect(makeMatter(gone, exampleReference, who).footage?.hold).toBe(false);
    expect(find({ ...complete, day: "23/11/2569" })).toEqual([
      { field: "day", code: "impossible-date" },
    ]);
  });

  it("wants other words signed again", () => {
    expect(find(complete, "other words")).toEqual([
      { field: "signature", code: "signature-needed" },
    ]);
  });

  it("names what is missing by the fields of the screen, for each right", () => {
    for (const right of rights) {
      const empty: RequestValues = { ...startRequest(null, "th"), right };
      const fields = find(empty, "w").map(({ field }) => field);
      expect(fields).not.toContain("form");
      expect(fields).toEqual(expect.arrayContaining(["name", "phone", "how", "by", "signature"]));
      expect(fields.includes("data")).toBe(right !== "complaint");
    }
  });

  it("offers marketing to no right that takes effect at once", () => {
    const offered = rights.filter((right) => listChoosable(right).includes("marketing"));
    expect(rights.filter((right) => !offered.includes(right))).toEqual([
      "withdraw-consent",
      "objection",
    ]);
  });
});
