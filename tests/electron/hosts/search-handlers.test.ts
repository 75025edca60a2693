import { expect, it } from "vitest";
import { createSearchRegistry } from "#core/search/pace.ts";
import { createSearchHandlers } from "#hosts/search-handlers.ts";
import type { ParsedInputOf } from "#shared/contract/contract.ts";
import { parseInput } from "#shared/contract/validate.ts";
import { expectFailure } from "../../support/expect-failure.ts";
import { setUpTestCase } from "../../support/test-case.ts";

function asked(query: string, asker?: string): ParsedInputOf<"search.query"> {
  return parseInput("search.query", { query, asker });
}

it("a newer search of the same asker stops the older one, and no other", async () => {
  const test = await setUpTestCase();
  const document = await test.importOne({ title: "Long", pages: ["SPECIMEN custody", "custody and cost"] });
  const handlers = createSearchHandlers(test.session, createSearchRegistry());
  const older = handlers["search.query"](asked("custody", "window 1"));
  const others = [handlers["search.query"](asked("custody", "window 2")), handlers["search.query"](asked("custody"))];
  const newer = handlers["search.query"](asked("cost", "window 1"));
  await expectFailure("search/cancelled", async () => await older);
  expect(await newer).toMatchObject({ documents: 1, hits: 1 });
  expect(await Promise.all(others)).toMatchObject([{ hits: 2 }, { hits: 2 }]);

  const hits = await handlers["search.hits"](parseInput("search.hits", { query: "custody", document, asker: "a" }));
  expect(hits).toMatchObject({ matchingPages: [1, 2], hits: 2 });
  const explanation = await handlers["search.explain"](parseInput("search.explain", { query: "cost", asker: "a" }));
  expect(explanation.leaves).toMatchObject([{ source: "cost", documents: 1 }]);
  await expectFailure("search/syntax", async () => await handlers["search.query"](asked("cost AND", "window 1")));
  // One that failed stops nobody and is not waited for.
  expect(await handlers["search.query"](asked("cost", "window 1"))).toMatchObject({ hits: 1 });
});
