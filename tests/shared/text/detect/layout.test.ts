import { describe, expect, test } from "vitest";
import type { TextRun } from "#shared/model/geometry.ts";
import { valuesOf } from "../../../support/understand-text.ts";

/** A line of text at a place on a US Letter page: points from the left and from the bottom. */
interface Placed {
  readonly words: string;
  readonly left: number;
  readonly low: number;
}

/** The text of placed lines, one after the other, and its runs. */
function place(lines: readonly Placed[]): { readonly text: string; readonly runs: readonly TextRun[] } {
  const runs: TextRun[] = [];
  let text = "";
  for (const { words, left, low } of lines) {
    if (text !== "") text += "\n";
    const start = text.length;
    text += words;
    const edges = Array.from({ length: words.length + 1 }, (_, index) => left + index * 5);
    runs.push({ start, end: text.length, direction: "right", low, high: low + 10, edges });
  }
  return { text, runs };
}

const body = { words: "The Ministry confirms the readiness of its Government to receive them.", left: 72, low: 400 };

describe("Bates numbers", () => {
  const found = (words: string, low: number) => {
    const { text, runs } = place([body, { words, left: 450, low }]);
    return valuesOf("bates", text, runs);
  };

  test("prefix and padded digits in the margin", () => {
    expect(found("DHS-FOIA-000123", 20)).toEqual([{ prefix: "DHS-FOIA-", digits: "000123", number: 123 }]);
    expect(found("MSFT 00004567", 770)).toEqual([{ prefix: "MSFT ", digits: "00004567", number: 4567 }]);
  });

  test("the same words in the body are a mention", () => {
    expect(found("DHS-FOIA-000123", 380)).toEqual([]);
  });

  test.each([
    "COVID-19",
    "Washington, NJ 07927",
    "Salem, OR 97310-0722",
    "HW 50955",
    "No. 000123",
    "PAGE 000012",
    "18 U.S.C. 001505",
  ])("%s is none", (words) => {
    expect(found(words, 20)).toEqual([]);
  });

  test("on a page that is turned, the margin turns with it", () => {
    const words = "CV-000203";
    const edges = Array.from({ length: words.length + 1 }, (_, index) => 60 + index * 5);
    const runs: TextRun[] = [{ start: 0, end: words.length, direction: "up", low: 590, high: 600, edges }];
    expect(valuesOf("bates", words, runs)).toHaveLength(1);
  });
});

describe("printed page numbers", () => {
  const label = (words: string, low: number) => {
    const { text, runs } = place([body, { words, left: 300, low }]);
    return valuesOf("printed-page", text, runs);
  };

  test.each([
    ["3", "3"],
    ["- 3 -", "3"],
    ["Page 3", "3"],
    ["Página 15", "15"],
    ["3 of 9", "3"],
    ["iv", "iv"],
    ["MOTION FOR CLASS CERTIFICATION 3", "3"],
  ])("%s", (words, expected) => {
    expect(label(words, 30)).toEqual([{ label: expected }]);
  });

  test("not in the middle of the page, nor in words", () => {
    expect(label("3", 300)).toEqual([]);
    expect(label("February 27", 30)).toEqual([]);
    expect(label("Exhibit 3", 30)).toEqual([]);
  });

  test("a stamp is not the page's own number", () => {
    const stamp = "Case 1:25-cv-00766-JEB Document 81 Filed 03/28/25 Page 3 of 41";
    const { text, runs } = place([{ words: stamp, left: 72, low: 770 }, body]);
    expect(valuesOf("printed-page", text, runs)).toEqual([]);
  });
});

describe("lines of a transcript", () => {
  const numbered = (last: number) =>
    Array.from({ length: last }, (_, index) => ({
      words: `${index + 1} THE COURT: line ${"abcdefghij"[index % 10]}`,
      left: 50,
      low: 700 - index * 24,
    }));

  test("25 numbered lines with their page", () => {
    const { text, runs } = place([{ words: "12", left: 540, low: 760 }, ...numbered(25)]);
    const found = valuesOf("transcript-line", text, runs);
    expect(found).toHaveLength(25);
    expect(found[3]).toEqual({ transcriptPage: 12, line: 4 });
  });

  test("a column of numbers apart from its lines", () => {
    const lines = Array.from({ length: 25 }, (_, index) => ({
      words: `So said witness ${"abcdefghij"[index % 10]} there`,
      left: 100,
      low: 700 - index * 24,
    }));
    const numbers = lines.map(({ low }, index) => ({ words: String(index + 1), left: 50, low }));
    const { text, runs } = place([...lines, ...numbers]);
    const found = valuesOf("transcript-line", text, runs);
    expect(found).toHaveLength(25);
    expect(found[24]).toEqual({ transcriptPage: null, line: 25 });
  });

  test("pleading paper with 28 lines, and short lists, are none", () => {
    const pleading = place(numbered(28));
    expect(valuesOf("transcript-line", pleading.text, pleading.runs)).toEqual([]);
    const list = place(numbered(9));
    expect(valuesOf("transcript-line", list.text, list.runs)).toEqual([]);
  });

  test("the number of a line is no count", () => {
    const lines = numbered(25).map((line, index) =>
      index === 20 ? { ...line, words: "21 members of the audience" } : line,
    );
    const { text, runs } = place(lines);
    expect(valuesOf("count", text, runs)).toEqual([]);
  });
});

describe("diplomatic notes", () => {
  test("a note verbale in English", () => {
    const text =
      "REPUBLIC OF COSTAVERDE\nMINISTRY OF FOREIGN AFFAIRS\n\nNo. 44/2025\n\nNOTE VERBALE\n\nThe Ministry of Foreign Affairs of the Republic of\nCostaverde presents its compliments to the Embassy of the\nFederal Union of Valmere and has the honor to refer.\n\nPuerto Claro, 13 March 2025";
    expect(valuesOf("diplomatic-note", text)).toEqual([
      {
        form: "note-verbale",
        number: "44/2025",
        sender: "Ministry of Foreign Affairs of the Republic of Costaverde",
        addressee: "Embassy of the Federal Union of Valmere",
        place: "Puerto Claro",
        date: "2025-03-13",
      },
    ]);
  });

  test("a nota verbal in Spanish", () => {
    const text =
      "Nota Verbal DGAJ/115/2025\n\nLa Embajada de la Unión Federal de Valmere saluda muy\natentamente al Ministerio de Relaciones Exteriores y tiene el honor de acusar recibo.";
    expect(valuesOf("diplomatic-note", text)).toMatchObject([
      {
        number: "DGAJ/115/2025",
        sender: "Embajada de la Unión Federal de Valmere",
        addressee: "Ministerio de Relaciones Exteriores",
      },
    ]);
  });

  test("une note en français", () => {
    const text =
      "N° 12/AF\n\nL’Ambassade de Valmere présente ses compliments au Ministère des Affaires étrangères et a l’honneur de lui faire part.";
    expect(valuesOf("diplomatic-note", text)).toMatchObject([
      { number: "12/AF", sender: "Ambassade de Valmere", addressee: "Ministère des Affaires étrangères" },
    ]);
  });

  test("a first-person note", () => {
    const text =
      "No. 115\n\nExcellency:\n\nI have the honor to refer to our talks.\n\nAccept, Excellency, the renewed assurances of my highest consideration.";
    expect(valuesOf("diplomatic-note", text)).toMatchObject([{ form: "first-person", number: "115" }]);
  });

  test.each([
    [
      "His Federal Majesty’s Ambassador presents his compliments to the Acting Secretary of State and, acting upon instructions, writes.",
      "His Federal Majesty’s Ambassador",
      "Acting Secretary of State",
    ],
    [
      "The Consul of Valmere presents his compliments to His Excellency, the High Commissioner, and desires to call.",
      "Consul of Valmere",
      "High Commissioner",
    ],
    [
      "The Legation presents its compliments to the Ministry of Foreign Affairs and Worship and encloses a copy.",
      "Legation",
      "Ministry of Foreign Affairs and Worship",
    ],
  ])("%s", (text, sender, addressee) => {
    expect(valuesOf("diplomatic-note", text)).toMatchObject([{ sender, addressee, number: null }]);
  });

  test("compliments in a letter are no note", () => {
    expect(
      valuesOf("diplomatic-note", "Please give my compliments to the cook. I have the honor to be invited."),
    ).toEqual([]);
  });
});
