import { describe, expect, it } from "vitest";
import { ERROR_DEFINITIONS, isErrorCode } from "#shared/errors/codes.ts";
import { findConsoleUse, findStrings, listExportedFunctions } from "./scan-source.ts";
import { isCode, listProjectPaths, readSource } from "./source-files.ts";

const files = listProjectPaths().filter(isCode).map(readSource);

/** Hosts that speak to a terminal, and tests. */
const MAY_PRINT = /^(?:tests\/|electron\/hosts\/(?:cli|launch)\/)/;
const PROGRAM = /^(?:shared|electron|renderer|fixtures)\//;
/** Where a code is only named, not used. */
const NAMES_CODES_ONLY = /^shared\/(?:errors\/codes|contract\/.*)\.ts$/;
const LONGEST_FILE = 400;

describe("house rules", () => {
  it(`no file has more than ${LONGEST_FILE} lines`, () => {
    const tooLong = files
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }))
      .filter(({ lines }) => lines > LONGEST_FILE);
    expect(tooLong).toEqual([]);
  });

  it("every error code is used by the program", () => {
    const used = new Set(
      files.filter(({ path }) => PROGRAM.test(path) && !NAMES_CODES_ONLY.test(path)).flatMap(findStrings),
    );
    expect(Object.keys(ERROR_DEFINITIONS).filter((code) => !used.has(code))).toEqual([]);
  });

  it("every error code that is used is defined", () => {
    const areas = new Set(Object.keys(ERROR_DEFINITIONS).map((code) => code.split("/")[0]));
    const unknown = files
      .filter(({ path }) => PROGRAM.test(path))
      .flatMap((file) => findStrings(file).map((text) => ({ path: file.path, text })))
      .filter(({ text }) => /^[a-z]+\/[a-z-]+$/.test(text) && areas.has(text.split("/")[0]) && !isErrorCode(text));
    expect(unknown).toEqual([]);
  });

  it("only what speaks to a terminal uses the console", () => {
    expect(files.filter(({ path }) => !MAY_PRINT.test(path)).flatMap(findConsoleUse)).toEqual([]);
  });

  it("every exported function of the program says what it does", () => {
    const silent = files
      .filter(({ path }) => PROGRAM.test(path))
      .flatMap((file) => listExportedFunctions(file).map((found) => ({ path: file.path, ...found })))
      .filter(({ documented }) => !documented)
      .map(({ path, name, line }) => `${path}:${line} ${name}`);
    expect(silent).toEqual([]);
  });
});

describe("the checks of the house rules", () => {
  const scan = (text: string) => ({ path: "shared/x.ts", text });

  it("find strings, not those of imports", () => {
    const file = scan(
      'import x from "case/one"; throw fail("case/two"); const t = `case/three`; type C = "case/four";',
    );
    expect(findStrings(file)).toEqual(["case/two", "case/three", "case/four"]);
  });

  it("find uses of the console, not words", () => {
    expect(findConsoleUse(scan("console.log(1);\n// console.log(2)\nconst s = 'console.log(3)';"))).toEqual([
      "shared/x.ts:1",
    ]);
    expect(findConsoleUse(scan("globalThis.console.warn(1);"))).toEqual(["shared/x.ts:1"]);
  });

  it("find exported functions and whether they are documented", () => {
    const file = scan(
      [
        "/** Said. */",
        "export function one(): void {}",
        "export function two(): void {}",
        "// not a docstring",
        "export const three = () => 1;",
        "/** Said. */",
        "export const four = async function () {};",
        "function inner(): void {}",
        "export const five = 5;",
        "/** Of another. */",
        "const six = 6;",
        "export function seven(): void {}",
      ].join("\n"),
    );
    expect(listExportedFunctions(file)).toEqual([
      { name: "one", line: 2, documented: true },
      { name: "two", line: 3, documented: false },
      { name: "three", line: 5, documented: false },
      { name: "four", line: 7, documented: true },
      { name: "seven", line: 12, documented: false },
    ]);
  });

  it("take one docstring for the overloads of a function", () => {
    const file = scan(
      "/** Said. */\nexport function f(a: string): void;\nexport function f(a: number): void;\nexport function f(): void {}",
    );
    expect(listExportedFunctions(file)).toEqual([{ name: "f", line: 2, documented: true }]);
  });
});
