import { expect, it } from "vitest";
import type { SearchFacet } from "#shared/model/search.ts";
import { joinPortions } from "../../../renderer/search/group-results.ts";
import { portionOf } from "../../../renderer/search/use-search.ts";
import { answer, group, PLAIN_OPTIONS } from "./support.ts";

const REQUEST = { ...PLAIN_OPTIONS, query: "custody" };
const FACETS: readonly SearchFacet[] = [{ field: "year", values: [], more: 0 }];

it("counts by field are asked for once, with the first portion", () => {
  expect(portionOf(REQUEST, "date", 0)).toMatchObject({ ...REQUEST, sort: "date", offset: 0, facets: true });
  expect(portionOf(REQUEST, "date", 50)).toMatchObject({ offset: 50, facets: false });
});

it("counts by field stay while further portions come", () => {
  const joined = joinPortions([{ ...answer([group("a", [1])]), facets: FACETS }, answer([group("b", [1])])]);
  expect(joined?.facets).toBe(FACETS);
  expect(joined?.groups).toHaveLength(2);
});
