import { afterAll, describe, expect, test } from "vitest";
import { createPatternFinder } from "#adapters/patterns/worker-pattern-finder.ts";
import { joinTexts } from "#core/ports/joined-texts.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";

const finder = createPatternFinder(new URL("../../../../electron/workers/patterns.ts", import.meta.url));
afterAll(() => finder.close());

/** Doubles its work with each letter: would outlast the sun. */
const ENDLESS = "(a+)+$";
const TRAP = `${"a".repeat(60)}!`;

describe("regular expressions in a worker", () => {
  test("give the places of their matches, page by page", async () => {
    const search = finder.start("note\\s+\\d+");
    const findings = await search.find(joinTexts(["SPECIMEN Note  12, note\n\n7", "nothing", ""]));
    search.close();
    expect(findings.map((found) => found && [...found])).toEqual([[9, 17, 19, 26], [], []]);
  });

  test("that do not end are given up on that page alone", async () => {
    const search = finder.start(ENDLESS);
    const findings: (readonly number[] | null)[] = [];
    const texts = ["aaa", TRAP, "baa"];
    while (findings.length < texts.length) {
      for (const found of await search.find(joinTexts(texts.slice(findings.length))))
        findings.push(found && [...found]);
    }
    search.close();
    expect(findings).toEqual([[0, 3], null, [1, 3]]);
  });

  test("leave the process free, and can be left while they run", async () => {
    const search = finder.start(ENDLESS);
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
      if (turns === 3) search.close();
    }, 1);
    const findings = await search.find(joinTexts([TRAP, TRAP, TRAP]));
    clearInterval(timer);
    expect(turns).toBeGreaterThanOrEqual(3);
    expect(findings).toEqual([]);
    const next = finder.start("b");
    expect((await next.find(joinTexts(["abc"]))).map((found) => found && [...found])).toEqual([[1, 2]]);
    next.close();
  });

  test("run side by side in workers of their own", async () => {
    const [one, other] = [finder.start("a"), finder.start("b")];
    const both = await Promise.all([one.find(joinTexts(["ab"])), other.find(joinTexts(["ab"]))]);
    one.close();
    other.close();
    expect(both.map(([found]) => found && [...found])).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  test("that are none are refused at once", () => {
    expect(() => finder.start("(")).toThrow(ProbativeError);
    expect(() => finder.start("(")).toThrow(expect.objectContaining({ code: "search/syntax" }));
  });
});
