import { describe, expect, it } from "vitest";
import { parseQuery } from "#shared/text/query/parse-query.ts";
import { FIELD_SCOPE } from "#shared/text/query/query-node.ts";
import { SEARCH_LANGUAGE } from "#shared/text/query/search-language.ts";
import type { LanguageSection } from "#shared/text/query/search-language-entry.ts";

const INTRODUCTION = `# The language of the search

Made from \`shared/text/query/search-language.ts\`, which the help in the workbench shows too; a test fails when this page
differs from it. Update it with \`npx vitest run tests/shared/text/query/search-language.test.ts -u\`.

Every search is explained back: in words, as a tree, and with what was read otherwise than it may have been meant. A search
that cannot be read says what to do, and where.`;

const cell = (text: string) => text.replaceAll("|", "\\|");
const code = (text: string) => `\`${cell(text)}\``;

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headings, headings.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** A sentence outside of a table: a star would begin stress there. */
const sentence = (text: string) => text.replaceAll("*", "\\*");

function writeSection({ title, introduction, entries, unsupported }: LanguageSection): string {
  const rows = entries.map(({ syntax, meaning, examples, note }) => [
    code(syntax),
    sentence(cell(note === undefined ? meaning : `${meaning} ${note}`)),
    examples.map(code).join("<br>"),
  ]);
  const parts = [`## ${title}`, sentence(introduction), table(["Written", "Finds", "Examples"], rows)];
  if (unsupported.length > 0) {
    const missing = unsupported.map(({ written, instead }) => [code(written), sentence(cell(instead))]);
    parts.push("Not supported:", table(["Written", "Instead"], missing));
  }
  return parts.join("\n\n");
}

const examples = SEARCH_LANGUAGE.flatMap(({ entries }) => entries.flatMap((entry) => entry.examples));

describe("SEARCH_LANGUAGE", () => {
  it("is what docs/search-language.md says", async () => {
    const page = `${[INTRODUCTION, ...SEARCH_LANGUAGE.map(writeSection)].join("\n\n")}\n`;
    await expect(page).toMatchFileSnapshot("../../../../docs/search-language.md");
  });

  it.each(examples)("has the example %j, which can be read", (example) => {
    const parsed = parseQuery(example);
    expect(parsed.kind === "failure" ? parsed.failure.message : "ok").toBe("ok");
  });

  it("names every field", () => {
    const all = examples.join(" ");
    for (const field of Object.keys(FIELD_SCOPE)) {
      const section = SEARCH_LANGUAGE.some(({ entries }) => entries.some(({ syntax }) => syntax.includes(`${field}:`)));
      expect(section || all.includes(`${field}:`), field).toBe(true);
    }
  });

  it("says of what is not supported that it is an error or does nothing", () => {
    for (const source of [
      "smith%",
      "#smith",
      "N===",
      "12~~24",
      "xfirstword",
      "date(x)",
      "a andany b",
      "apple:5",
      "a w/s b",
    ]) {
      expect(parseQuery(source).kind, source).toBe("failure");
    }
    for (const source of ["*:*", "_exists_:author", "title:/x/", 'title:"a b"~3']) {
      expect(parseQuery(source).kind, source).toBe("failure");
    }
  });
});
