import { checkBothLanguages } from "../support/accessibility.ts";
import {
  answer,
  ask,
  choose,
  done,
  enterPerson,
  field,
  find,
  readReceipt,
  save,
  sayAloud,
  textOf,
} from "../support/consent-form.ts";
import { settingsWith } from "../support/customers.ts";
import { somying } from "../support/demo-people.ts";
import { signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { listReceived } from "../support/received-captures.ts";
import { expectHeader } from "../support/sync-line.ts";
import { formWords, say } from "../support/words.ts";

const words = formWords.th;

test("a member whose news is a benefit is asked, told and taken back in words of objection @thorough", async ({
  shop,
  start,
}) => {
  await shop.publish([settingsWith("member-benefit")]);
  const { page } = await start({
    headOffice: shop.address,
    enrolmentCode: await shop.issueCode(),
  });
  await signIn(page, somying);
  await ask(page);
  await enterPerson(page, "เกศรินทร์ วงศ์สกุล");
  const news = field(page, "replies.direct-marketing");
  await expect(news).not.toContainText(words.purposes.benefitBasis);
  await choose(page, "standing", words.person.member);
  await textOf(page, "memberNumber").fill("M-0054321");
  await expect(news).toContainText(words.purposes.benefitBasis);
  await expect(news).toContainText(words.customer.benefit);
  // The benefit is for news alone: the others stay consents, each with its own question.
  await expect(page.getByText(words.purposes.benefitBasis, { exact: true })).toHaveCount(1);
  await answer(page, { "direct-marketing": ["sms"] });
  await textOf(page, "phone").fill("0815550601");
  await sayAloud(page);
  await checkBothLanguages(page);
  await save(page);
  await expect(page.getByText(words.receipt.benefit)).toBeVisible();
  await expect(page.getByText(/คัดค้านการรับข่าวสารได้ทุกเมื่อ/)).toBeVisible();
  await done(page);

  await find(page, "M-0054321");
  await expect(page.getByText(say("th", "desk.person.memberBenefit"))).toBeVisible();
  await page.getByRole("button", { name: say("th", "desk.person.object") }).click();
  await expect(page.getByRole("heading", { level: 1, name: words.frame.object })).toBeVisible();
  await expect(page.getByText(words.withdrawal.objectMeaning)).toBeVisible();
  await expect(page.getByText(words.withdrawal.meaning)).toHaveCount(0);
  await choose(page, "scope", words.withdrawal.all);
  await sayAloud(page);
  await checkBothLanguages(page);
  await page.keyboard.press("F9");
  await readReceipt(page);
  await expect(page.getByText(words.receipt["title-objection"]).first()).toBeVisible();

  await expectHeader(page, "sync.allThere");
  const [given, taken] = await listReceived(shop.db);
  const answers = given?.payload.act === "decision" ? given.payload.answers : [];
  expect(
    answers.filter(({ basis }) => basis === "member-benefit").map((one) => one.purpose),
  ).toEqual(Array(5).fill("direct-marketing"));
  expect(taken?.payload).toMatchObject({ act: "withdrawal", right: "objection", scope: "all" });
});

test("settings that change while the desk is open change its words @thorough", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  await ask(page);
  await choose(page, "standing", words.person.member);
  const news = field(page, "replies.direct-marketing");
  await expect(news).not.toContainText(words.purposes.benefitBasis);
  await shop.publish([settingsWith("member-benefit")]);
  await page.evaluate("window.yinyom.invoke('sync.now')");
  await expect(news).toContainText(words.purposes.benefitBasis);
});
