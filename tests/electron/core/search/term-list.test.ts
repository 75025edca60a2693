import { expect, it } from "vitest";
import { readTermList } from "#core/search/term-list.ts";

it("takes each line as it stands, with its number", () => {
  expect(readTermList('\ufeff"wire transfer", refund\r\n\r\n# a remark\n  a AND b  \r"x"')).toEqual([
    { line: 1, query: '"wire transfer", refund' },
    { line: 4, query: "a AND b" },
    { line: 5, query: '"x"' },
  ]);
  expect(readTermList("\n# only this\n")).toEqual([]);
});

it.each(["query,custodian", "Query", '"Search";"note"', "TERMS\tcount"])("reads a list headed %s as CSV", (head) => {
  const rows = ['"""wire transfer"" w/5 refund",Doe', "núñez,Roe", '""', '"a ""b"""'];
  expect(readTermList([head, ...rows].join("\n"))).toEqual([
    { line: 2, query: '"wire transfer" w/5 refund' },
    { line: 3, query: "núñez" },
    { line: 5, query: 'a "b"' },
  ]);
});

it("does not take a first search for a heading", () => {
  expect(readTermList("query* OR search\nb,c")).toEqual([
    { line: 1, query: "query* OR search" },
    { line: 2, query: "b,c" },
  ]);
});
