import { checkBothLanguages } from "../support/accessibility.ts";
import {
  answer,
  ask,
  done,
  draw,
  enterPerson,
  field,
  save,
  sayAloud,
  sign,
  textOf,
} from "../support/consent-form.ts";
import { somying } from "../support/demo-people.ts";
import { callDesk } from "../support/desk-calls.ts";
import { signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { expectWholeChain, listReceived } from "../support/received-captures.ts";
import { backWithinMs, expectHeader } from "../support/sync-line.ts";
import { formWords } from "../support/words.ts";

const words = formWords.th;

test("a consent that was taken with no line is at head office, word for word, once the line is back", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  await checkBothLanguages(page);
  await shop.cutLine();

  await page.keyboard.press("F4");
  await expect(page.getByRole("button", { name: words.notice.shown })).toBeFocused();
  await checkBothLanguages(page);
  await page.getByRole("button", { name: words.notice.shown }).click();
  await enterPerson(page, "กานดา ทองดี");
  await answer(page, { "direct-marketing": ["sms", "email"] });
  await expect(field(page, "line")).toHaveCount(0);
  await expect(field(page, "address")).toHaveCount(0);
  await textOf(page, "phone").fill("081 555 0101");
  await textOf(page, "email").fill("Kanda@Example.com");
  await sayAloud(page);
  await expect(page.getByText("สมหญิง ใจดี ยืนยันว่าได้ยินลูกค้าตอบด้วยตนเอง")).toBeVisible();
  await checkBothLanguages(page);
  const receipt = await save(page);
  await expectHeader(page, "sync.waiting", { count: 1 });
  await checkBothLanguages(page);
  await done(page);

  await shop.restoreLine();
  await expectHeader(page, "sync.allThere", {}, backWithinMs);
  const [capture, ...more] = await listReceived(shop.db);
  expect(more).toEqual([]);
  expect(capture).toMatchObject({ sequence: 1, staff: "somying", notice: "marketing v1 th" });
  expect(capture?.payload).toMatchObject({
    act: "decision",
    subject: {
      name: "กานดา ทองดี",
      standing: "customer",
      ageBand: "adult",
      contacts: {
        phone: "+66815550101",
        email: "kanda@example.com",
        line: null,
        address: null,
      },
    },
    guardian: null,
    means: { how: "spoken", attestedBy: "somying" },
  });
  const id = capture?.id ?? "";
  const kept = await callDesk(page, "capture.read", { id });
  expect(kept.capture.payload).toEqual(capture?.payload);
  expect(kept.capture.receiptNumber).toBe(receipt);
  expect(kept.capture.acknowledgedAt).not.toBeNull();
  const yes = capture?.payload.act === "decision" ? capture.payload.answers : [];
  expect(
    yes.filter((one) => one.answer === "yes").map((one) => `${one.purpose} ${one.channel}`),
  ).toEqual(["direct-marketing sms", "direct-marketing email"]);
  expect(yes).toHaveLength(8);
  await expectWholeChain(shop.db, 1);
});

test("a customer signs instead of saying it, and the strokes are kept @thorough", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  await ask(page);
  await enterPerson(page, "วีระ พรชัย");
  await answer(page, { "partner-sharing": "yes" });
  await sign(page);
  await checkBothLanguages(page);
  await page.getByRole("button", { name: words.means.clear }).click();
  await page.keyboard.press("F9");
  await expect(field(page, "signature").getByText(words.issues["signature-needed"])).toBeVisible();
  await draw(page, "signature");
  await save(page);
  await expect(page.getByText(`${words.receipt.means}: ${words.receipt.signature}`)).toBeVisible();
  await expectHeader(page, "sync.allThere");

  const [capture] = await listReceived(shop.db);
  expect(capture?.payload).toMatchObject({ means: { how: "signature" } });
  const means = capture?.payload.act === "decision" ? capture.payload.means : null;
  const strokes = means?.how === "signature" ? means.signature.strokes : [];
  expect(strokes).toHaveLength(1);
  expect(strokes[0]?.length).toBeGreaterThanOrEqual(5);
});
