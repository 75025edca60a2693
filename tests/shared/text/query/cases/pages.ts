import type { SearchCase } from "./search-case.ts";

/** Phrases and nearness over page breaks, with stamps, headers and footers between; searches of single pages. */
export const PAGE_CASES: readonly SearchCase[] = [
  {
    about: "a phrase over a page break, with a stamp and a footer between",
    query: '"The Ministry does not require any other particulars"',
    finds: [{ document: "noteVerbale", pages: [1], hits: ["The Ministry does | not require any other particulars"] }],
  },
  {
    about: "a phrase over a page break, in Spanish",
    query: '"devolución de las personas transferidas por error"',
    finds: [{ document: "notaVerbal", pages: [2], hits: ["devolución de las personas | transferidas por error"] }],
  },
  {
    about: "a phrase over the last page break",
    query: '"it will take effect on the date of the reply"',
    finds: [{ document: "noteVerbale", pages: [3], hits: ["it will take effect on the date of | the reply"] }],
  },
  {
    about: "a sentence that goes on after a stamp",
    query: '"remarks made from the bench are not an order"',
    finds: [{ document: "letter", pages: [2], hits: ["remarks made from the | bench are not an order"] }],
  },
  {
    about: "w/n over a page break",
    query: "record w/3 distinguishes",
    finds: [{ document: "letter", pages: [1, 2], hits: ["record", "distinguishes"] }],
  },
  { about: "w/n counts the words over a page break", query: "record w/1 distinguishes", finds: [] },
  {
    about: "one of two phrases over a page break",
    query:
      '"the applicants are to be imprisoned" OR "officers agents and contractors and all persons acting with them"',
    finds: [
      { document: "order", pages: [4], hits: ["officers, agents and contractors, and all | persons acting with them"] },
    ],
  },
  {
    about: "a transcript's sentence over a page break",
    query: '"notes have been exchanged"',
    finds: [{ document: "transcript", pages: [4], hits: ["notes have been | exchanged"] }],
  },
  {
    about: "a word divided over a page break between a header and a stamp",
    query: '"custody of the Ministry of Justice"',
    finds: [{ document: "serie", pages: [1], hits: ["custody of the Minis | try of Justice"] }],
  },
  {
    about: "a divided word over a page break, within a phrase",
    query: '"no person has been asked"',
    finds: [{ document: "serie", pages: [4], hits: ["no per | son has been asked"] }],
  },
  {
    about: "a divided word by its half, on the page where it begins",
    query: '"minis"',
    finds: [
      { document: "replyToWorkingGroup", pages: [2], hits: ["Minis- try"] },
      { document: "serie", pages: [1], hits: ["Minis | try"] },
    ],
  },
  {
    about: "a phrase between pages with running headers",
    query: '"the officer in charge of the register"',
    finds: [{ document: "serie", pages: [2], hits: ["the officer in | charge of the register"] }],
  },
  {
    about: "a phrase of a running header does not run into the text",
    query: '"register of persons the persons named"',
    finds: [],
  },
  {
    about: "a running header is found as a phrase",
    query: '"ministry of government register of persons"',
    finds: [
      {
        document: "serie",
        pages: [1, 2, 3, 4, 5],
        hits: [
          "MINISTRY OF GOVERNMENT · REGISTER OF PERSONS",
          "MINISTRY OF GOVERNMENT · REGISTER OF PERSONS",
          "MINISTRY OF GOVERNMENT · REGISTER OF PERSONS",
          "MINISTRY OF GOVERNMENT · REGISTER OF PERSONS",
          "MINISTRY OF GOVERNMENT · REGISTER OF PERSONS",
        ],
      },
    ],
  },
  {
    about: "a footer does not stand between words",
    query: '"eastern wing begin again"',
    finds: [{ document: "serie", pages: [3], hits: ["eastern | wing begin again"] }],
  },
  {
    about: "both words on one page only",
    query: "page:(custody penitentiary)",
    finds: [
      { document: "noteVerbale", pages: [2], hits: ["custody", "penitentiary"] },
      { document: "letter", pages: [2], hits: ["penitentiary", "custody"] },
    ],
  },
  {
    about: "both words in the document, on different pages",
    query: '"note verbale" AND pronoun',
    finds: [
      {
        document: "motion",
        pages: [4, 16, 18],
        hits: ["pronoun", "Note Verbale", "Note Verbale", "Note Verbale", "Note Verbale"],
      },
      { document: "noteVerbale", pages: [1, 2], hits: ["NOTE VERBALE", "pronoun"] },
      { document: "release", pages: [2, 13, 14], hits: ["Note Verbale", "pronoun", "pronoun", "pronoun", "pronoun"] },
    ],
  },
  {
    about: "words on two pages of a document are on no page together",
    query: 'page:(pronoun "note verbale")',
    finds: [{ document: "motion", pages: [4], hits: ["pronoun", "Note Verbale"] }],
  },
  {
    about: "NOT on a page",
    query: 'page:("annex B" NOT Ministry)',
    finds: [
      { document: "motion", pages: [5, 13], hits: ["Annex B", "Annex B", "Annex B"] },
      { document: "release", pages: [2, 57], hits: ["Annex B", "Annex B"] },
    ],
  },
  {
    about: "NOT over the document",
    query: 'annex NOT "note verbale"',
    finds: [{ document: "complaint", pages: [20, 28], hits: ["annexes", "annexes"] }],
  },
];
