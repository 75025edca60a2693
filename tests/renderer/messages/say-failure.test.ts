import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ERROR_DEFINITIONS, type ErrorCode, errorDefinition } from "#shared/errors/codes.ts";
import type { ErrorDetails } from "#shared/errors/probative-error.ts";
import { changeLanguage } from "../../../renderer/messages/language.ts";
import { sayFailure, UNREACHABLE } from "../../../renderer/messages/say-failure.ts";

const CODES = Object.keys(ERROR_DEFINITIONS) as readonly ErrorCode[];

function failure(code: ErrorCode, what = "", details: ErrorDetails = {}) {
  const { message, action } = errorDefinition(code);
  return { code, message: what === "" ? message : `${message} ${what}`, action, details };
}

beforeEach(() => vi.stubGlobal("document", { documentElement: { lang: "en" } }));
afterEach(() => {
  changeLanguage("en");
  vi.unstubAllGlobals();
});

test("English uses the backend's own words", () => {
  expect(sayFailure(failure("case/exists", "/cases/a"))).toEqual({
    message: "A case already exists in this folder. /cases/a",
    action: "Open it, or choose another folder.",
  });
});

describe("in Spanish", () => {
  beforeEach(() => changeLanguage("es"));

  test.each(CODES)("%s has words of its own", (code) => {
    const words = sayFailure(failure(code));
    expect(words.message).not.toBe(errorDefinition(code).message);
    expect(words.action).not.toBe(errorDefinition(code).action);
    expect(words.message).toMatch(/[.]$/);
  });

  test("a path or a name that the backend added stays", () => {
    expect(sayFailure(failure("case/exists", "/cases/a")).message).toBe("Ya existe un caso en esta carpeta. /cases/a");
  });

  test("details are filled in where they hold all that is named, and take the place of the backend's sentence", () => {
    const what = "It claims 90000; the limit is 50000.";
    expect(sayFailure(failure("import/page-count", what, { count: 90_000, maxPages: 50_000 })).message).toMatch(
      /^El PDF declara .+\. Declara 90.000; el límite es 50.000\.$/,
    );
    expect(sayFailure(failure("import/page-count", "It has no page 3.", { count: 2 })).message).toMatch(
      /It has no page 3\.$/,
    );
  });

  test("a backend that does not answer is told apart from a defect", () => {
    const words = sayFailure({ ...failure("internal/unknown"), details: UNREACHABLE });
    expect(words.message).toBe("Probative no responde.");
  });
});
