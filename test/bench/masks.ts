import { join } from "node:path";
import { parseArgs } from "node:util";
import { readCard } from "../../src/card-mask/read-card.ts";
import { isCovered, mayStay, wronglyCovered } from "../support/card-coverage.ts";
import { startCardOcr } from "../support/card-ocr.ts";
import { cardFolder, readTruth } from "../support/card-truth.ts";
import { readJpeg } from "../support/read-jpeg.ts";

/**
 * The machine's masks before any human, on specimen cards with known truth: `--dir DIR` for another folder with
 * truth.json and images/. The time is that of finding, straightening, OCR and masking, on one core for each.
 */
const { values } = parseArgs({
  options: { dir: { type: "string", default: cardFolder }, verbose: { type: "boolean" } },
});
const cards = readTruth(values.dir);
const ocr = await startCardOcr();
const results: { layout: string; sure: boolean; covered: boolean; ms: number }[] = [];
let mayStayCount = 0;
let wrongCount = 0;

for (const card of cards) {
  const picture = await readJpeg(join(values.dir, "images", card.file));
  const begin = performance.now();
  const reading = await readCard(picture, { recognise: ocr.recognise, cover: [] });
  const ms = performance.now() - begin;
  const covered = isCovered(card, reading);
  results.push({ layout: card.layout, sure: reading.sure, covered, ms });
  if (reading.sure) {
    mayStayCount += mayStay(card).length;
    wrongCount += wronglyCovered(card, reading).length;
  }
  if (values.verbose && !(reading.sure && covered)) {
    const verdict = `${reading.sure ? "sure" : "unsure"}, ${covered ? "covered" : "NOT COVERED"}`;
    console.log(
      `  ${card.file} ${card.layout} ${card.level}: ${verdict} (${reading.doubts.join(", ")})`,
    );
  }
}
await ocr.stop();

const sure = results.filter((result) => result.sure);
const sureCovered = sure.filter(({ covered }) => covered).length;
const today = results.filter(({ layout }) => layout === "smart");
const times = results.map(({ ms }) => ms).sort((a, b) => a - b);
const median = times[Math.floor(times.length / 2)] ?? 0;
const unsure = (of: typeof results) => share(of.filter((result) => !result.sure).length, of.length);

console.log(`${results.length} pictures of specimen cards, masks before any human`);
console.log(
  `wholly covered: ${share(results.filter(({ covered }) => covered).length, results.length)}`,
);
console.log(`wholly covered, of those it is sure of: ${share(sureCovered, sure.length)}`);
console.log(`other fields wrongly covered, where sure: ${share(wrongCount, mayStayCount)}`);
console.log(`unsure, today's card: ${unsure(today)} (goal: at most 12 %)`);
console.log(`unsure, all: ${unsure(results)} (goal: at most 30 %)`);
console.log(`median ${median.toFixed(0)} ms a picture (goal: under 2500)`);
console.log("goal for recall: at least 0.995");
console.log(`recall=${(sure.length === 0 ? 1 : sureCovered / sure.length).toFixed(4)}`);

function share(part: number, of: number): string {
  return `${part} of ${of} (${of === 0 ? "0.0" : ((100 * part) / of).toFixed(1)} %)`;
}
