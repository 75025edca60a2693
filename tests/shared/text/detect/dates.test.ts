import { describe, expect, test } from "vitest";
import { slicesOf, valuesOf } from "../../../support/understand-text.ts";

const dates = (text: string) => valuesOf("date", text).map((value) => ("value" in value ? value.value : null));

const SPANISH =
  "La Embajada saluda al Ministerio y comunica que los vuelos de las personas que se mencionan en la nota son para el día ";
const FRENCH =
  "Le Ministère présente ses compliments et fait savoir que les vols dans la note sont pour la journée du ";

describe("dates", () => {
  test.each([
    ["on March 15, 2025, the", ["2025-03-15"]],
    ["March 15, 2025 at 6:47 p.m. he", ["2025-03-15T18:47"]],
    ["at 6:47 p.m. on March 15, 2025", ["2025-03-15T18:47"]],
    ["Sent: Thursday, February 27, 2025 9:12 AM", ["2025-02-27T09:12"]],
    ["12:05 a.m. on March 16, 2025", ["2025-03-16T00:05"]],
    ["15 March 2025", ["2025-03-15"]],
    ["the 15th day of July, 2025", ["2025-07-15"]],
    ["Mar. 15, 2025", ["2025-03-15"]],
    ["March 15 and 16, 2025", ["2025-03-15", "2025-03-16"]],
    ["March 15–17, 2025", ["2025-03-15", "2025-03-17"]],
    ["on 26 February and 4 March 2025", ["2025-02-26", "2025-03-04"]],
    ["between March 18 and April 29,\n2020", ["2020-03-18", "2020-04-29"]],
    ["in July and November 2013", ["2013-07", "2013-11"]],
    ["from May to December 2015", ["2015-05", "2015-12"]],
    ["May–August 2010", ["2010-05", "2010-08"]],
    ["7–9 March 2025", ["2025-03-07", "2025-03-09"]],
    ["in March 2025", ["2025-03"]],
    ["April of 2018", ["2018-04"]],
    ["since 2016 and in 2014, 2015 and 2017", ["2016", "2014", "2015", "2017"]],
    ["at the end of 2011.", ["2011"]],
    ["filed 03/28/25 and 3/2/2020", ["2025-03-28", "2020-03-02"]],
    ["31/12/2024", ["2024-12-31"]],
    ["2025-03-15", ["2025-03-15"]],
    ["2025-03-15T18:47:05Z", ["2025-03-15T18:47:05"]],
    ["15.03.2025", ["2025-03-15"]],
    ["151847Z MAR 25", ["2025-03-15T18:47"]],
    ["21 MAY 82", ["1982-05-21"]],
    ["27-Nov-62", ["1962-11-27"]],
    ["01/02/49 and 01/02/50", ["2049-01-02", "1950-01-02"]],
    [`${SPANISH}15 de marzo de 2025.`, ["2025-03-15"]],
    [`${SPANISH}03/04/2025`, ["2025-04-03"]],
    [`${SPANISH}15 de marzo de 2025, a las 18.47 horas`, ["2025-03-15T18:47"]],
    [`${FRENCH}15 mars 2025 à 18h47`, ["2025-03-15T18:47"]],
    [`${FRENCH}1er février 2025`, ["2025-02-01"]],
  ])("%s", (text, expected) => {
    expect(dates(text)).toEqual(expected);
  });

  test.each([
    "February 30, 2025",
    "February 29, 2025",
    "31 April 2025",
    "13/13/2025",
    "version 1.4.10",
    "telephone 202-514-2000",
    "No. 25-5067",
    "the Act of 1992",
    "(9th Cir. 2001)",
    "March 15",
    "you may 2025 times ask",
    "they may and March will",
    "Note No. 4/2025 and Nota Verbal 11/2025",
    "Ley 1/1977",
    "on 15 May 20 people came",
    "5 U.S.C. § 552",
    "CV-2025-03",
    "$2025.03",
    "Case 1:25-cv-00766-JEB Document 81 Filed 03/28/25 Page 3 of 41",
  ])("%s is no date of its own", (text) => {
    expect(dates(text)).toEqual([]);
  });

  test("February 29 exists in leap years", () => {
    expect(dates("February 29, 2024, and February 29, 2000")).toEqual(["2024-02-29", "2000-02-29"]);
  });

  test("a month alone is no first of the month", () => {
    expect(valuesOf("date", "in March 2025")).toEqual([{ value: "2025-03", precision: "month" }]);
  });

  test("the range ends with the year, or with the time", () => {
    expect(slicesOf("date", "On March 15, 2025, he left. On March 16, 2025 at 6:47 p.m. he came.")).toEqual([
      "March 15, 2025",
      "March 16, 2025 at 6:47 p.m.",
    ]);
  });
});
