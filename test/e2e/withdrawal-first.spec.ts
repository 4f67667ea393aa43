import { gunzipSync } from "node:zlib";
import { pushBody, syncPaths } from "../../src/contract/sync.ts";
import { choose, find, readReceipt } from "../support/consent-form.ts";
import { inventCustomer, takeConsent } from "../support/customers.ts";
import { wichai } from "../support/demo-people.ts";
import { signIn } from "../support/desk-page.ts";
import { expect, test } from "../support/desk-test.ts";
import { openFaultyLine } from "../support/faulty-line.ts";
import { expectWholeChain } from "../support/received-captures.ts";
import { expectHeader } from "../support/sync-line.ts";
import { formWords, say } from "../support/words.ts";

test("a withdrawal goes to head office before the consents that wait longer @thorough", async ({
  shop,
  start,
}) => {
  const line = await openFaultyLine(shop.address);
  const batches: number[][] = [];
  line.treat(({ path, body }) => {
    if (path === syncPaths.push) {
      const { items } = pushBody.parse(JSON.parse(gunzipSync(body).toString()));
      batches.push(items.map(({ sequence }) => sequence));
    }
    return { kind: "pass" };
  });
  const { page } = await start({
    headOffice: line.address,
    enrolmentCode: await shop.issueCode(),
  });
  await signIn(page, wichai);
  await line.cut();
  const names = ["อรุณ ทองสุข", "มาลี ศรีชัย", "กานดา เพชรดี"];
  for (const [number, name] of names.entries()) {
    const customer = inventCustomer(number, name, { phone: `+6681555050${number}` });
    await takeConsent(page, customer, ["direct-marketing sms"]);
  }
  await find(page, "มาลี");
  await page.keyboard.press("F6");
  await choose(page, "scope", formWords.th.withdrawal.all);
  await choose(page, "how", formWords.th.means.spoken);
  await page.keyboard.press("F9");
  await readReceipt(page);
  await expectHeader(page, "sync.waiting", { count: 4 });

  await page.getByRole("link", { name: say("th", "nav.pending") }).click();
  const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
  await expect(rows).toHaveCount(4);
  await expect(rows.first()).toContainText(say("th", "pending.withdrawal"));

  await line.mend();
  // By its key: the desk tries again by itself, and then the button is gone.
  await page.keyboard.press("F5");
  await expectHeader(page, "sync.allThere");
  expect(batches.flat().slice(0, 1)).toEqual([4]);
  expect(batches.flat().toSorted()).toEqual([1, 2, 3, 4]);
  await expectWholeChain(shop.db, 4);
  await line.close();
});
