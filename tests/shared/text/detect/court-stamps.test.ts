import { describe, expect, test } from "vitest";
import { maskStamps } from "#shared/text/mask-stamps.ts";
import { slicesOf, understandText, valuesOf } from "../../../support/understand-text.ts";

const ecf = (
  caseNumber: string,
  document: string,
  attachment: string | null,
  filed: string | null,
  page: number | null,
  pages: number | null,
) => ({ caseNumber, document, attachment, filed, page, pages });

describe("stamps of district courts", () => {
  test.each([
    [
      "Case 1:25-cv-00766-JEB   Document 81   Filed 03/28/25   Page 3 of 41",
      ecf("1:25-cv-00766-JEB", "81", null, "2025-03-28", 3, 41),
    ],
    [
      "Case 1:25-cv-00766-JEB Document 81-2 Filed 03/28/25 Page 3 of 41",
      ecf("1:25-cv-00766-JEB", "81", "2", "2025-03-28", 3, 41),
    ],
    [
      "Case: 4:20-cv-00821 Doc. #: 1 Filed: 06/23/20 Page: 1 of 9 PageID #: 1",
      ecf("4:20-cv-00821", "1", null, "2020-06-23", 1, 9),
    ],
    [
      "Case: 1:17-md-02804-DAP Doc #: 1234 Filed: 01/02/19 1 of 9. PageID #: 123",
      ecf("1:17-md-02804-DAP", "1234", null, "2019-01-02", 1, 9),
    ],
    [
      "Case 1:20-cv-00001-PLM ECF No. 1, PageID.17 Filed 01/02/20 Page 1 of 9",
      ecf("1:20-cv-00001-PLM", "1", null, "2020-01-02", 1, 9),
    ],
    [
      "3:20-cv-01552-JMC Date Filed 04/28/20 Entry Number 5 Page 1 of 9",
      ecf("3:20-cv-01552-JMC", "5", null, "2020-04-28", 1, 9),
    ],
    [
      "2:20-cv-10000-ABC-XYZ Doc # 1 Filed 01/02/20 Pg 1 of 23 Pg ID 7",
      ecf("2:20-cv-10000-ABC-XYZ", "1", null, "2020-01-02", 1, 23),
    ],
    [
      "Case 1:21-cv-01061-KLM Document 1 Filed 04/16/21 USDC Colorado Page 7 of 16",
      ecf("1:21-cv-01061-KLM", "1", null, "2021-04-16", 7, 16),
    ],
    [
      "Case 2:16-cv-03714-GW-AGR Document 2114 Filed 01/29/20 Page 1 of 4 Page ID\n#:137842",
      ecf("2:16-cv-03714-GW-AGR", "2114", null, "2020-01-29", 1, 4),
    ],
    [
      "Case 1:25-cv-00766-JEB Document 81\nFiled 03/28/25 Page 3\nof 41",
      ecf("1:25-cv-00766-JEB", "81", null, "2025-03-28", 3, 41),
    ],
    [
      "Case 1 :25- cv -00766 -JEB Document 81 Filed 03/28/25 Page 3 of 41",
      ecf("1:25-cv-00766-JEB", "81", null, "2025-03-28", 3, 41),
    ],
    ["Case 4:21-cv-01234 Document 5 Filed on 13/45/21 in TXSD Page 2 of 3", null],
    [
      "Case 20-12345-abc Doc 34 Filed 01/02/20 Entered 01/02/20 12:33:44 Desc Main Document Page 1 of 3",
      ecf("20-12345-abc", "34", null, "2020-01-02", 1, 3),
    ],
  ])("%s", (stamp, expected) => {
    expect(valuesOf("ecf-stamp", `The order.\n\n${stamp}`)).toEqual(expected === null ? [] : [expected]);
  });

  test("two stamps on one page are two", () => {
    const text =
      "Case 4:08-cv-02214-SBA Document 26 Filed 01/29/2009 Page 1 of 2\n\nCase 4:08-cv-02214-SBA Document 27 Filed 02/03/09 Page 1 of 2";
    expect(slicesOf("ecf-stamp", text)).toEqual(text.split("\n\n"));
  });

  test("a citation of a case is no stamp", () => {
    expect(valuesOf("ecf-stamp", "See Doe v. Roe, Case No. 1:25-cv-00766-JEB (D.D.C. Mar. 28, 2025).")).toEqual([]);
    expect(valuesOf("ecf-stamp", "In Case 1:25-cv-00766 the document was filed late.")).toEqual([]);
  });

  test.each([
    ["PageID.123", 123],
    ["PageID #: 45", 45],
    ["Page ID #:12", 12],
    ["Pg ID 77", 77],
  ])("%s", (stamp, number) => {
    expect(valuesOf("page-id", `Words of a page.\n\n${stamp}`)).toEqual([{ number }]);
  });
});

describe("stamps of courts of appeals", () => {
  const appellate = (
    court: string,
    caseNumber: string,
    document: string | null,
    filed: string | null,
    page: number | null,
    pages: number | null,
  ) => ({ court, caseNumber, document, filed, page, pages });

  test.each([
    [
      "USCA Case #25-5067   Document #2108534   Filed: 03/31/2025   Page 2 of 93",
      appellate("USCA Case", "25-5067", "2108534", "2025-03-31", 2, 93),
    ],
    [
      "Case: 19-1234 Document: 00516242060 Page: 1 Date Filed: 03/16/2022",
      appellate("Case", "19-1234", "00516242060", "2022-03-16", 1, null),
    ],
    [
      "Case: 20-1507 Document: 00117684624 Page: 6 Date Filed: 12/22/2020 Entry ID: 6390389",
      appellate("Case", "20-1507", "00117684624", "2020-12-22", 6, null),
    ],
    ["Case: 17-2400 Document: 3 Filed: 07/13/2017 Pages: 1", appellate("Case", "17-2400", "3", "2017-07-13", null, 1)],
    [
      "Case: 17-3994 Document: 1-3 Filed: 09/20/2017 Page: 1",
      appellate("Case", "17-3994", "1-3", "2017-09-20", 1, null),
    ],
    ["Case: 23-1, 01/02/2024, DktEntry: 5.1, Page 1 of 9", appellate("Case", "23-1", "5.1", "2024-01-02", 1, 9)],
    [
      "Case: 23-15234, 01/02/2024, ID: 12843021, DktEntry: 5, Page 1 of 9",
      appellate("Case", "23-15234", "5", "2024-01-02", 1, 9),
    ],
    [
      "USCA4 Appeal: 20-1234 Doc: 5 Filed: 01/02/2020 Pg: 1 of 9",
      appellate("USCA4 Appeal", "20-1234", "5", "2020-01-02", 1, 9),
    ],
    [
      "Appellate Case: 20-1234 Document: 010110 Date Filed: 01/02/2020 Page: 1",
      appellate("Appellate Case", "20-1234", "010110", "2020-01-02", 1, null),
    ],
    ["Case 23-123, Document 5, 01/02/2024, 3512345, Page1 of 9", appellate("Case", "23-123", "5", "2024-01-02", 1, 9)],
  ])("%s", (stamp, expected) => {
    const text = `The judgment.\n\n${stamp}`;
    expect(valuesOf("appellate-stamp", text)).toEqual([expected]);
    expect(slicesOf("appellate-stamp", text)).toEqual([stamp]);
  });

  test("a case number in a sentence is no stamp", () => {
    expect(valuesOf("appellate-stamp", "The appeal in Case 23-123 was filed in time.")).toEqual([]);
  });
});

describe("masking", () => {
  test("stamps become spaces; length and line breaks stay", () => {
    const text = "Before.\n\nCase 1:25-cv-00766-JEB Document 81\nFiled 03/28/25 Page 3 of 41\n\nAfter.";
    const masked = maskStamps(text, understandText(text).detections);
    expect(masked).toHaveLength(text.length);
    expect(masked.replaceAll(" ", "")).toBe("Before.\n\n\n\n\nAfter.");
  });

  test("a text without stamps is left as it is", () => {
    expect(maskStamps("On March 15, 2025.", understandText("On March 15, 2025.").detections)).toBe(
      "On March 15, 2025.",
    );
  });
});
