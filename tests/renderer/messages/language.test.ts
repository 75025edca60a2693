import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { changeLanguage, chooseLanguage, currentLanguage, currentLocale } from "../../../renderer/messages/language.ts";
import { say } from "../../../renderer/messages/say.ts";
import { formatBytes, formatDate, formatDuration, formatNumber } from "../../../renderer/ui/format.ts";

const root = { lang: "en" };

function machineSpeaks(...languages: readonly string[]): void {
  vi.stubGlobal("navigator", { languages });
}

beforeEach(() => vi.stubGlobal("document", { documentElement: root }));
afterEach(() => {
  changeLanguage("en");
  vi.unstubAllGlobals();
});

describe("the first language", () => {
  test.each([
    ["es", ["en-US"], "es"],
    [null, ["es-MX", "en"], "es"],
    [null, ["fr-FR", "es"], "es"],
    [null, ["fr-FR"], "en"],
    ["klingon", ["es-419"], "es"],
    [{ forged: true }, [], "en"],
  ])("stored %j on a machine that speaks %j is %s", (stored, preferred, language) => {
    expect(chooseLanguage(stored, preferred)).toBe(language);
  });
});

test("another language is told to the page, and what is said follows", () => {
  changeLanguage("es");
  expect([root.lang, currentLanguage(), say("ui.close")]).toEqual(["es", "es", "Cerrar"]);
});

test("numbers and dates follow the machine's variety of the interface's language, whatever else it speaks", () => {
  machineSpeaks("en-GB", "es-MX");
  expect([currentLocale(), formatDate("2025-03-13")]).toEqual(["en-GB", "13 Mar 2025"]);
  changeLanguage("es");
  expect([currentLocale(), formatNumber(12_418), say("app.pages", { count: 12_418 })]).toEqual([
    "es-MX",
    "12,418",
    "12,418 páginas",
  ]);
  machineSpeaks("en-GB", "es-ES");
  expect([formatNumber(12_418), say("app.pages", { count: 12_418 })]).toEqual(["12.418", "12.418 páginas"]);
  machineSpeaks("fr-FR");
  expect([currentLocale(), formatBytes(4_200_000), formatDuration(125_000), formatDate("2025-03-13")]).toEqual([
    "es",
    "4,2 MB",
    "2 min 5 s",
    "13 mar 2025",
  ]);
});
