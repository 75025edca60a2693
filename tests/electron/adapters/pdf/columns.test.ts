import { describe, expect, test } from "vitest";
import { makeColumnPage, makeRowPage } from "#fixtures/columns.ts";
import { boxOf, openReader, type ReadPage, readOnlyPage } from "./reading-kit.ts";

const reader = openReader();

const FLIGHT =
  "The aircraft left the northern field shortly before midnight with forty-one persons aboard. The manifest that the " +
  "carrier kept names only nineteen of them, and the remaining entries were written by hand after the doors had been " +
  "closed. A clerk of the department later said that she had been told to leave the lines blank until the ministry " +
  "had confirmed the list. No such confirmation is among the papers that were released, and the agency does not say " +
  "whether one was ever received by the embassy or by anyone who acted on its behalf during that week in the spring.";
const HEARING =
  "Counsel asked whether the custody records had been searched before the order was entered, and the witness answered " +
  "that a search had been made of the electronic system but not of the paper logs. The paper logs are kept at the " +
  "harbour office and are sent to the archive once a year. The court observed that the government had been given " +
  "three weeks to produce them, that it had asked for more time, and that it had then produced a summary instead. It " +
  "directed that the logs themselves be lodged with the clerk before the end of the month, without any alteration.";
const PAYMENT =
  "The payment was made in two parts. The first was sent on the day before the flight and the second after a receipt " +
  "had come back from the treasury of the other state. An official who approved both transfers wrote in a note that " +
  "the sum covered lodging and meals for one year, renewable, and that it should not be described as a fee for each " +
  "person. The note was marked as a draft, and the final version that the department published leaves that sentence " +
  "out. It is quoted here from the copy that the inspector found in the folder of the office that handled the matter.";

/** The lines of a page without the footer of the fixtures. */
function readLines(page: ReadPage): readonly string[] {
  return page.text.split(/\n+/u).filter((line) => !line.includes("SPECIMEN"));
}

/** The text as a search reads it: without line breaks. */
function flow(page: ReadPage): string {
  return readLines(page).join(" ");
}

describe("a page in columns that is painted row by row", () => {
  test.each([
    ["two columns", { sections: [{ columns: [FLIGHT, HEARING] }] }],
    ["three columns", { sections: [{ columns: [FLIGHT, HEARING, PAYMENT] }] }],
    ["two columns, the left one longer", { sections: [{ columns: [`${FLIGHT} ${PAYMENT}`, HEARING] }] }],
    ["two columns, the right one longer", { sections: [{ columns: [FLIGHT, `${HEARING} ${PAYMENT}`] }] }],
    ["columns that do not share their baselines", { sections: [{ columns: [FLIGHT, HEARING] }], drop: 5 }],
    ["a page that is turned", { sections: [{ columns: [FLIGHT, HEARING] }], turn: "turned" }],
  ] as const)("%s: is read column by column", async (_, layout) => {
    const { bytes, lines } = await makeColumnPage({ ...layout, painted: "rows" });
    const page = await readOnlyPage(reader, bytes);
    expect(readLines(page)).toEqual(lines);
    expect(flow(page)).toContain("kept names only nineteen of them, and the remaining entries were written by hand");
    expect(flow(page)).toContain("a search had been made of the electronic system but not of the paper logs");
  });

  test("a heading across parts what is above it from what is below", async () => {
    const sections = [
      { heading: "Transfers and what is known of them", columns: [FLIGHT, HEARING] },
      { heading: "What was paid for them, and by whom", columns: [PAYMENT, FLIGHT] },
    ];
    const { bytes, lines } = await makeColumnPage({ sections, painted: "rows" });
    expect(readLines(await readOnlyPage(reader, bytes))).toEqual(lines);
  });

  test("a few rows under a heading follow the columns that the page has shown", async () => {
    const columns = [
      "The list was lodged in the spring and was sealed until the summer, when it was read out in open court.",
      "The seal was lifted on the motion of a newspaper, and nobody has asked that it be put back since then.",
    ];
    const sections = [{ columns: [FLIGHT, HEARING] }, { heading: "What became of the list in the end", columns }];
    const { bytes, lines } = await makeColumnPage({ sections, painted: "rows" });
    expect(readLines(await readOnlyPage(reader, bytes))).toEqual(lines);
  });

  test("texts in two languages are read one after the other", async () => {
    const spanish =
      "El avión salió del aeródromo del norte poco antes de la medianoche con cuarenta y una personas a bordo. La lista " +
      "que conserva el transportista nombra solamente a diecinueve de ellas, y las demás entradas fueron escritas a mano " +
      "después de que se cerraran las puertas. Una empleada del departamento dijo más tarde que se le había ordenado " +
      "dejar las líneas en blanco hasta que el ministerio confirmara la lista. Tal confirmación no figura entre los " +
      "papeles que fueron entregados, y la agencia no dice si alguna vez fue recibida por la embajada.";
    const { bytes, lines } = await makeColumnPage({ sections: [{ columns: [FLIGHT, spanish] }], painted: "rows" });
    expect(readLines(await readOnlyPage(reader, bytes))).toEqual(lines);
  });

  test("a short heading at the left edge, set off, stays between what it parts", async () => {
    const sections = [
      { columns: [FLIGHT, HEARING] },
      { heading: "II. Payment", isFlushLeft: true, columns: [PAYMENT, HEARING] },
    ];
    const { bytes, lines } = await makeColumnPage({ sections, painted: "rows" });
    expect(readLines(await readOnlyPage(reader, bytes))).toEqual(lines);
  });

  test("the boxes stay where the words are, and no run reaches over the gutter", async () => {
    const sections = [{ columns: [FLIGHT, HEARING] }];
    const byRows = await readOnlyPage(reader, (await makeColumnPage({ sections, painted: "rows" })).bytes);
    const byColumns = await readOnlyPage(reader, (await makeColumnPage({ sections, painted: "columns" })).bytes);
    expect(byRows.text).toBe(byColumns.text);
    for (const word of ["midnight", "embassy", "Counsel", "harbour", "alteration"]) {
      boxOf(byRows, word).forEach((edge, index) => {
        expect(edge).toBeCloseTo(boxOf(byColumns, word)[index] ?? Number.NaN, 0);
      });
    }
    const middle = 306;
    const crossing = byRows.runs.filter((run) => (run.edges[0] ?? 0) < middle && (run.edges.at(-1) ?? 0) > middle);
    expect(crossing.filter((run) => !byRows.text.slice(run.start, run.end).includes("SPECIMEN"))).toEqual([]);
  });
});

describe("what is left in the order of painting", () => {
  const sentences = FLIGHT.match(/\S.{30,56}(?= )/gu) ?? [];

  test("columns that are painted one by one", async () => {
    const { bytes, lines } = await makeColumnPage({ sections: [{ columns: [FLIGHT, HEARING] }], painted: "columns" });
    expect(readLines(await readOnlyPage(reader, bytes))).toEqual(lines);
  });

  test("a table of short cells", async () => {
    const names = ["A. Marrow", "B. Quillon", "C. Tolliver", "D. Esk", "E. Harrow", "F. Lund", "G. Ost", "H. Pell"];
    const rows = names.map((name, row) => [
      name,
      `0${row + 1}/04/2025`,
      `held at post ${row + 1}`,
      `${row * 120} days`,
    ]);
    const { bytes, lines } = await makeRowPage([72, 190, 300, 430], rows);
    expect(readLines(await readOnlyPage(reader, bytes))).toEqual(lines);
  });

  test("a table with a column of sentences next to one of cells", async () => {
    const rows = sentences.map((text, row) => [row % 2 === 0 ? "Ministry of Transfers" : "Harbour Office", text]);
    const { bytes, lines } = await makeRowPage([72, 230], rows);
    expect(rows.length).toBeGreaterThanOrEqual(8);
    expect(readLines(await readOnlyPage(reader, bytes))).toEqual(lines);
  });

  test("a transcript with numbered lines", async () => {
    const rows = sentences.map((text, row) => [String(row + 1), row % 3 === 0 ? "Q." : "", text]);
    const { bytes, lines } = await makeRowPage([72, 110, 140], rows, 24);
    expect(readLines(await readOnlyPage(reader, bytes))).toEqual(lines);
  });

  test("pleading paper, whose numbers stand at the left", async () => {
    const words = `${FLIGHT} ${HEARING}`.match(/.{40,64}(?= )/gu) ?? [];
    const rows = Array.from({ length: 28 }, (_, row) => [String(row + 1), words[row % words.length]?.trim() ?? ""]);
    const { bytes, lines } = await makeRowPage([60, 108], rows, 24);
    expect(readLines(await readOnlyPage(reader, bytes))).toEqual(lines);
  });

  test("a form with entries side by side", async () => {
    const rows = [
      ["Name of the person:", "Quillon, B.", "Date of birth:", "4 May 1991"],
      ["Place of birth:", "Port Esk", "Nationality:", "Not stated"],
      ["Custody since:", "2 March 2025", "Held at:", "Harbour Office"],
      ["File number:", "A-000-000-001", "Officer:", "M. Tolliver"],
      ["Language spoken:", "Spanish", "Interpreter needed:", "Yes"],
      ["Address abroad:", "None given", "Telephone:", "None given"],
      ["Counsel:", "Harbor Legal Aid", "Form served:", "9 March 2025"],
      ["Fear expressed:", "Yes", "Referred to:", "Asylum office"],
    ];
    const { bytes, lines } = await makeRowPage([72, 180, 320, 430], rows);
    expect(readLines(await readOnlyPage(reader, bytes))).toEqual(lines);
  });

  test("contents with page numbers at the right", async () => {
    const rows = sentences.map((text, row) => [`${text} . . . . . . .`, String(row * 3 + 1)]);
    const { bytes, lines } = await makeRowPage([72, 520], rows);
    expect(readLines(await readOnlyPage(reader, bytes))).toEqual(lines);
  });

  test("signatures side by side", async () => {
    const rows = [
      ["Respectfully submitted,", "Agreed and consented to,"],
      ["/s/ A. Marrow", "/s/ M. Tolliver"],
      ["Ada Marrow", "Maren Tolliver"],
      ["Harbor Legal Aid Collective", "Department of Transfers"],
      ["1 Quay Street", "200 Ministry Square"],
      ["Port Esk", "Capital City"],
      ["Counsel for the Plaintiffs", "Counsel for the Defendants"],
      ["Dated: 4 April 2025", "Dated: 5 April 2025"],
    ];
    const { bytes, lines } = await makeRowPage([72, 320], rows);
    expect(readLines(await readOnlyPage(reader, bytes))).toEqual(lines);
  });
});
