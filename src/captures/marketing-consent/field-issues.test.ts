import { describe, expect, it } from "vitest";
import { decision, withdrawal } from "./example-acts.ts";
import { somying } from "./example-people.ts";
import { exampleReference } from "./example-reference.ts";
import {
  findAskIssues,
  findCorrectIssues,
  findVoidIssues,
  findWithdrawIssues,
  placeIssue,
} from "./field-issues.ts";
import { startAsking, startDetails, startWithdrawing } from "./form-values.ts";

const staff = "malee";
const find = (changed: Partial<ReturnType<typeof startAsking>>) =>
  findAskIssues(
    { ...startAsking(exampleReference, null, "", "th"), ...changed },
    exampleReference,
    staff,
  );
const codeOf = (issues: { field: string; code: string }[], field: string) =>
  issues.find((one) => one.field === field)?.code;

describe("an untouched consent form", () => {
  it("lacks the notice, an age band, every answer and the means, and no name before there is a yes", () => {
    expect(find({}).map(({ field }) => field)).toEqual([
      "noticeShown",
      "ageBand",
      ...exampleReference.purposes.map(({ id }) => `replies.${id}`),
      "how",
    ]);
  });
});

describe("what is refused in a field, whatever else is still open", () => {
  it.each([
    ["name", { name: "4539 1488 0343 6467" }, "card-number"],
    ["name", { name: "ส" }, "one-character-name"],
    ["name", { name: "ก".repeat(121) }, "too-long"],
    ["memberNumber", { standing: "member" as const, memberNumber: "1-1017-00230-70-5" }, null],
    ["memberNumber", { standing: "member" as const, memberNumber: "1101700230708" }, "id-number"],
    ["memberNumber", { standing: "member" as const, memberNumber: "" }, "required"],
  ])("%s: %o", (field, changed, code) => {
    expect(codeOf(find(changed), field) ?? null).toBe(code);
  });

  it.each([
    ["0000000000", "made-up-phone"],
    ["1234567890", "made-up-phone"],
    ["12", "bad-phone"],
    ["", "contact-needed"],
  ])("phone %s", (phone, code) => {
    const replies = { "direct-marketing": { reply: "yes" as const, channels: ["sms"] } };
    expect(codeOf(find({ replies, phone }), "phone")).toBe(code);
  });

  it("asks for a channel after a yes to a purpose that uses them", () => {
    const replies = { "direct-marketing": { reply: "yes" as const, channels: [] } };
    expect(codeOf(find({ replies }), "replies.direct-marketing")).toBe("choose-a-channel");
  });
});

describe("a withdrawal", () => {
  const said = { scope: "all" as const, how: "spoken" as const };

  it("of somebody known needs only what and how", () => {
    const values = { ...startWithdrawing(""), ...said };
    expect(findWithdrawIssues(values, somying, null, exampleReference, staff)).toEqual([]);
  });

  it("of somebody unknown needs one thing to match them by", () => {
    const values = { ...startWithdrawing(""), ...said };
    const lacking = findWithdrawIssues(values, null, null, exampleReference, staff);
    expect(lacking).toEqual([{ field: "phone", code: "required" }]);
    const byPhone = { ...values, phone: "081 234 5671" };
    expect(findWithdrawIssues(byPhone, null, null, exampleReference, staff)).toEqual([]);
  });

  it("names a receipt number that is none", () => {
    const values = { ...startWithdrawing(""), ...said, receipt: "001-0001-A" };
    const issues = findWithdrawIssues(values, null, null, exampleReference, staff);
    expect(issues).toEqual([{ field: "receipt", code: "bad-receipt-number" }]);
  });
});

describe("amending", () => {
  it("asks a correction for its reason and for what the answers need", () => {
    const values = { ...startDetails(somying, ""), phone: "", reason: "" };
    const issues = findCorrectIssues(values, decision, exampleReference, staff);
    expect(codeOf(issues, "phone")).toBe("contact-needed");
    expect(codeOf(issues, "reason")).toBe("reason-needed");
  });

  it("lets no withdrawal be voided", () => {
    const issues = findVoidIssues("ผิดคน", withdrawal, exampleReference, staff);
    expect(issues).toEqual([{ field: "form", code: "withdrawal-stands" }]);
    expect(findVoidIssues("ผิดคน", decision, exampleReference, staff)).toEqual([]);
  });
});

describe("a fault that main found", () => {
  it.each([
    [["subject", "name"], "name"],
    [["subject", "contacts", "phone"], "phone"],
    [["answers", 0, "basis"], "replies.direct-marketing"],
    [["answers", "photo-publicity"], "replies.photo-publicity"],
    [["guardian", "name"], "guardianName"],
    [["guardian", "signature"], "guardianSignature"],
    [["means"], "how"],
    [["means", "signature", "strokes"], "signature"],
    [["collectionPoint"], "collectionPoint"],
    [[], "form"],
  ])("at %o belongs to %s", (path, field) => {
    expect(placeIssue({ path, code: "bad-form" }, decision).field).toBe(field);
  });
});
