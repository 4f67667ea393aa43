import { expect, test } from "vitest";
import { chainStart } from "../contract/chain.ts";
import { openChainPlaces, type Placed } from "./chain-places.ts";

const place = (device: string, parts: Partial<Placed>): Placed => ({
  id: "one",
  device,
  sequence: 1,
  hash: `hash of ${device}`,
  previousHash: chainStart,
  accepted: true,
  ...parts,
});

test("an accepted id is taken from all devices, a refused one from its own alone", () => {
  const refused = openChainPlaces([place("a", { accepted: false })]);
  expect(refused.find(place("a", { hash: "other" }))).toEqual({
    place: "conflict",
    reason: "id-taken",
  });
  expect(refused.find(place("b", {}))).toEqual({ place: "free" });

  const accepted = openChainPlaces([place("a", {})]);
  expect(accepted.find(place("b", {}))).toEqual({ place: "conflict", reason: "id-taken" });
});

test("what was refused is still known as its device's own when another took its id", () => {
  const places = openChainPlaces([place("a", { accepted: false })]);
  places.put(place("b", {}));
  expect(places.find(place("a", {}))).toEqual({ place: "own", accepted: false });
  expect(places.find(place("b", {}))).toEqual({ place: "own", accepted: true });
});

test("what is accepted after all is own and accepted from then on", () => {
  const places = openChainPlaces([place("a", { accepted: false })]);
  places.put(place("a", {}));
  expect(places.find(place("a", {}))).toEqual({ place: "own", accepted: true });
});
