import { coinName } from "./trove.ts";

/** A search of the suite, with what peers are asked for the same: null where they have no such thing. */
export interface SuiteQuery {
  readonly kind: string;
  readonly query: string;
  /** In recoll's language. */
  readonly recoll: string | null;
  /** In FTS5's language, over pages. */
  readonly fts5: string | null;
}

function words(kind: string, ...all: readonly string[]): readonly SuiteQuery[] {
  return all.map((word) => ({ kind, query: word, recoll: word, fts5: `"${word}"` }));
}

function phrases(kind: string, ...all: readonly string[]): readonly SuiteQuery[] {
  return all.map((phrase) => ({ kind, query: `"${phrase}"`, recoll: `"${phrase}"`, fts5: `"${phrase}"` }));
}

function query(kind: string, text: string, recoll: string | null = null, fts5: string | null = null): SuiteQuery {
  return { kind, query: text, recoll, fts5 };
}

/**
 * Sixty searches of all kinds, fixed: words from on every page to on one, what litigators and investigators paste, and what
 * is hard for an index (phrases of the commonest words, wide wildcards, misread words).
 */
export const SEARCH_SUITE: readonly SuiteQuery[] = [
  ...words("word, on most pages", "the", "government", "minister"),
  ...words("word, common", "treaty", "american", "war"),
  ...words("word, less common", "passport", "neutrality", "extradition"),
  ...words("word, rare", "stowaway", coinName(40), coinName(399_990)),
  ...words("word, nowhere", "zzyzx"),
  query("word, this form only", "=ship", "Ship", '"ship"'),
  query("word, with its accent", "=señor"),
  ...phrases("phrase of common words", "of the", "the united states", "in the matter of"),
  ...phrases("phrase", "secretary of state", "minister for foreign affairs", "most favored nation"),
  ...phrases("phrase, nowhere", "extradition of the stowaway"),
  query("AND", "treaty AND extradition", "treaty extradition", '"treaty" AND "extradition"'),
  query("AND", "ambassador minister consul", "ambassador minister consul", '"ambassador" AND "minister" AND "consul"'),
  query("AND", `passport ${coinName(12)}`, `passport ${coinName(12)}`, `"passport" AND "${coinName(12)}"`),
  query("OR", "passport OR visa OR permit", "passport OR visa OR permit", '"passport" OR "visa" OR "permit"'),
  query("OR", "war OR peace", "war OR peace", '"war" OR "peace"'),
  query("NOT", "treaty NOT the", "treaty -the", '"treaty" NOT "the"'),
  query(
    "mixed",
    '("secretary of state" OR ambassador) AND (cargo OR vessel*) NOT extradition',
    '("secretary of state" OR ambassador) AND (cargo OR vessel*) -extradition',
    '("secretary of state" OR "ambassador") AND ("cargo" OR "vessel" *) NOT "extradition"',
  ),
  query("on one page", "page:(treaty extradition)", null, '"treaty" AND "extradition"'),
  query("on one page", "page:(ambassador NOT minister)", null, '"ambassador" NOT "minister"'),
  query("near", "treaty w/5 ratif*"),
  query("near", "treaty w/10 senate", '"treaty senate"p8', 'NEAR("treaty" "senate", 9)'),
  query("near", "the w/3 of", '"the of"p2', 'NEAR("the" "of", 2)'),
  query("near", "government pre/3 states", '"government states"o2', null),
  query("near", "(passport* OR visa) w/15 (refus* OR deni*)"),
  query("near", "(ambassador OR minister) w/10 (protest OR complaint)"),
  query("near, nested", '("secretary of state" w/20 treaty) w/30 senate'),
  query("near, nested", "(passport w/5 american) pre/20 (detain* OR arrest*)"),
  query("near, without", "passport NOT w/10 american"),
  query("wildcard", "detain*", "detain*", '"detain" *'),
  query("wildcard", "con*", "con*", '"con" *'),
  query("wildcard", "*ization", "*ization", null),
  query("wildcard", "s?nator", "s?nator", null),
  query("fuzzy", "ambasador~1"),
  query("fuzzy", "govemment~1"),
  query("fuzzy", "neutrality~2"),
  query("fuzzy", `${coinName(7)}~2`),
  query("other forms", "negotiate"),
  query("other forms", "expel", "expel", null),
  query("other forms", "ship AND detain", "ship detain", null),
  query("field", "kind:order treaty"),
  query("field", "date:1914..1918 neutrality", "neutrality", null),
  query("field", "filed:2025-03 passport"),
  query("field", "exemption:b6 ambassador"),
  query("field", "amount:>=500000 loan"),
  query("field", "page:(amount:>800000 treaty)"),
  query("field", "kind:diplomatic-note date:1915"),
  query("regular expression", `/passports? (no|number)\\.? ?\\d+/ AND ${coinName(3)}`),
  query("regular expression", `"most favored nation" AND extradition AND /article \\d+/`),
];
