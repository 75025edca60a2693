import type { SearchCase } from "./search-case.ts";

/** Phrases and words over line ends, hyphens, columns and the numbered lines of a transcript. */
export const LINE_CASES: readonly SearchCase[] = [
  {
    about: "a phrase over a line break",
    query: '"transfer of persons, and to propose"',
    finds: [{ document: "noteVerbale", pages: [1], hits: ["transfer of persons, and to propose"] }],
  },
  {
    about: "a phrase over a line end inside of a paragraph",
    query: '"turn the third one around"',
    finds: [
      { document: "motion", pages: [6], hits: ["Turn the third one around"] },
      { document: "release", pages: [40], hits: ["Turn the third one around"] },
    ],
  },
  {
    about: "a word divided at a line end, in a phrase",
    query: '"received at the detention center designated"',
    finds: [
      { document: "motion", pages: [4], hits: ["received at the detention center designated"] },
      { document: "noteVerbale", pages: [2], hits: ["received at the deten- tion center designated"] },
    ],
  },
  {
    about: "a divided word by itself",
    query: '"communicated separately"',
    finds: [{ document: "noteVerbale", pages: [2], hits: ["communi- cated separately"] }],
  },
  {
    about: "a divided word, and where it is whole",
    query: "communicated",
    finds: [
      { document: "complaint", pages: [26], hits: ["communicated"] },
      { document: "noteVerbale", pages: [1, 2], hits: ["communicated", "communi- cated"] },
      { document: "replyToWorkingGroup", pages: [3], hits: ["communicated"] },
    ],
  },
  {
    about: "the first half of a divided word",
    query: "deten w/3 center",
    finds: [{ document: "noteVerbale", pages: [2], hits: ["deten- tion", "center"] }],
  },
  {
    about: "the second half of a divided word",
    query: '"tion center"',
    finds: [{ document: "noteVerbale", pages: [2], hits: ["deten- tion center"] }],
  },
  {
    about: "a word divided at a line end, in Spanish",
    query: '"distinguida consideración"',
    finds: [{ document: "notaVerbal", pages: [4], hits: ["distinguida consi- deración"] }],
  },
  {
    about: "a compound that broke at its own hyphen, written whole",
    query: "reexamination",
    finds: [{ document: "tableau", pages: [1], hits: ["re- examination"] }],
  },
  {
    about: "a compound that broke at its own hyphen, in its parts",
    query: '"well known"',
    finds: [{ document: "tableau", pages: [1], hits: ["well-known"] }],
  },
  {
    about: "a compound that broke, in one word",
    query: "wellknown",
    finds: [{ document: "tableau", pages: [1], hits: ["well- known"] }],
  },
  {
    about: "punctuation does not count in a phrase",
    query: '"Aldana Reyes was moved"',
    finds: [{ document: "tableau", pages: [1], hits: ["Aldana-Reyes was moved"] }],
  },
  {
    about: "a hyphen in a search is a phrase",
    query: "Aldana-Reyes",
    finds: [{ document: "tableau", pages: [1], hits: ["Aldana-Reyes"] }],
  },
  {
    about: "a name with an apostrophe, straight or curly",
    query: "O'Brien",
    finds: [{ document: "names", pages: [1], hits: ["O’Brien", "O'Brien"] }],
  },
  {
    about: "a phrase over curly quotation marks",
    query: '"it in the preceding paragraph"',
    finds: [{ document: "noteVerbale", pages: [2], hits: ["it” in the preceding paragraph"] }],
  },
  {
    about: "a phrase over numbered lines of a transcript",
    query: '"Does the Department plan to remove anyone"',
    finds: [{ document: "transcript", pages: [3], hits: ["Does the Department plan to remove anyone"] }],
  },
  {
    about: "a phrase over numbered lines of a transcript, near its end",
    query: '"asked that four named persons not be moved"',
    finds: [{ document: "transcript", pages: [4], hits: ["asked that four named persons not 13 be moved"] }],
  },
  {
    about: "w/n over numbered lines of a transcript",
    query: "buses w/8 Lantern",
    finds: [
      { document: "complaint", pages: [10], hits: ["buses", "Lantern"] },
      { document: "transcript", pages: [4], hits: ["Buses", "Lantern"] },
    ],
  },
  { about: "a line of one column does not run into the other", query: '"Counsel asked 1 Buses"', finds: [] },
  {
    about: "a phrase in a column of a page in two",
    query: '"first door closed at 5:09"',
    finds: [{ document: "motion", pages: [8], hits: ["first door closed at 5:09"] }],
  },
  {
    about: "a word divided in a column",
    query: '"held for the Department"',
    finds: [
      {
        document: "motion",
        pages: [7, 8, 11],
        hits: ["held for the Department", "held for the Depart- ment", "held for the Department"],
      },
      { document: "vouchers", pages: [4], hits: ["held for the Department"] },
      { document: "release", pages: [51, 52], hits: ["held for the Department", "held for the Department"] },
    ],
  },
  {
    about: "a phrase with an apostrophe of the other kind",
    query: '"disappeared from the Department\'s locator"',
    finds: [{ document: "order", pages: [2], hits: ["disappeared from the Department’s locator"] }],
  },
  {
    about: "a phrase over a numbered line, the number between",
    query: '"that the persons are to be held in a prison"',
    finds: [{ document: "transcript", pages: [5], hits: ["that the persons are to be held in a 2 prison"] }],
  },
];
