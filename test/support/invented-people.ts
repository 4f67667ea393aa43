import type { Signature } from "../../src/captures/drawn-signature.ts";
import { answerAll } from "../../src/captures/marketing-consent/example-acts.ts";
import type { Payload, Subject } from "../../src/captures/marketing-consent/payload.ts";

/** Parts of made-up names; any likeness to a person is chance. */
const givenNames =
  "สมหญิง สมชาย มานี ปิติ ชูใจ วีระ ดวงใจ มาลี อรุณ กานดา ธีรพงษ์ ณัฐกานต์ พิมพ์ชนก วรัญญา ศุภชัย เกศรินทร์ น้ำฝน ฟ้าใส ปวีณา อนุชา ขวัญเรือน จันทร์เพ็ญ รุ่งโรจน์ สิริกร Anna Boris Chloé David Élodie Farid Grace Hugo".split(
    " ",
  );
const stems =
  "ทอง ศรี แก้ว บุญ วงศ์ จันทร์ สุข พร ชัย รัตน์ ธรรม เพชร มณี ดี งาม ใจ ฟ้า น้ำ ไพร กุล เจริญ เลิศ ประเสริฐ อุดม พงษ์ วัฒน์ สกุล เดช ฤทธิ์ ภักดี สมบูรณ์ ขจร".split(
    " ",
  );

/** 32 bits that look random and are the same for the same number in every run. */
export function scramble(number: number): number {
  let mixed = Math.imul(number ^ 0x9e3779b9, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function pick(from: readonly string[], number: number): string {
  return from[number % from.length] ?? "";
}

/** The name of invented person `number`: about 30,000 family names, so that a million people share them. */
export function inventName(number: number): string {
  const [a, b, c, d] = [1, 2, 3, 4].map((part) => scramble(number * 4 + part));
  return `${pick(givenNames, a ?? 0)} ${pick(stems, b ?? 0)}${pick(stems, c ?? 0)}${pick(stems, d ?? 0)}`;
}

/** A Thai mobile number (E.164) that `readPhone` takes, different for each person below ten million. */
export function inventPhone(number: number): string {
  // Multiplying by a number prime to ten million runs through all of it, in no visible order.
  return `+668${1 + (number % 2)}${String((number * 3_618_033 + 1_234_071) % 10_000_000).padStart(7, "0")}`;
}

/** A UUID version 7 from numbers: `at` in ms, the rest from `number`. */
export function inventId(at: number, number: number): string {
  const time = at.toString(16).padStart(12, "0");
  const low = scramble(number).toString(16).padStart(8, "0");
  const high = (number >>> 0).toString(16).padStart(8, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${low.slice(0, 3)}-8${low.slice(3, 6)}-${low.slice(6)}00${high}`;
}

/** A signature of `points` points, as a finger draws one. */
function drawSignature(points: number): Signature {
  const stroke = Array.from({ length: points }, (_, place): [number, number] => [
    20 + place * 4,
    100 + Math.round(60 * Math.sin(place / 5)),
  ]);
  return { width: 800, height: 240, strokes: [stroke] };
}

/** Invented person `number` as a customer with a phone. */
export function inventSubject(number: number): Subject {
  return {
    id: inventId(1_790_000_000_000 + number, number),
    name: inventName(number),
    standing: "customer",
    memberNumber: null,
    ageBand: "adult",
    contacts: { phone: inventPhone(number), email: null, line: null, address: null },
  };
}

/** Invented person `number` says yes to text messages and signs. */
export function inventDecision(number: number): Payload {
  return {
    act: "decision",
    subject: inventSubject(number),
    guardian: null,
    collectionPoint: "purchase",
    answers: answerAll(["direct-marketing sms"]),
    means: { how: "signature", signature: drawSignature(120) },
  };
}
