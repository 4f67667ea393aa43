import type { Page } from "playwright/test";
import { checkBothLanguages } from "../support/accessibility.ts";
import {
  answer,
  ask,
  choose,
  done,
  draw,
  enterPerson,
  field,
  find,
  save,
  sayAloud,
  textOf,
} from "../support/consent-form.ts";
import { somying } from "../support/demo-people.ts";
import { signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { listReceived } from "../support/received-captures.ts";
import { expectHeader } from "../support/sync-line.ts";
import { formWords } from "../support/words.ts";

const words = formWords.th;

/** The section that asks for the holder of parental power. */
function guardianSection(page: Page) {
  return page.getByRole("region", { name: words.guardian.heading });
}

async function enterGuardian(page: Page, name: string): Promise<void> {
  await textOf(page, "guardianName").fill(name);
  await choose(page, "guardianRelation", words.guardian.parent);
  await draw(page, "guardianSignature");
}

test("over 10 and under 20, a yes needs the holder of parental power besides the customer's own answer", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  await ask(page);
  await enterPerson(page, "น้ำฝน ทองงาม", "over-10-under-20");
  await expect(guardianSection(page)).toHaveCount(0);
  await answer(page, { "direct-marketing": ["line"] });
  await expect(guardianSection(page)).toContainText(words.guardian["reason-over-10-under-20"]);
  await textOf(page, "line").fill("namfon.example");
  await sayAloud(page);
  await page.keyboard.press("F9");
  // Not saved, each lack is named at its field, and what was typed stays.
  await expect(field(page, "guardianName")).toContainText(words.issues.required);
  await expect(field(page, "guardianRelation")).toContainText(words.issues.required);
  await expect(field(page, "guardianSignature")).toContainText(words.issues["signature-needed"]);
  await expect(textOf(page, "guardianName")).toBeFocused();
  await expect(textOf(page, "line")).toHaveValue("namfon.example");
  await checkBothLanguages(page);

  await enterGuardian(page, "วรัญญา ทองงาม");
  await checkBothLanguages(page);
  await save(page);
  await expect(page.getByText(`${words.receipt.guardian}: วรัญญา ทองงาม`)).toBeVisible();
  await done(page);
  await expectHeader(page, "sync.allThere");
  const [capture] = await listReceived(shop.db);
  expect(capture?.payload).toMatchObject({
    subject: { ageBand: "over-10-under-20" },
    guardian: { name: "วรัญญา ทองงาม", relation: "parent" },
    means: { how: "spoken", attestedBy: "somying" },
  });

  // Whoever was under age may be so no longer: they are asked again.
  await find(page, "น้ำฝน");
  await ask(page);
  await expect(page.getByText(words.person.ageAgain)).toBeVisible();
  await expect(field(page, "ageBand").getByRole("radio", { checked: true })).toHaveCount(0);
});

test("up to 10, the holder of parental power answers alone, and that signature is the proof @thorough", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  await ask(page);
  await enterPerson(page, "ปู ศรีแก้ว", "up-to-10");
  await answer(page, { "photo-publicity": "yes" });
  await expect(guardianSection(page)).toContainText(words.guardian["reason-up-to-10"]);
  await expect(page.getByText(words.means.guardianSigns)).toBeVisible();
  await expect(field(page, "how").getByRole("radio")).toHaveCount(0);
  await enterGuardian(page, "ณัฐกานต์ ศรีแก้ว");
  await checkBothLanguages(page);
  await save(page);
  await expectHeader(page, "sync.allThere");
  const [capture] = await listReceived(shop.db);
  const decision = capture?.payload.act === "decision" ? capture.payload : null;
  expect(decision?.guardian?.name).toBe("ณัฐกานต์ ศรีแก้ว");
  expect(decision?.means).toEqual({ how: "signature", signature: decision?.guardian?.signature });
});

test("a no needs nobody else at any age, and an adult's yes never does @thorough", async ({
  shop,
  desk: { page },
}) => {
  await signIn(page, somying);
  await ask(page);
  await enterPerson(page, "ฟ้าใส จันทร์ดี", "up-to-10");
  await answer(page, {});
  await expect(guardianSection(page)).toHaveCount(0);
  await choose(page, "replies.photo-publicity", words.purposes.yes);
  await expect(guardianSection(page)).toBeVisible();
  await choose(page, "ageBand", words.person.adult);
  await expect(guardianSection(page)).toHaveCount(0);
  await choose(page, "ageBand", words.person["up-to-10"]);
  await choose(page, "replies.photo-publicity", words.purposes.no);
  await expect(guardianSection(page)).toHaveCount(0);
  await sayAloud(page);
  await save(page);
  await done(page);

  await ask(page);
  await enterPerson(page, "สิริกร วัฒนชัย");
  await answer(page, { "photo-publicity": "yes", "partner-sharing": "yes" });
  await expect(guardianSection(page)).toHaveCount(0);
  await sayAloud(page);
  await save(page);
  await expectHeader(page, "sync.allThere");
  const received = await listReceived(shop.db);
  expect(received.map(({ payload }) => payload)).toMatchObject([
    { guardian: null, subject: { ageBand: "up-to-10" } },
    { guardian: null, subject: { ageBand: "adult" } },
  ]);
});
