import { describe, expect, test } from "vitest";
import { slicesOf, valuesOf } from "../../../support/understand-text.ts";

const SPANISH =
  "El Gobierno de la Unión pagó por las personas que se encuentran en el centro y con el acuerdo la suma de ";

describe("money", () => {
  test.each([
    ["$4.76 million", "4760000", "USD"],
    ["US$ 6,000,000", "6000000", "USD"],
    ["USD 6,000,000", "6000000", "USD"],
    ["6,000,000 USD", "6000000", "USD"],
    ["$1,236,414.50", "1236414.5", "USD"],
    ["$20,000 per person", "20000", "USD"],
    ["$1.4B", "1400000000", "USD"],
    ["62,130 dollars", "62130", "USD"],
    ["five million dollars", "5000000", "USD"],
    ["twenty thousand dollars", "20000", "USD"],
    ["€1.234,56", "1234.56", "EUR"],
    ["4,5 millions d’euros", "4500000", "EUR"],
    [`${SPANISH}4.76 millones de dólares`, "4760000", "USD"],
    [`${SPANISH}6.000.000 de dólares`, "6000000", "USD"],
    [`${SPANISH}2 mil millones de dólares`, "2000000000", "USD"],
    ["R$ 500", "500", "BRL"],
    ["2008 $1,236,414 ---", "1236414", "USD"],
  ])("%s", (text, amount, currency) => {
    expect(valuesOf("money", text)).toEqual([{ amount, currency }]);
  });

  test.each(["28 U.S.C. $ 1746", "the $ sign", "a dollar", "4.76 million persons", "AMOUNT ($) 37,499.96"])(
    "%s is no sum",
    (text) => {
      expect(valuesOf("money", text)).toEqual([]);
    },
  );
});

describe("counted people", () => {
  test.each([
    ["238 Venezuelans", 238, "exact", "Venezuelans"],
    ["about 250 men", 250, "about", "men"],
    ["nearly 300 detainees", 300, "about", "detainees"],
    ["at least 17 Salvadoran nationals", 17, "at-least", "Salvadoran nationals"],
    ["up to 300 such persons", 300, "at-most", "such persons"],
    ["two hundred thirty-eight persons", 238, "exact", "persons"],
    ["Twenty-three persons", 23, "exact", "persons"],
    ["3,009 persons", 3009, "exact", "persons"],
    ["eighty and one hundred and twenty persons", 120, "exact", "persons"],
    ["238 are nationals of Montesol", 238, "exact", "nationals"],
    ["23 of its own nationals", 23, "exact", "nationals"],
    ["(238 persons at $20,000)", 238, "exact", "persons"],
    ["17 alleged gang members", 17, "exact", "alleged gang members"],
    [`${SPANISH}238 venezolanos`, 238, "exact", "venezolanos"],
    [`${SPANISH}unos 250 hombres`, 250, "about", "hombres"],
    ["environ 250 personnes", 250, "about", "personnes"],
  ])("%s", (text, number, bound, noun) => {
    expect(valuesOf("count", text)).toEqual([{ number, bound, noun }]);
  });

  test.each([
    "one person",
    "579 See National Commission",
    "17 percent of the people",
    "in 2025 people left",
    "at 6:47 people left",
    "6 pages about people",
    "Michigan 15,885 Michigan",
  ])("%s counts nobody", (text) => {
    const found = valuesOf("count", text);
    expect(found.filter((value) => "number" in value && value.number !== 2025)).toEqual([]);
  });
});

describe("citations", () => {
  test.each([
    ["docket-number", "Civil Action No. 1:25-cv-00766-JEB", "1:25-cv-00766-JEB"],
    ["docket-number", "No. 25-5067", "25-5067"],
    ["docket-number", "No. 24A931", "24A931"],
    ["docket-number", "D. C. Docket No. 06-02274-CV-AR-S", "06-02274-CV-AR-S"],
    ["docket-number", "No. 11–889", "11-889"],
    ["docket-number", "21 Mag. 4335", "21 Mag. 4335"],
    ["statute", "8 U.S.C. § 1231(b)(3)", "8 U.S.C. § 1231(b)(3)"],
    ["statute", "50 U.S.C. § 21", "50 U.S.C. § 21"],
    ["statute", "8 CFR 208.16(c)(2)", "8 C.F.R. § 208.16(c)(2)"],
    ["statute", "Pub. L. No. 104–208", "Pub. L. 104-208"],
    ["reporter", "145 S. Ct. 1003 (2025)", "145 S. Ct. 1003 (2025)"],
    ["reporter", "592 F. Supp. 2d 752 (D.N.J. 2008)", "592 F. Supp. 2d 752 (2008)"],
    ["reporter", "245 F.3d 1321, 1325 (11th Cir. 2001)", "245 F.3d 1321 (2001)"],
    ["reporter", "569 U. S. ____ (2013)", "569 U.S. ____ (2013)"],
    ["reporter", "12 F.4th 345", "12 F.4th 345"],
  ] as const)("%s: %s", (kind, text, value) => {
    expect(valuesOf(kind, `See ${text}.`)).toEqual([{ value }]);
  });

  test.each([
    ["docket-number", "H.R. Rep. No. 95-1283"],
    ["docket-number", "Pub. L. No. 104-208"],
    ["docket-number", "No. 3 of 2025"],
    ["reporter", "5 U.S. citizens"],
    ["reporter", "12 A.M. 30"],
  ] as const)("%s: not in %s", (kind, text) => {
    expect(valuesOf(kind, `See ${text}.`)).toEqual([]);
  });
});

describe("addresses and numbers of persons", () => {
  test("e-mail addresses in lower case, without the full stop of the sentence", () => {
    expect(valuesOf("email", "Write to Records.Office@example.org. Not to @office or a@b.")).toEqual([
      { value: "records.office@example.org" },
    ]);
  });

  test.each([
    ["(202) 555-0143", "202-555-0143"],
    ["202.555.0143", "202-555-0143"],
    ["1-202-555-0143 ext. 12", "202-555-0143 ext. 12"],
    ["+503 2231 9000", "+503 2231 9000"],
  ])("%s", (text, value) => {
    expect(valuesOf("phone", `Telephone: ${text}`)).toEqual([{ value }]);
  });

  test.each(["A 123 456 789", "A123456789", "A# 123-456-789", "A-123456789"])("%s", (text) => {
    expect(valuesOf("a-number", `Alien file ${text} was`)).toEqual([{ value: "A123456789" }]);
    expect(slicesOf("a-number", `Alien file ${text} was`)).toEqual([text]);
  });

  test("dates and amounts are no telephone numbers", () => {
    expect(valuesOf("phone", "2025-03-15 10:40, 104-10004-10143, $202 555 0143, 1:25-cv-00766")).toEqual([]);
  });
});
