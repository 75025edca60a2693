import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  lineAt,
  paragraphAt,
  sentenceAt,
  sentenceBeside,
  snapToCharacter,
  stepCharacter,
  stepWord,
  trimSpan,
  unitAt,
  wordAt,
} from "../../../renderer/reader/text-units.ts";

const text = "The prison, he said,\nis “full”.\n\nJosé left.";
const slice = ({ start, end }: { start: number; end: number }, of = text) => of.slice(start, end);

describe("units of text", () => {
  it("finds the word that an offset is in or ends at", () => {
    expect(slice(wordAt(text, 5))).toBe("prison");
    expect(slice(wordAt(text, 4))).toBe("prison");
    expect(slice(wordAt(text, 10))).toBe("prison");
    expect(slice(wordAt(text, text.indexOf("José") + 4))).toBe("José");
    expect(wordAt("", 0)).toEqual({ start: 0, end: 0 });
  });

  it("finds words far into a long text without white space near", () => {
    const long = `${"x".repeat(5000)} word ${"y".repeat(5000)}`;
    expect(slice(wordAt(long, 5003), long)).toBe("word");
  });

  it("finds lines without their break", () => {
    expect(slice(lineAt(text, 0))).toBe("The prison, he said,");
    expect(slice(lineAt(text, 20))).toBe("The prison, he said,");
    expect(slice(lineAt(text, 21))).toBe("is “full”.");
    expect(slice(lineAt(text, text.length))).toBe("José left.");
  });

  it("finds paragraphs", () => {
    expect(slice(paragraphAt(text, 25))).toBe("The prison, he said,\nis “full”.");
    expect(slice(paragraphAt(text, text.length))).toBe("José left.");
    expect(slice(paragraphAt(text, text.indexOf("José")))).toBe("José left.");
    expect(slice(paragraphAt(text, 0))).toBe("The prison, he said,\nis “full”.");
  });

  it("takes a character as no extent", () => {
    expect(unitAt(text, 7, "character")).toEqual({ start: 7, end: 7 });
  });

  it("trims white space, and all of nothing else", () => {
    expect(slice(trimSpan(text, { start: 3, end: 12 }))).toBe("prison,");
    expect(trimSpan(" \n ", { start: 0, end: 3 })).toEqual({ start: 3, end: 3 });
  });
});

describe("steps", () => {
  it("goes by characters as people count them", () => {
    const flags = "a🇨🇷e\u0301b";
    expect(stepCharacter(flags, 1, 1)).toBe(5);
    expect(stepCharacter(flags, 5, 1)).toBe(7);
    expect(stepCharacter(flags, 7, -1)).toBe(5);
    expect(stepCharacter(flags, 0, -1)).toBeNull();
    expect(stepCharacter(flags, flags.length, 1)).toBeNull();
  });

  it("comes back to where it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), (any) => {
        let offset: number | null = 0;
        let forwards = 0;
        while (offset !== null && offset < any.length) {
          offset = stepCharacter(any, offset, 1);
          forwards += 1;
          expect(forwards).toBeLessThanOrEqual(any.length);
        }
        expect(offset).toBe(any.length);
      }),
    );
  });

  it("goes to the end of the next word and the start of the previous one", () => {
    expect(stepWord(text, 0, 1)).toBe(3);
    expect(stepWord(text, 3, 1)).toBe(10);
    expect(stepWord(text, 10, -1)).toBe(4);
    expect(stepWord(text, 4, -1)).toBe(0);
    expect(stepWord(text, 0, -1)).toBeNull();
    expect(stepWord(text, text.length, 1)).toBeNull();
  });

  it("never leaves an offset inside a character", () => {
    expect(snapToCharacter("a😀b", 2)).toBe(1);
    expect(snapToCharacter("a😀b", 3)).toBe(3);
    expect(snapToCharacter("e\u0301x", 1)).toBe(0);
    expect(snapToCharacter("abc", 99)).toBe(3);
  });
});

describe("sentences", () => {
  const page = "4. It was Dr. Doe, No. 7,\nwho signed. Nobody read it.\n\n5. The rest follows.";

  it("run over line ends and abbreviations, with the number of their paragraph", () => {
    const first = "4. It was Dr. Doe, No. 7,\nwho signed.";
    for (const offset of [0, 5, 30]) expect(slice(sentenceAt(page, offset), page)).toBe(first);
    expect(slice(sentenceAt(page, page.indexOf("rest")), page)).toBe("5. The rest follows.");
  });

  it("follow each other in both directions, until the text has no more", () => {
    const seen: string[] = [];
    for (let at = sentenceBeside(page, { start: 0, end: 0 }, 1); at !== null; at = sentenceBeside(page, at, 1)) {
      seen.push(slice(at, page));
    }
    expect(seen).toEqual(["4. It was Dr. Doe, No. 7,\nwho signed.", "Nobody read it.", "5. The rest follows."]);
    const last = sentenceBeside(page, { start: page.length, end: page.length }, -1);
    expect(last === null ? null : slice(last, page)).toBe("5. The rest follows.");
    expect(last === null ? null : slice(sentenceBeside(page, last, -1) ?? last, page)).toBe("Nobody read it.");
    expect(sentenceBeside(page, { start: 0, end: 8 }, -1)).toBeNull();
  });
});
