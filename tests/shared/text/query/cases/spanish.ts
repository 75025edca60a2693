import type { SearchCase } from "./search-case.ts";

/** Spanish: accents, forms, divided words. */
export const SPANISH_CASES: readonly SearchCase[] = [
  {
    about: "accents left out",
    query: "ubicacion",
    finds: [{ document: "notaVerbal", pages: [2], hits: ["ubicación", "ubicación"] }],
  },
  {
    about: "accents typed",
    query: "ubicación",
    finds: [{ document: "notaVerbal", pages: [2], hits: ["ubicación", "ubicación"] }],
  },
  {
    about: "accents that must be there",
    query: "=núñez",
    finds: [{ document: "oficio", pages: [1], hits: ["Núñez", "Núñez"] }],
  },
  {
    about: "without accents both are met",
    query: "nunez",
    finds: [{ document: "oficio", pages: [1], hits: ["Núñez", "Nunez", "Núñez"] }],
  },
  {
    about: "accents in a phrase",
    query: '"senor nunez pena"',
    finds: [{ document: "oficio", pages: [1], hits: ["señor Núñez Peña"] }],
  },
  { about: "father or Pope", query: "=papá", finds: [{ document: "oficio", pages: [1], hits: ["papá"] }] },
  {
    about: "a feminine plural",
    query: "detenidas",
    finds: [{ document: "oficio", pages: [1], hits: ["detenidos", "detenida"] }],
  },
  {
    about: "a verb by its infinitive",
    query: "firmar",
    finds: [{ document: "oficio", pages: [1], hits: ["firmaron", "firmó", "firmará"] }],
  },
  {
    about: "a past tense brings its participle",
    query: "trasladó",
    finds: [
      {
        document: "notaVerbal",
        pages: [1, 2, 3],
        hits: ["traslado", "trasladadas", "trasladadas", "trasladadas", "traslado"],
      },
      { document: "oficio", pages: [1], hits: ["trasladó", "traslado"] },
    ],
  },
  {
    about: "a plural of a word on -ión",
    query: "avión",
    finds: [{ document: "oficio", pages: [1], hits: ["avión", "aviones"] }],
  },
  { about: "a plural on -ces", query: "juez", finds: [{ document: "oficio", pages: [1], hits: ["juez", "jueces"] }] },
  {
    about: "prisons",
    query: "cárcel",
    finds: [
      { document: "post", pages: [1], hits: ["cárceles"] },
      { document: "oficio", pages: [1], hits: ["cárceles", "cárcel"] },
    ],
  },
  {
    about: "a divided word in Spanish",
    query: '"expulsión colectiva"',
    finds: [{ document: "oficio", pages: [1], hits: ["expulsión colec- tiva"] }],
  },
  {
    about: "a phrase over a line break in Spanish",
    query: '"centro penitenciario designado"',
    finds: [{ document: "notaVerbal", pages: [2], hits: ["centro penitenciario designado"] }],
  },
  {
    about: "transferred persons",
    query: '"personas trasladadas"',
    finds: [{ document: "notaVerbal", pages: [2], hits: ["personas trasladadas", "personas trasladadas"] }],
  },
  {
    about: "year and bottom are two words",
    query: "=año AND oficio",
    finds: [{ document: "oficio", pages: [1], hits: ["OFICIO", "año", "oficio"] }],
  },
  {
    about: "w/n in Spanish",
    query: "aportación w/10 custodia",
    finds: [{ document: "notaVerbal", pages: [2], hits: ["aportación", "custodia"] }],
  },
];
