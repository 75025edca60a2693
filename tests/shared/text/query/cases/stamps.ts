import type { SearchCase } from "./search-case.ts";

/** Stamps, production numbers, exemptions, amounts and languages. */
export const STAMP_CASES: readonly SearchCase[] = [
  {
    about: "the number of a stamp",
    query: '"Document 81-4"',
    finds: [
      { document: "replyToWorkingGroup", pages: [1, 2, 3], hits: ["Document 81-4", "Document 81-4", "Document 81-4"] },
    ],
  },
  { about: "a PageID", query: "PageID.413", finds: [{ document: "serie", pages: [3], hits: ["PageID.413"] }] },
  {
    about: "a Bates number as words",
    query: "CV-000119",
    finds: [
      { document: "motion", pages: [4], hits: ["CV-000119"] },
      { document: "noteVerbale", pages: [2], hits: ["CV-000119"] },
    ],
  },
  {
    about: "a Bates number as a field",
    query: "bates:CV-000119",
    finds: [{ document: "noteVerbale", pages: [2], hits: ["CV-000119"] }],
  },
  {
    about: "a range of Bates numbers together with a word",
    query: "page:(bates:CV-000118..CV-000121 reply)",
    finds: [
      {
        document: "noteVerbale",
        pages: [2, 3, 4],
        hits: ["reply", "CV-000119", "reply", "CV-000120", "reply", "CV-000121"],
      },
    ],
  },
  {
    about: "a case number mentioned, with what comes after",
    query: '"Case No. 1:25-cv-00001-ABC"',
    finds: [
      { document: "complaint", pages: [1], hits: ["Case No. 1:25-cv-00001-ABC"] },
      { document: "order", pages: [1], hits: ["Case No. 1:25-cv-00001-ABC"] },
      { document: "declaration", pages: [1], hits: ["Case No. 1:25-cv-00001-ABC"] },
      { document: "motion", pages: [1], hits: ["Case No. 1:25-cv-00001-ABC"] },
    ],
  },
  {
    about: "an exemption with a word on the page",
    query: "page:(exemption:b4 standby)",
    finds: [{ document: "release", pages: [8], hits: ["standby", "Standby", "(b)(4)"] }],
  },
  {
    about: "an exemption of an order on secrecy, without the cover letter",
    query: 'page:(exemption:1.4(d) NOT "first release")',
    finds: [
      {
        document: "release",
        pages: [3, 4, 10, 12, 18, 21, 22, 58, 59],
        hits: [
          "§1.4(d)",
          "§1.4(d)",
          "§1.4(d)",
          "§1.4(d)",
          "§1.4(d)",
          "§1.4(d)",
          "§1.4(d)",
          "§1.4(d)",
          "§1.4(d)",
          "§1.4(d)",
          "§1.4(d)",
          "§1.4(d)",
          "§1.4(d)",
          "§1.4(d)",
          "§1.4(d)",
          "§1.4(d)",
          "§1.4(d)",
          "§1.4(d)",
          "§1.4(d)",
        ],
      },
    ],
  },
  {
    about: "an exemption written in a text",
    query: '"(b)(7)(C)"',
    finds: [{ document: "tableau", pages: [1], hits: ["b)(7)(C"] }],
  },
  {
    about: "an amount of money, however it is written",
    query: "page:(amount:4760000USD penitentiary)",
    finds: [{ document: "letter", pages: [2], hits: ["$4.76 million", "penitentiary"] }],
  },
  {
    about: "a range of amounts",
    query: "amount:12000..13000",
    finds: [{ document: "tableau", pages: [1], hits: ["12,500 dollars"] }],
  },
  {
    about: "pages in French",
    query: "language:fra libéré",
    finds: [{ document: "noteFrancaise", pages: [1], hits: ["libéré"] }],
  },
  {
    about: "pages in Spanish, a word that both languages have",
    query: "page:(language:spa nota) AND ubicación",
    finds: [
      {
        document: "notaVerbal",
        pages: [1, 2, 3],
        hits: ["NOTA", "Nota", "Nota", "Nota", "ubicación", "Nota", "ubicación", "nota", "nota", "notas", "Nota"],
      },
    ],
  },
];
