import { listVocabulary } from "#fixtures/volume.ts";

/** A query and what it stands for. */
export interface NamedQuery {
  readonly kind: string;
  readonly query: string;
}

/** Ranks in the vocabulary, by how many pages of 250 words hold such a word (Zipf's law): all, most, some, few, hardly any. */
const RANKS = { everywhere: [0, 3, 8], common: [60, 150, 300], some: [900, 2000, 4000], rare: [9000, 14_000, 19_500] };

/**
 * About 40 queries of all kinds that people type, from words on every page to words on hardly any. Only the very common
 * ones are slow; they are as many here as in a day's work, not more.
 *
 * @param samplePage a page of the set: phrases that occur are taken from it
 */
export function chooseQueries(samplePage: string): readonly NamedQuery[] {
  const words = listVocabulary();
  const word = (rank: number): string => words[rank] ?? "court";
  const tokens = samplePage.match(/[\p{L}]+/gu) ?? [];
  const phrase = (from: number, length: number): string => `"${tokens.slice(from, from + length).join(" ")}"`;
  const single = Object.entries(RANKS).flatMap(([kind, ranks]) =>
    ranks.map((rank) => ({ kind: `word, ${kind}`, query: word(rank) })),
  );
  const of = (kind: string, ...queries: readonly string[]): readonly NamedQuery[] =>
    queries.map((query) => ({ kind, query }));
  return [
    ...single,
    ...of("word that is nowhere", "zzyzx"),
    ...of("phrase that occurs", phrase(3, 2), phrase(10, 3), phrase(40, 2), phrase(60, 4), phrase(100, 2)),
    ...of("phrase of common words", '"of the"', '"in the court"', '"court order"'),
    ...of("phrase that does not occur", `"${word(900)} ${word(2000)}"`, `"${word(60)} ${word(61)} ${word(62)}"`),
    ...of("prefix", "custod*", "detent*", "gov*", `${word(4000).slice(0, 4)}*`),
    ...of("AND", `${word(60)} AND ${word(900)}`, `${word(150)} ${word(300)}`, `${word(2000)} AND ${word(4000)}`),
    ...of("OR", `${word(900)} OR ${word(2000)}`, `${word(60)} OR ${word(9000)}`, "flight OR aircraft OR manifest"),
    ...of("NOT", `${word(150)} NOT ${word(60)}`, `${word(900)} NOT the`, "embassy NOT payment"),
    ...of(
      "mixed",
      '(embassy OR ministry) AND "court order"',
      `(${word(900)} OR ${word(2000)}) AND custod* NOT ${word(60)}`,
      `"transfer of" AND ${word(300)}`,
      "prison AND (flight OR aircraft) NOT hearing",
    ),
  ];
}
