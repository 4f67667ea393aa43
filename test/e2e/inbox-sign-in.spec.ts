import { checkAccessibility } from "../support/accessibility.ts";
import { signInAtInbox } from "../support/inbox-page.ts";
import { expect, test } from "../support/inbox-test.ts";

test("a wrong password is told, the right one lets in, and signing out ends it", async ({
  inbox,
}) => {
  await inbox.getByLabel("ชื่อผู้ใช้").fill("napa");
  await inbox.getByLabel("รหัสผ่าน").fill("not this one");
  await inbox.getByRole("button", { name: "เข้าสู่ระบบ" }).click();
  await expect(inbox.getByRole("alert")).toContainText("รหัสผ่านไม่ถูกต้อง");
  // What was typed stays.
  await expect(inbox.getByLabel("ชื่อผู้ใช้")).toHaveValue("napa");
  await checkAccessibility(inbox);
  await signInAtInbox(inbox, "napa");
  await inbox.getByRole("button", { name: "ออก", exact: true }).click();
  await expect(inbox.getByRole("heading", { name: "เข้าสู่ระบบ" })).toBeVisible();
  await inbox.reload();
  await expect(inbox.getByRole("heading", { name: "เข้าสู่ระบบ" })).toBeVisible();
});

test("a session that ended elsewhere shows the sign-in page at the next step @thorough", async ({
  inbox,
  office,
}) => {
  await signInAtInbox(inbox, "napa");
  await office.db.deleteFrom("inbox_session").execute();
  await inbox.getByRole("link", { name: "สาขา", exact: true }).click();
  await expect(inbox.getByRole("heading", { name: "เข้าสู่ระบบ" })).toBeVisible();
});

test("a viewer is offered nothing that changes anything", async ({ inbox }) => {
  await signInAtInbox(inbox, "krit");
  await inbox.getByRole("link", { name: "พนักงานและ PIN" }).click();
  await inbox.getByRole("heading", { level: 1, name: "พนักงานและ PIN" }).waitFor();
  await expect(inbox.getByRole("button", { name: /PIN|ปลดล็อก|เพิ่ม/ })).toHaveCount(0);
  await inbox.getByRole("link", { name: "ประกาศ", exact: true }).click();
  await expect(inbox.getByRole("button", { name: "อ่าน" }).first()).toBeVisible();
  await expect(inbox.getByRole("button", { name: "เขียนฉบับถัดไป" })).toHaveCount(0);
});

test("every page stands up to axe in both languages", async ({ inbox }) => {
  test.setTimeout(180_000);
  await signInAtInbox(inbox, "napa");
  const links = inbox.getByRole("navigation").getByRole("link");
  for (const language of ["English", "ไทย"]) {
    await inbox.getByRole("radio", { name: language }).click();
    for (let at = 0; at < (await links.count()); at += 1) {
      await links.nth(at).click();
      await inbox.getByRole("heading", { level: 1 }).waitFor();
      await expect(inbox.getByRole("progressbar")).toHaveCount(0);
      await checkAccessibility(inbox);
    }
  }
});
