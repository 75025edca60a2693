import { describe, expect, test } from "vitest";
import { createRowIndex, PART_SIZE, type RowIndex, type RowMatch } from "../../../../renderer/app/palette/row-index.ts";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly more: string;
}

const rowOf = (id: string, title: string, more = "", name = ""): Row => ({ id, name, title, more });
const never = () => null;

async function indexOf(rows: readonly Row[]): Promise<RowIndex<Row>> {
  const index = createRowIndex<Row>({ keyOf: ({ id }) => id, wordsOf: (row) => row });
  await index.sync(rows, never);
  return index;
}

function matchesOf(index: RowIndex<Row>, query: string, raised: ReadonlySet<string> = new Set()) {
  return [...index.search(query, raised)].flat().sort(byRank);
}

function byRank(left: RowMatch<Row>, right: RowMatch<Row>): number {
  return right.quality - left.quality || right.score - left.score;
}

const keysOf = (index: RowIndex<Row>, query: string) => matchesOf(index, query).map(({ key }) => key);

describe("finding", () => {
  const rows = [
    rowOf("note", "Nota verbal 44/2025 de Núñez", "CV-000118"),
    rowOf("hearing", "Hearing transcript, March 15", "transcript.pdf"),
    rowOf("order", "Order on the motion", "ECF 20", "Order"),
  ];

  test("beginnings of words, in any order, whatever their case and accents", async () => {
    const index = await indexOf(rows);
    expect(keysOf(index, "nunez")).toEqual(["note"]);
    expect(keysOf(index, "VERBAL not")).toEqual(["note"]);
    expect(keysOf(index, "trans hear")).toEqual(["hearing"]);
  });

  test("typing errors in words, not in numbers", async () => {
    const index = await indexOf(rows);
    expect(matchesOf(index, "transcrpt").map(({ key, quality }) => [key, quality])).toEqual([["hearing", 0]]);
    expect(keysOf(index, "cv-000119")).toEqual([]);
    expect(keysOf(index, "cv-000118")).toEqual(["note"]);
  });

  test("all words must be met; signs alone find nothing", async () => {
    const index = await indexOf(rows);
    expect(keysOf(index, "order zarzuela")).toEqual([]);
    expect(keysOf(index, "—")).toEqual([]);
  });

  test("a title that begins so comes first, then one that has it inside, what is not shown, and typing errors", async () => {
    const index = await indexOf([
      rowOf("inside", "Motion for an order"),
      rowOf("begins", "Order to show cause"),
      rowOf("wrong", "Ordar of march"),
      rowOf("hidden", "Minute entry", "order.pdf"),
    ]);
    expect(matchesOf(index, "order").map(({ key, quality }) => [key, quality])).toEqual([
      ["begins", 3],
      ["inside", 2],
      ["hidden", 1],
      ["wrong", 0],
    ]);
  });

  test("rows that were used lately score more than their equals", async () => {
    const index = await indexOf([rowOf("a", "Letter to the Embassy"), rowOf("b", "Letter to the Embassy")]);
    const raised = matchesOf(index, "embassy", new Set(["b"]));
    expect(raised[0]?.key).toBe("b");
  });
});

describe("sync", () => {
  test("takes in what is new and changed, and drops what is gone", async () => {
    const first = rowOf("a", "Complaint");
    const index = await indexOf([first, rowOf("b", "Exhibit")]);
    await index.sync([first, rowOf("b", "Declaration"), rowOf("c", "Letter")], never);
    expect(keysOf(index, "exhibit")).toEqual([]);
    expect(keysOf(index, "declaration")).toEqual(["b"]);
    expect(keysOf(index, "letter")).toEqual(["c"]);
    await index.sync([first], never);
    expect(index.size).toBe(1);
    expect(keysOf(index, "declaration")).toEqual([]);
    expect(index.find("a")).toBe(first);
  });

  test("a later call ends an earlier one", async () => {
    const index = createRowIndex<Row>({ keyOf: ({ id }) => id, wordsOf: (row) => row });
    const earlier = index.sync([rowOf("a", "Alpha"), rowOf("b", "Beta")], () => Promise.resolve());
    const later = index.sync([rowOf("c", "Gamma")], never);
    await Promise.all([earlier, later]);
    expect(index.size).toBe(1);
    expect(keysOf(index, "gamma")).toEqual(["c"]);
    expect(keysOf(index, "beta")).toEqual([]);
  });

  test("many rows are searched part by part", async () => {
    const rows = Array.from({ length: PART_SIZE + 5 }, (_, number) => rowOf(`r${number}`, `Letter ${number}`));
    const index = await indexOf(rows);
    const steps = [...index.search("letter", new Set())];
    expect(steps).toHaveLength(2);
    expect(steps[1]?.length).toBe(5);
  });
});
