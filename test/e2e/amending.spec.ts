import { checkBothLanguages } from "../support/accessibility.ts";
import { choose, field, find, readReceipt, textOf } from "../support/consent-form.ts";
import { inventCustomer, takeConsent } from "../support/customers.ts";
import { somying } from "../support/demo-people.ts";
import { signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { expectWholeChain, listReceived } from "../support/received-captures.ts";
import { expectHeader } from "../support/sync-line.ts";
import { formWords, say } from "../support/words.ts";

const words = formWords.th;

test("details are put right with a reason; the answers stay, and the old phone finds the person no less", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  const customer = inventCustomer(1, "รุ่งโรจน์ ขจรฤทธิ์", { phone: "+66815550701" });
  await takeConsent(page, customer, ["direct-marketing sms"]);
  await find(page, "รุ่งโรจน์");
  await page.keyboard.press("F7");
  await expect(textOf(page, "name")).toBeFocused();
  await textOf(page, "name").fill("รุ่งโรจน์ ขจรเดช");
  await page
    .getByRole("button", { name: `${words.person.reveal}: ${words.contacts.phone}` })
    .click();
  await textOf(page, "phone").fill("081 555 0702");
  await page.keyboard.press("F9");
  await expect(field(page, "reason")).toContainText(words.issues["reason-needed"]);
  await checkBothLanguages(page);
  await textOf(page, "reason").fill("ลูกค้าเปลี่ยนหมายเลข และสะกดนามสกุลผิด");
  await page.keyboard.press("F9");
  await readReceipt(page);
  await checkBothLanguages(page);
  await page.keyboard.press("Escape");

  await find(page, "0815550702");
  await expect(page.getByRole("heading", { name: "รุ่งโรจน์ ขจรเดช" })).toBeVisible();
  await expect(page.getByText(`SMS: ${say("th", "desk.person.yes")}`)).toBeVisible();
  await expectHeader(page, "sync.allThere");
  const [decision, correction] = await listReceived(shop.db);
  expect(decision?.payload).toMatchObject({ subject: { name: "รุ่งโรจน์ ขจรฤทธิ์" } });
  expect(correction).toMatchObject({
    amends: decision?.id,
    payload: {
      act: "correction",
      reason: "ลูกค้าเปลี่ยนหมายเลข และสะกดนามสกุลผิด",
      subject: {
        id: customer.id,
        name: "รุ่งโรจน์ ขจรเดช",
        contacts: { phone: "+66815550702" },
      },
    },
  });
  await page.getByRole("button", { name: say("th", "desk.person.back") }).click();
  await find(page, "0815550701");
  await expect(page.getByRole("heading", { name: "รุ่งโรจน์ ขจรเดช" })).toBeVisible();
});

test("an entry of the wrong person is voided with a reason and kept as evidence; a withdrawal cannot be @thorough", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  const customer = inventCustomer(2, "ศุภชัย บุญประเสริฐ", { phone: "+66815550703" });
  const news = ["direct-marketing sms"];
  await takeConsent(page, customer, [...news, "photo-publicity"]);
  const wrong = await takeConsent(page, customer, news);
  await find(page, "ศุภชัย");
  await expect(page.getByText(say("th", "desk.person.yes"), { exact: true })).toHaveCount(0);
  const voidIt = page.getByRole("button", {
    name: say("th", "desk.person.voidThis", { number: wrong }),
  });
  await voidIt.click();
  await expect(page.getByText(words.voiding.note)).toBeVisible();
  await page.keyboard.press("F9");
  await expect(field(page, "reason")).toContainText(words.issues["reason-needed"]);
  await textOf(page, "reason").fill("บันทึกผิดคน");
  await checkBothLanguages(page);
  await page.keyboard.press("F9");
  await readReceipt(page);
  await expect(page.getByText(words.receipt.voided).first()).toBeVisible();
  await page.keyboard.press("Escape");

  // What stood before the wrong entry stands again.
  const yes = say("th", "desk.person.yes");
  await find(page, wrong);
  await expect(page.getByText(yes, { exact: true })).toHaveCount(1);
  await expect(page.getByText(say("th", "desk.person.voided"), { exact: true })).toBeVisible();
  await expect(voidIt).toHaveCount(0);
  await checkBothLanguages(page);
  await page.keyboard.press("F6");
  await choose(page, "scope", words.withdrawal.all);
  await choose(page, "how", words.means.spoken);
  await page.keyboard.press("F9");
  const standing = await readReceipt(page);
  await page.keyboard.press("Escape");
  await find(page, standing);
  await expect(
    page
      .getByRole("button", { name: say("th", "desk.person.openReceipt", { number: standing }) })
      .first(),
  ).toBeVisible();
  await expect(
    page.getByRole("button", { name: say("th", "desk.person.voidThis", { number: standing }) }),
  ).toHaveCount(0);
  await expectHeader(page, "sync.allThere");
  const [, , voiding] = await listReceived(shop.db);
  expect(voiding?.payload).toEqual({ act: "void", subject: customer.id, reason: "บันทึกผิดคน" });
  await expectWholeChain(shop.db, 4);
});
