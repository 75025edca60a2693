import { hashWord, type Words } from "./detect/read-words.ts";

/**
 * The commonest words of languages that documents of the field are in. A word that several languages share counts for
 * each, and so decides nothing between them. Spelt without accents; single letters are left
 * out, for figures, initials and bad scans are full of them.
 */
const COMMON_WORDS: Readonly<Record<string, string>> = {
  eng: "the of and to in that is was for it with as his on be at by had are but from or have an they which one you were all her she there would their we him been has when who will no more if out so said what up its about than into them can only other new some could time these two may then do first any my now such like our over man me even most made after also did many before must through",
  spa: "de la que el en y los se del las por un para con no una su al lo como mas pero sus le ya este si porque esta entre cuando muy sin sobre ser tambien hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos esto antes algunos unos otro otras otra tanto esa estos mucho cual sea poco ella estas fue han son articulo ley estado",
  fra: "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec ou son lui nous comme mais on si leur y dont tout aux sa ses ete cette qu meme entre deux sans fait apres ainsi nos vous votre notre etre elle ils ces sous autre avait",
  por: "de que do da em um para com nao uma os no se na por mais as dos como mas foi ao ele das tem seu sua ou ser quando muito nos ja eu tambem so pelo pela ate isso ela entre depois sem mesmo aos seus quem nas me esse eles estao voce tinha foram essa num nem suas meu minha",
  ita: "di che il la in un per del non sono una le da al si con dei come piu della ha lo nel alla gli ma questo anche se ci delle nella dal essere io sua era suo loro stato tra ai mi questa dalla cui sul fra degli",
  deu: "der die und in den von zu das mit sich des auf fur ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem uber einen so zum war haben nur oder aber vor zur bis mehr durch",
  nld: "de en van ik te dat die in een hij het niet zijn is was op aan met als voor had er maar om hem dan zou of wat mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft hebben",
};

const LANGUAGES = Object.keys(COMMON_WORDS);
/** For each common word, one bit a language. */
const BITS: ReadonlyMap<number, number> = makeBits();

function makeBits(): ReadonlyMap<number, number> {
  const bits = new Map<number, number>();
  for (const [index, language] of LANGUAGES.entries()) {
    for (const word of (COMMON_WORDS[language] ?? "").split(" ")) {
      const hash = hashWord(word);
      bits.set(hash, (bits.get(hash) ?? 0) | (1 << index));
    }
  }
  return bits;
}

/** Scripts that one language (or one above all) is written in. */
const SCRIPTS: readonly (readonly [pattern: RegExp, language: string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "jpn"],
  [/\p{Script=Hangul}/u, "kor"],
  [/\p{Script=Han}/u, "zho"],
  [/\p{Script=Arabic}/u, "ara"],
  [/\p{Script=Hebrew}/u, "heb"],
  [/\p{Script=Greek}/u, "ell"],
  [/\p{Script=Devanagari}/u, "hin"],
  [/\p{Script=Thai}/u, "tha"],
  [/[іїєґ]/iu, "ukr"],
  [/\p{Script=Cyrillic}/u, "rus"],
];

/** Fewer hits than this say nothing. */
const FEWEST_HITS = 4;
/** Share of the words that are common ones in running text; tables of names have fewer. */
const LEAST_SHARE = 0.12;
/** By how much the best must lead: languages share words. */
const LEAD = 1.12;
/** How much of a page in another script is looked at. */
const SAMPLE = 2000;

/** What the commonest words say of a page. */
export interface CommonWords {
  readonly language: string | null;
  /** Share of the page's words that are among the commonest of the best language, 0 to 1. */
  readonly share: number;
}

/** Counts the commonest words of each language on a page, and names the language that most belong to. */
export function countCommonWords(words: Words): CommonWords {
  const hits = new Int32Array(LANGUAGES.length);
  const kinds = new Set<number>();
  let letters = 0;
  for (let word = 0; word < words.count; word += 1) {
    if (words.isNumber[word] === 1) continue;
    letters += 1;
    const bits = BITS.get(words.hashes[word] ?? 0) ?? 0;
    if (bits === 0) continue;
    kinds.add(words.hashes[word] ?? 0);
    for (let language = 0; language < hits.length; language += 1) {
      if ((bits & (1 << language)) !== 0) hits[language] = (hits[language] ?? 0) + 1;
    }
  }
  let best = 0;
  for (let language = 1; language < hits.length; language += 1) {
    if ((hits[language] ?? 0) > (hits[best] ?? 0)) best = language;
  }
  const most = hits[best] ?? 0;
  const second = hits.reduce((highest, count, language) => (language === best ? highest : Math.max(highest, count)), 0);
  const share = letters === 0 ? 0 : most / letters;
  // `86 PLUS 14. EST 0118` repeats two words of a table; a language shows many.
  const different = [...kinds].filter((hash) => ((BITS.get(hash) ?? 0) & (1 << best)) !== 0).length;
  const isClear = most >= FEWEST_HITS && different >= FEWEST_HITS && share >= LEAST_SHARE && most >= second * LEAD;
  return { language: isClear ? (LANGUAGES[best] ?? null) : null, share };
}

/**
 * The language that most of a page is in, ISO 639-3, or null when there is too little to tell. English, Spanish, French,
 * Portuguese, Italian, German and Dutch by their commonest words; others by their script, where it names one.
 *
 * Own code instead of a library: those that tell eighty languages by trigrams cost milliseconds a page, mistake these
 * for their neighbours on short pages, and the words are counted here anyway.
 */
export function detectLanguage({ language }: CommonWords, text: string): string | null {
  if (language !== null) return language;
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  const foreign = sample.match(/[\u0370-\u{3ffff}]/gu)?.filter((character) => /\p{L}/u.test(character)) ?? [];
  if (foreign.length < 8) return null;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (foreign.length < letters / 3) return null;
  const joined = foreign.join("");
  return SCRIPTS.find(([pattern]) => pattern.test(joined))?.[1] ?? null;
}
