import { describe, expect, it } from "vitest";
import { formReceiptNumber } from "../receipt-number.ts";
import { arthur, nongPloy } from "./example-people.ts";
import { placeSearched, startDetails, startWithdrawing } from "./form-values.ts";

describe("what was searched", () => {
  it.each([
    ["081 234 5671", { phone: "081 234 5671" }],
    ["๐๘๑๒๓๔๕๖๗๑", { phone: "๐๘๑๒๓๔๕๖๗๑" }],
    ["somying@example.com", { email: "somying@example.com" }],
    ["  สมหญิง ", { name: "สมหญิง" }],
    ["M-10293", {}],
    ["", {}],
    [formReceiptNumber(1, 2), {}],
  ])("%s goes where it belongs", (text, placed) => {
    expect(placeSearched(text)).toEqual(placed);
  });

  it("becomes the receipt or the member number of a withdrawal where it is neither phone nor name", () => {
    const receipt = formReceiptNumber(1, 2);
    expect(startWithdrawing(receipt)).toMatchObject({ receipt, memberNumber: "" });
    expect(startWithdrawing("M-10293")).toMatchObject({ receipt: "", memberNumber: "M-10293" });
    expect(startWithdrawing("081 234 5671")).toMatchObject({ phone: "081 234 5671", receipt: "" });
  });
});

describe("the details of somebody known", () => {
  it("are filled in, and the age band of a minor is asked again", () => {
    expect(startDetails(arthur, "081 234 5671")).toMatchObject({
      name: "Arthur Sample",
      memberNumber: "M-0012345",
      ageBand: "adult",
      phone: "",
    });
    expect(startDetails(nongPloy, "").ageBand).toBeNull();
  });
});
