import fc from "fast-check";
import type { Detection } from "#shared/model/detection.ts";
import type { WordConfidence } from "#shared/model/page-state.ts";
import type { TextPage } from "#shared/text/query/searchable-text.ts";

/** Few, so that they meet; forms, accents, halves and wholes of one word, and words that begin others. */
export const VOCABULARY = [
  "note",
  "Notes",
  "noted",
  "not",
  "court",
  "courts",
  "order",
  "ordered",
  "detention",
  "deten",
  "tion",
  "de",
  "the",
  "of",
  "la",
  "cruz",
  "Núñez",
  "nunez",
  "NUÑEZ",
  "señor",
  "émigré",
  "emigre",
  "a",
  "25",
] as const;

const DIVIDED = [
  "deten-\ntion",
  "no-\nte",
  "co\u2010\nurt",
  "or-\nder-\ned",
  "núñ-\nez",
  "de-\nla",
  "the-\nof",
] as const;
const HEADERS = ["SPECIMEN note of the court", "Page 3 of 9", "In re Cruz"] as const;

const word = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...VOCABULARY) },
  { weight: 1, arbitrary: fc.constantFrom(...DIVIDED) },
);
const separator = fc.constantFrom(" ", " ", " ", "\n", "  ", " \n ", ", ", "-", "\n\n");
const body = fc
  .array(fc.tuple(word, separator), { maxLength: 24 })
  .map((pairs) => pairs.map(([text, after]) => text + after).join(""));

/** One page: perhaps a running header and footer, a stamp within, a page number, and words divided at both ends. */
const page = fc.record({
  first: body,
  second: body,
  hasStamp: fc.boolean(),
  hasNumber: fc.boolean(),
  begin: fc.constantFrom("", "", "tion ", "la cruz "),
  end: fc.constantFrom("", "", "deten-", "or-", "the-\n"),
  doubtful: fc.array(fc.tuple(fc.nat(120), fc.integer({ min: 1, max: 9 })), { maxLength: 3 }),
});

/** The pages of a document. */
export type RandomDocument = readonly TextPage[];

const document = fc
  .record({
    header: fc.option(fc.constantFrom(...HEADERS), { nil: null }),
    footer: fc.option(fc.constant("the court of la Cruz"), { nil: null }),
    pages: fc.array(page, { minLength: 1, maxLength: 5 }),
  })
  .map(({ header, footer, pages }): RandomDocument => {
    return pages.map((made, index) => {
      const stamp = `PageID.${index + 7}`;
      const number = `- ${index + 1} -`;
      const pieces = [
        header === null ? "" : `${header}\n`,
        made.begin,
        made.first,
        made.hasStamp ? `\n${stamp}\n` : "",
        made.second,
        made.end,
        made.hasNumber ? `\n${number}\n` : "",
        footer === null ? "" : `\n${footer}`,
      ];
      const text = pieces.join("").normalize("NFC");
      return { text, detections: detect(text, stamp, number), confidences: doubt(text, made.doubtful) };
    });
  });

/** Documents that have much in common. */
export const documentsArbitrary: fc.Arbitrary<readonly RandomDocument[]> = fc.array(document, {
  minLength: 1,
  maxLength: 5,
});

function detect(text: string, stamp: string, number: string): readonly Detection[] {
  const found: Detection[] = [];
  const stampAt = text.indexOf(stamp);
  if (stampAt >= 0) {
    found.push({ start: stampAt, end: stampAt + stamp.length, value: { kind: "page-id", number: 7 } });
  }
  const numberAt = text.lastIndexOf(number);
  if (numberAt >= 0) {
    found.push({ start: numberAt, end: numberAt + number.length, value: { kind: "printed-page", label: "1" } });
  }
  return found;
}

function doubt(text: string, ranges: readonly (readonly [number, number])[]): readonly WordConfidence[] {
  return ranges
    .filter(([start]) => start < text.length)
    .map(
      ([start, length], index): WordConfidence => [
        start,
        Math.min(text.length, start + length),
        index % 2 === 0 ? 20 : 90,
      ],
    );
}
