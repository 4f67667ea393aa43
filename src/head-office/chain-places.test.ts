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

const taken = { place: "conflict", reason: "sequence-taken" };
const broken = { place: "conflict", reason: "chain-broken" };

test("the first of a chain begins at its start, and each later one at the one before, where that is here", () => {
  const places = openChainPlaces([]);
  expect(places.find(place("a", {}))).toEqual({ place: "free" });
  expect(places.find(place("a", { previousHash: "other" }))).toEqual(broken);
  const third = place("a", { id: "three", sequence: 3, hash: "third", previousHash: "second" });
  expect(places.find(third)).toEqual({ place: "free" });

  places.put(place("a", { hash: "first" }));
  const second = place("a", { id: "two", sequence: 2, hash: "second", previousHash: "first" });
  expect(places.find(second)).toEqual({ place: "free" });
  expect(places.find({ ...second, previousHash: "other" })).toEqual(broken);
  places.put(third);
  expect(places.find(second)).toEqual({ place: "free" });
  expect(places.find({ ...second, hash: "other" })).toEqual(broken);
  expect(places.find({ ...second, previousHash: "other" })).toEqual(broken);
});

test("a place is taken once in each device's chain, by a refused one too", () => {
  const places = openChainPlaces([place("a", { accepted: false })]);
  expect(places.find(place("a", { id: "two" }))).toEqual(taken);
  expect(places.find(place("b", { id: "two" }))).toEqual({ place: "free" });
});

test("what is accepted after all is own and accepted from then on", () => {
  const places = openChainPlaces([place("a", { accepted: false })]);
  places.put(place("a", {}));
  expect(places.find(place("a", {}))).toEqual({ place: "own", accepted: true });
});
