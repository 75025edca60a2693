import { expect, it } from "vitest";
import { countByDocument, countPlaces, countTogether } from "#core/passages/count-tags.ts";
import { deletePassage } from "#core/passages/edit-passage.ts";
import { setUpTagging } from "./set-up-passages.ts";

async function setUpCounts() {
  const given = await setUpTagging();
  const both = given.tag("for one year", ["Cost › time", "Cost › money", "Custody"]);
  given.tag("six million dollars", ["Cost › money"]);
  given.tag("denies the motion", ["Custody"], { in: given.order });
  given.tag("The court", [], { in: given.order });
  return { ...given, both };
}

it("counts each passage once in a place and what stands below it", async () => {
  const { ports, both } = await setUpCounts();
  const { counts, tagged, untagged } = countPlaces(ports);
  expect(counts.map(({ path, tag, own, all, documents }) => [path, tag === null, own, all, documents])).toEqual([
    ["Cost", true, 0, 2, 1],
    ["Cost › time", false, 1, 1, 1],
    ["Cost › money", false, 2, 2, 1],
    ["Custody", false, 2, 2, 2],
  ]);
  expect([tagged, untagged]).toEqual([3, 1]);
  deletePassage(ports, both.passageId);
  expect(countPlaces(ports).counts.map(({ all }) => all)).toEqual([1, 0, 1, 1]);
});

it("counts by document, with and without what stands below", async () => {
  const { ports, note, order } = await setUpCounts();
  const alone = countByDocument(ports, { below: false, documents: [] });
  expect(alone.places.map(({ path }) => path)).toEqual(["Cost › time", "Cost › money", "Custody"]);
  expect(alone.documents).toEqual([note, order]);
  expect(alone.cells).toEqual([
    [0, 0, 1],
    [0, 1, 2],
    [0, 2, 1],
    [1, 2, 1],
  ]);
  expect([alone.ofPlaces, alone.ofDocuments]).toEqual([
    [1, 2, 2],
    [2, 1],
  ]);
  const below = countByDocument(ports, { below: true, documents: [note] });
  expect(below.places[0]).toEqual({ path: "Cost", tag: null });
  expect([below.documents, below.ofPlaces]).toEqual([[note], [2, 1, 2, 1]]);
});

it("counts tags that meet on one passage, leaving out what stands below each other", async () => {
  const { ports } = await setUpCounts();
  expect(countTogether(ports, { below: false, documents: [] })).toMatchObject({
    pairs: [
      [0, 1, 1],
      [0, 2, 1],
      [1, 2, 1],
    ],
    ofPlaces: [1, 2, 2],
  });
  const below = countTogether(ports, { below: true, documents: [] });
  // Cost, time, money, Custody.
  expect(below.pairs).toEqual([
    [0, 3, 1],
    [1, 2, 1],
    [1, 3, 1],
    [2, 3, 1],
  ]);
});
