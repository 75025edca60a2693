import type { SearchCase } from "./search-case.ts";

/** Wildcards, errors of OCR, other forms, synonyms and regular expressions. */
export const WORD_CASES: readonly SearchCase[] = [
  {
    about: "a star at the end",
    query: "Vantongel*",
    finds: [
      {
        document: "transcript",
        pages: [2, 18, 20, 35, 36, 37, 40],
        hits: [
          "VANTONGELEN",
          "Vantongelen",
          "VANTONGELEN",
          "Vantongelen",
          "Vantongelen",
          "Vantongelen",
          "VANTONGELEN",
          "VANTONGELEN",
          "VANTONGELEN",
          "VANTONGELEN",
          "Vantongelen",
          "VANTONGELEN",
        ],
      },
      { document: "recognised", pages: [1], hits: ["Vantongelen"] },
    ],
  },
  {
    about: "a star at the beginning",
    query: "*worded OR *lawful",
    finds: [
      {
        document: "complaint",
        pages: [1, 2, 5, 18, 19],
        hits: ["UNLAWFUL", "unlawful", "unlawful", "unlawful", "unlawful"],
      },
      { document: "letter", pages: [1], hits: ["lawful"] },
    ],
  },
  {
    about: "a star in the middle",
    query: "pen*ary",
    finds: [
      { document: "noteVerbale", pages: [2], hits: ["penitentiary"] },
      { document: "letter", pages: [2], hits: ["penitentiary"] },
    ],
  },
  {
    about: "a question mark",
    query: "wom?n w/3 h*",
    finds: [{ document: "terms", pages: [2], hits: ["woman", "held", "hands"] }],
  },
  {
    about: "an error of OCR",
    query: "custody~1 w/3 held AND prisoners",
    finds: [{ document: "recognised", pages: [1], hits: ["prisoners", "held", "custcdy"] }],
  },
  {
    about: "an error of OCR in a name",
    query: "Vantongelen~1 w/3 present",
    finds: [{ document: "recognised", pages: [1], hits: ["Vantongeien", "present", "Vantongelen"] }],
  },
  {
    about: "a zero for an o",
    query: "detention~1 w/2 centre",
    finds: [
      { document: "noteFrancaise", pages: [1], hits: ["centre", "détention"] },
      { document: "recognised", pages: [1], hits: ["detenti0n", "centre"] },
    ],
  },
  {
    about: "rn for m",
    query: "memorandum~2 w/3 signed",
    finds: [{ document: "recognised", pages: [1], hits: ["signed", "rnemorandum"] }],
  },
  { about: "a short word is not met by every other", query: "Tr~1 w/1 301", finds: [] },
  {
    about: "other forms of a word",
    query: "detain",
    finds: [
      { document: "complaint", pages: [14], hits: ["detained"] },
      { document: "transcript", pages: [31, 36], hits: ["detain", "detained"] },
      { document: "replyToWorkingGroup", pages: [1], hits: ["detained"] },
      { document: "terms", pages: [1], hits: ["detained", "detains", "detain"] },
    ],
  },
  {
    about: "only as it is typed",
    query: "=detain",
    finds: [
      { document: "transcript", pages: [31], hits: ["detain"] },
      { document: "terms", pages: [1], hits: ["detain"] },
    ],
  },
  {
    about: "note does not bring not",
    query: "note AND plane AND part",
    finds: [{ document: "terms", pages: [1], hits: ["noted", "note", "plane", "Planes", "part"] }],
  },
  {
    about: "not does not bring note",
    query: '"it is not a"',
    finds: [
      { document: "complaint", pages: [8, 14], hits: ["It is not a", "it is not a"] },
      { document: "letter", pages: [2], hits: ["It is not a"] },
      { document: "release", pages: [14, 15], hits: ["It is not a", "It is not a"] },
      { document: "terms", pages: [1], hits: ["it is not a"] },
    ],
  },
  {
    about: "county does not bring country",
    query: "county",
    finds: [{ document: "terms", pages: [2], hits: ["County"] }],
  },
  {
    about: "an irregular plural",
    query: "woman",
    finds: [
      { document: "complaint", pages: [24], hits: ["woman"] },
      { document: "transcript", pages: [10], hits: ["women"] },
      { document: "terms", pages: [2], hits: ["Women", "woman"] },
    ],
  },
  {
    about: "an irregular verb",
    query: "fly w/4 night",
    finds: [{ document: "terms", pages: [1], hits: ["flew", "night", "flies"] }],
  },
  { about: "forms in a phrase are not met", query: '"the plane landed"', finds: [] },
  {
    about: "stemming switched off",
    query: "detains",
    stemming: false,
    finds: [{ document: "terms", pages: [1], hits: ["detains"] }],
  },
  {
    about: "officer does not bring office",
    query: "officer AND Alvarado",
    finds: [{ document: "names", pages: [1], hits: ["Alvarado", "officer"] }],
  },
  {
    about: "a name does not bring another",
    query: "Alvarado",
    finds: [{ document: "names", pages: [1], hits: ["Alvarado"] }],
  },
  {
    about: "a name does not bring a first name",
    query: "Martinez",
    finds: [{ document: "names", pages: [1], hits: ["Martinez"] }],
  },
  {
    about: "a name that goes by two names",
    query: "SCC AND cells",
    synonyms: [{ names: ["SCC", "Special Custody Centre"] }],
    finds: [
      {
        document: "complaint",
        pages: [4, 13, 21, 26],
        hits: [
          "Special Custody Centre",
          "cells",
          "Special Custody Centre",
          "Cells",
          "cell",
          "Special Custody Centre",
          "SPECIAL CUSTODY CENTRE",
          "cell",
        ],
      },
      { document: "terms", pages: [1], hits: ["Special Custody Centre", "SCC", "SCC", "cells"] },
    ],
  },
  {
    about: "a name of several words that has a short one",
    query: '"Special Custody Centre" w/6 called',
    synonyms: [{ names: ["SCC", "Special Custody Centre"] }],
    finds: [{ document: "terms", pages: [1], hits: ["Special Custody Centre", "called", "SCC", "SCC"] }],
  },
  {
    about: "a regular expression over a line break",
    query: "/TRF 30[12]: DEST|destination\\s+unchanged/",
    finds: [
      { document: "declaration", pages: [4], hits: ["Destination unchanged"] },
      { document: "motion", pages: [7], hits: ["destination unchanged"] },
      { document: "flightLog", pages: [2], hits: ["DESTINATION UNCHANGED"] },
      { document: "release", pages: [36], hits: ["destination unchanged"] },
    ],
  },
  {
    about: "a regular expression for a number",
    query: '/T-\\d{6}/ AND "list twice"',
    finds: [{ document: "motion", pages: [8], hits: ["T-620014", "list twice", "T-233508"] }],
  },
  {
    about: "a time of the day",
    query: '"6:47 p.m."',
    finds: [
      { document: "complaint", pages: [11, 16], hits: ["6:47 p.m", "6:47 p.m"] },
      { document: "transcript", pages: [39], hits: ["6:47 p.m"] },
      { document: "motion", pages: [6, 9, 18], hits: ["6:47 p.m", "6:47 p.m", "6:47 p.m"] },
    ],
  },
  {
    about: "a call sign",
    query: '"TRF 303" pre/3 OFF',
    finds: [
      { document: "complaint", pages: [23], hits: ["TRF 303", "Off"] },
      { document: "flightLog", pages: [2], hits: ["TRF 303", "OFF"] },
    ],
  },
];
