import type { SearchCase } from "./search-case.ts";

/** Words near each other, in all spellings. */
export const NEAR_CASES: readonly SearchCase[] = [
  {
    about: "two names near each other, whatever the order",
    query: "Vantongelen w/1 Osric",
    finds: [
      {
        document: "transcript",
        pages: [2, 18],
        hits: ["OSRIC", "VANTONGELEN", "Osric", "Vantongelen", "OSRIC", "VANTONGELEN"],
      },
    ],
  },
  {
    about: "one before the other",
    query: "Corin pre/1 Hallowmere",
    finds: [
      {
        document: "declaration",
        pages: [1, 5],
        hits: ["CORIN", "HALLOWMERE", "Corin", "Hallowmere", "Corin", "Hallowmere", "CORIN", "HALLOWMERE"],
      },
    ],
  },
  {
    about: "one before the other, the other way round",
    query: "Hallowmere pre/1 Corin",
    finds: [
      { document: "declaration", pages: [5], hits: ["Hallowmere", "CORIN"] },
      {
        document: "release",
        pages: [6, 8, 9, 26, 27, 32, 33, 34],
        hits: [
          "Hallowmere",
          "Corin",
          "Hallowmere",
          "Corin",
          "Hallowmere",
          "Corin",
          "Hallowmere",
          "Corin",
          "Hallowmere",
          "Corin",
          "Hallowmere",
          "Corin",
          "Hallowmere",
          "Corin",
          "Hallowmere",
          "Corin",
          "Hallowmere",
          "Corin",
          "Hallowmere",
          "Corin",
        ],
      },
    ],
  },
  {
    about: "joh* near a name",
    query: '(joh* OR juan) w/2 "de la cruz"',
    finds: [{ document: "names", pages: [1], hits: ["Juan", "de la Cruz", "Johannes", "de la Cruz"] }],
  },
  {
    about: "a wildcard in a phrase",
    query: '"joh* doe"',
    finds: [{ document: "names", pages: [1], hits: ["John Doe"] }],
  },
  {
    about: "a phrase near a word",
    query: '"sending State" w/4 alone',
    finds: [
      { document: "motion", pages: [3, 8], hits: ["sending State", "alone", "sending State", "alone"] },
      { document: "replyToWorkingGroup", pages: [2], hits: ["sending State", "alone"] },
    ],
  },
  {
    about: "nested",
    query: "(receipt w/6 date) w/4 aircraft",
    finds: [{ document: "noteVerbale", pages: [2], hits: ["receipt", "date", "aircraft"] }],
  },
  {
    about: "near a word and another",
    query: "receipt w/12 (date AND number)",
    finds: [{ document: "noteVerbale", pages: [2], hits: ["date", "receipt", "number"] }],
  },
  { about: "a word, but not beside another", query: 'custody NOT w/1 sole AND "ranking member"', finds: [] },
  {
    about: "not after",
    query: '"written order" NOT pre/12 docket AND fueled',
    finds: [
      { document: "complaint", pages: [12, 16], hits: ["written order", "fuel"] },
      { document: "declaration", pages: [3, 4], hits: ["written order", "fueled"] },
      {
        document: "transcript",
        pages: [18, 19, 20, 21, 31, 40, 43],
        hits: ["fuel", "fuel", "fuel", "fuel", "fueled", "fuel", "fuel", "fuel", "written order", "fuel"],
      },
      {
        document: "motion",
        pages: [2, 7, 9, 10],
        hits: ["written order", "fueled", "written order", "written order", "written order"],
      },
      { document: "release", pages: [37, 41, 48], hits: ["fuel", "Written order", "written order"] },
    ],
  },
  {
    about: "not more than n apart",
    query: "plane w/3 night",
    finds: [{ document: "terms", pages: [1], hits: ["Planes", "night"] }],
  },
  {
    about: "dtSearch's spelling of not near",
    query: "plan not w/6 note and women",
    finds: [
      { document: "complaint", pages: [11, 24], hits: ["planned", "woman"] },
      { document: "transcript", pages: [3, 10, 17], hits: ["plan", "women", "plans"] },
      { document: "terms", pages: [2], hits: ["planned", "Women", "woman"] },
    ],
  },
  {
    about: "Lucene's spelling of near",
    query: '"judge alvaro"~4',
    finds: [{ document: "names", pages: [1], hits: ["Judge", "Alvaro"] }],
  },
  {
    about: "within, spelled out",
    query: "Hallowmere within/3 Coordinator",
    finds: [
      { document: "declaration", pages: [5], hits: ["HALLOWMERE", "Coordinator"] },
      { document: "flightLog", pages: [1], hits: ["Hallowmere", "Coordinator"] },
    ],
  },
  {
    about: "three in a row",
    query: "fueled w/6 return w/2 journey",
    finds: [
      { document: "order", pages: [2], hits: ["fueled", "return", "journey"] },
      { document: "declaration", pages: [4], hits: ["fueled", "return", "journey"] },
      { document: "motion", pages: [7], hits: ["fueled", "return", "journey"] },
    ],
  },
];
