import type { SearchCase } from "./search-case.ts";

/** French: accents, forms, divided words, elided articles. */
export const FRENCH_CASES: readonly SearchCase[] = [
  {
    about: "a participle by its masculine",
    query: "expulsé",
    finds: [{ document: "noteFrancaise", pages: [1, 2], hits: ["expulsées", "expulsée", "expulsé"] }],
  },
  {
    about: "a participle that must be the feminine plural",
    query: "=expulsées",
    finds: [{ document: "noteFrancaise", pages: [1], hits: ["expulsées"] }],
  },
  {
    about: "a divided word in French",
    query: "éloignement",
    finds: [{ document: "noteFrancaise", pages: [1, 2], hits: ["éloigne- ment", "éloignements"] }],
  },
  {
    about: "accents left out in French",
    query: '"affaires etrangeres"',
    finds: [{ document: "noteFrancaise", pages: [1], hits: ["Affaires étrangères"] }],
  },
  {
    about: "prisoners",
    query: "prisonnier",
    finds: [{ document: "registre", pages: [1], hits: ["prisonniers", "prisonnier"] }],
  },
  {
    about: "a plural on -aux",
    query: "journal w/3 (bord OR perdu)",
    finds: [{ document: "registre", pages: [1], hits: ["journaux", "bord", "journal", "perdu"] }],
  },
  {
    about: "an article with an apostrophe",
    query: '"l\'éloignement des étrangers"',
    finds: [{ document: "noteFrancaise", pages: [1], hits: ["l’éloigne- ment des étrangers"] }],
  },
  {
    about: "detained in French",
    query: "détenu",
    finds: [
      { document: "noteFrancaise", pages: [1, 2], hits: ["détenu", "détenu"] },
      { document: "registre", pages: [1], hits: ["détenus"] },
    ],
  },
  {
    about: "a ligature is a letter of its own",
    query: "œuvre",
    finds: [{ document: "noteFrancaise", pages: [2], hits: ["œuvre"] }],
  },
  {
    about: "w/n in French",
    query: "transféré w/4 erreur",
    finds: [{ document: "noteFrancaise", pages: [2], hits: ["transféré", "erreur"] }],
  },
  {
    about: "a compound with a hyphen in French",
    query: "procès-verbal",
    finds: [{ document: "noteFrancaise", pages: [2], hits: ["procès-verbal"] }],
  },
];
