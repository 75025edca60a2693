import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { ENGLISH } from "../../../renderer/messages/en/english.ts";
import { SPANISH } from "../../../renderer/messages/es/spanish.ts";
import { readRendererTexts, readTexts } from "./source-texts.ts";

const CATALOGUES: Readonly<Record<string, Readonly<Record<string, string>>>> = { en: ENGLISH, es: SPANISH };
const KEYS = Object.keys(ENGLISH);
const files = readRendererTexts();

/** Names of what a message is filled with, in all of its branches; tags as `<name>`. */
function placeholders(message: string, language: string): readonly string[] {
  const names = new Set<string>();
  const visit = (value: unknown) => {
    if (Array.isArray(value)) for (const part of value) visit(part);
    if (typeof value !== "object" || value === null) return;
    // As the parser of ICU messages numbers them: 0 is plain text, 7 is #, 8 is a tag; all others are filled by name.
    if ("type" in value && "value" in value && value.type !== 0 && value.type !== 7) {
      names.add(value.type === 8 ? `<${String(value.value)}>` : String(value.value));
    }
    if ("options" in value && typeof value.options === "object") visit(Object.values(value.options ?? {}));
    if ("value" in value && typeof value.value !== "string") visit(value.value);
    if ("children" in value) visit(value.children);
  };
  visit(new IntlMessageFormat(message, language).getAst());
  return [...names].sort();
}

describe.each(Object.keys(CATALOGUES))("the catalogue in %s", (language) => {
  const catalogue = CATALOGUES[language] ?? {};

  test("has every message, none more, and none of them empty", () => {
    expect(Object.keys(catalogue).toSorted()).toEqual(KEYS.toSorted());
    expect(Object.entries(catalogue).filter(([, message]) => message.trim() === "")).toEqual([]);
  });

  test("fills its messages with the same values as the English one", () => {
    const differing = KEYS.filter(
      (key) =>
        placeholders(catalogue[key] ?? "", language).join() !==
        placeholders(CATALOGUES["en"]?.[key] ?? "", "en").join(),
    );
    expect(differing).toEqual([]);
  });
});

test("placeholders are found in plurals and inside of tags", () => {
  expect(placeholders("{count, plural, one {# <b>{name}</b>} other {# of {all, number}}}", "en")).toEqual([
    "<b>",
    "all",
    "count",
    "name",
  ]);
});

describe("texts in the source", () => {
  test.each([
    ["<p>Hello</p>", "Hello"],
    ['<p>{busy ? "Wait" : say("app.undo")}</p>', "Wait"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template is what the source holds
    ["<p>{`${count} pages`}</p>", "pages"],
    ['<b title={name ?? "None"} />', "None"],
    ['navigation.announce("Undone: " + step, "bad")', "Undone:"],
    ['const item = { id: "undo", label: "Undo" }', "Undo"],
  ])("%s is seen", (source, text) => {
    expect(readTexts("one.tsx", source).visible).toEqual([`one.tsx:1: ${JSON.stringify(text)}`]);
  });

  test.each([
    '<p className="two words" id="x">{say("app.undo")} · {count}</p>',
    '<b aria-label={say("app.undo")} aria-sort={sorted ? "ascending" : "none"} />',
    'const item = { id: "undo", label: "app.undo" }',
    "// A remark\nconst kind: 'label' = 'label'",
  ])("%s holds nothing to read", (source) => {
    expect(readTexts("one.tsx", source).visible).toEqual([]);
  });

  test("a phrase is seen wherever it stands, but not in what is written for others", () => {
    const { phrases } = readTexts("one.ts", 'const words = () => "no text"; throw new Error("it is so");');
    expect(phrases).toEqual(['one.ts:1: "no text"']);
  });
});

test("every message is said somewhere", () => {
  const said = new Set(files.flatMap(({ strings }) => [...strings]));
  expect(KEYS.filter((key) => !said.has(key))).toEqual([]);
});

test("no text that people read stands outside of the catalogue", () => {
  expect(files.flatMap(({ visible }) => visible)).toEqual([]);
});

test("no phrase stands outside of the catalogue, wherever in the source", () => {
  expect(files.flatMap(({ phrases }) => phrases)).toEqual([]);
});
