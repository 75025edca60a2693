import { describe, expect, it } from "vitest";
import { undoEdit } from "#core/passages/step-edits.ts";
import { addSynonyms, removeSynonym } from "#core/search/synonyms.ts";
import type { SynonymId } from "#shared/base/ids.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { setUpTestCase } from "../../../support/test-case.ts";

describe("synonyms", () => {
  it("are groups that grow by any of their names, whatever its case and accents", async () => {
    const { ports } = await setUpTestCase();
    const group = addSynonyms(ports(), ["CECOT", "Centro de  Confinamiento del Terrorismo", "cecot"]);
    expect(group.names).toEqual(["CECOT", "Centro de Confinamiento del Terrorismo"]);
    const grown = addSynonyms(ports(), ["centro de confinamiento del térrorismo", "the mega-prison"]);
    expect(grown).toEqual({ synonymId: group.synonymId, names: [...group.names, "the mega-prison"] });
    expect(ports().synonyms.list()).toEqual([grown]);
    const steps = ports().edits.history(10).undo.length;
    expect(addSynonyms(ports(), ["The Mega Prison", "Cecot"])).toEqual(grown);
    expect(ports().edits.history(10).undo).toHaveLength(steps);
    undoEdit(ports());
    expect(ports().synonyms.list()).toEqual([group]);
  });

  it("are not joined from two groups, nor made of one name or of none", async () => {
    const { ports } = await setUpTestCase();
    addSynonyms(ports(), ["a", "b"]);
    addSynonyms(ports(), ["c", "d"]);
    await expectFailure("synonym/known", () => addSynonyms(ports(), ["b", "c"]));
    await expectFailure("input/invalid", () => addSynonyms(ports(), ["Núñez", "nunez"]));
    await expectFailure("input/invalid", () => addSynonyms(ports(), ["x", "…"]));
    const many = Array.from({ length: 49 }, (_, index) => `n${index}`);
    await expectFailure("input/invalid", () => addSynonyms(ports(), ["a", ...many]));
    expect(ports().synonyms.list()).toHaveLength(2);
  });

  it("are forgotten by name or whole, in one step each", async () => {
    const { ports, events } = await setUpTestCase();
    const { synonymId } = addSynonyms(ports(), ["a", "b", "c"]);
    removeSynonym(ports(), synonymId, "B");
    expect(ports().synonyms.find(synonymId)?.names).toEqual(["a", "c"]);
    await expectFailure("synonym/not-found", () => removeSynonym(ports(), synonymId, "b"));
    removeSynonym(ports(), synonymId, "a");
    expect(ports().synonyms.list()).toEqual([]);
    undoEdit(ports());
    removeSynonym(ports(), synonymId, undefined);
    expect(ports().synonyms.list()).toEqual([]);
    await expectFailure("synonym/not-found", () => removeSynonym(ports(), "syn_000000000000" as SynonymId, undefined));
    expect(events.at(-1)).toEqual({ kind: "changed", areas: ["synonyms", "searches", "edits"] });
  });
});
