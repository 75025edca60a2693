import { describe, expect, it } from "vitest";
import { type CitedPlace, parenthetical, recordCitation } from "#shared/text/cite.ts";

const place = (shortName: string, labels: [string | null, string | null], pages: [number, number]): CitedPlace => ({
  shortName,
  firstLabel: labels[0],
  lastLabel: labels[1],
  firstPage: pages[0],
  lastPage: pages[1],
});

describe("recordCitation", () => {
  it.each<[CitedPlace, string]>([
    [place("Compl.", ["5", "5"], [7, 7]), "Compl. at 5"],
    [place("Compl.", ["5", "6"], [7, 8]), "Compl. at 5–6"],
    [place("Compl.", ["iv", "2"], [4, 6]), "Compl. at iv–2"],
    [place("Compl.", ["A-1", "A-3"], [4, 6]), "Compl. at A-1–A-3"],
    [place("Compl.", ["12", "1"], [12, 13]), "Compl. at 12, 1"],
    [place("Compl.", [" 5 ", "5"], [7, 8]), "Compl. at 5"],
    [place("Compl.", [null, null], [5, 5]), "Compl., PDF p. 5"],
    [place("Compl.", [null, null], [5, 6]), "Compl., PDF pp. 5–6"],
    [place("Compl.", ["5", null], [7, 8]), "Compl., PDF pp. 7–8"],
    [place("Compl.", [null, "1"], [7, 8]), "Compl., PDF pp. 7–8"],
    [place("Compl.", ["", " "], [7, 7]), "Compl., PDF p. 7"],
    [place("FOIA Release", ["CV-000341", "CV-000341"], [3, 3]), "FOIA Release, CV-000341"],
    [place("FOIA Release", ["CV-000341", "CV-000342"], [3, 4]), "FOIA Release, CV-000341–CV-000342"],
    [place("Mail", ["DHS-FOIA-000123", "DHS-FOIA-000123"], [1, 1]), "Mail, DHS-FOIA-000123"],
    [place("Mail", ["ABC0001234", "ABC0001234"], [1, 1]), "Mail, ABC0001234"],
    [place("Mail", ["PageID.123", "PageID.123"], [1, 1]), "Mail, PageID.123"],
    [place("Report", ["2025", "2025"], [1, 1]), "Report at 2025"],
    [place("Report", ["B12", "B12"], [1, 1]), "Report at B12"],
  ])("cites %j as %j", (cited, expected) => {
    expect(recordCitation(cited)).toBe(expected);
  });

  it("answers a label that is made to slow it down", () => {
    const label = `A${"-A".repeat(50_000)}!`;
    expect(recordCitation(place("X", [label, label], [1, 1]))).toBe(`X at ${label}`);
  });
});

describe("parenthetical", () => {
  it("puts the period inside, once", () => {
    expect(parenthetical("Compl. at 5")).toBe("(Compl. at 5.)");
    expect(parenthetical("Tr.")).toBe("(Tr.)");
  });
});
