import { FRENCH_ER_STEMS, GENDERS, IRREGULAR_FORMS, NO_FORMS, NO_VERB_STEMS, VERB_CLASSES } from "./form-rules.ts";

/**
 * What a word may be a form of. Two words are forms of each other when they have a key in common of which at least one
 * has it by a strong ending.
 */
interface FormKey {
  readonly key: string;
  readonly strong: boolean;
  /** With what every word begins that has the key. */
  readonly prefix: string;
}

const ENGLISH = "en ";
const PLAIN_LETTERS = /^[a-z]{3,}$/u;
const VOWEL = /[aeiouy]/u;
const SHORTEST_STEM = 3;
/** What an ending says of a shorter word than this is mostly wrong: `nota` is no form of `notar`. */
const SHORTEST_WEAK_STEM = 4;

const IRREGULAR = new Map<string, readonly string[]>();
for (const forms of IRREGULAR_FORMS) for (const form of forms) IRREGULAR.set(form, forms);

/**
 * Tells the forms of one word: its plural, feminine and conjugated forms in English, Spanish and French, by the endings of
 * these languages; the language of the word is not known. It joins forms of one word, not words of one family:
 * `detained` and `detains`, `detenido` and `detenidas`, `expulsé` and `expulsées`, but not `detain` and `detention`. It
 * works on folds, which have lost the accents that Snowball's Spanish and French stemmers depend on.
 *
 * @param fold as `foldToken` gives it; a word with digits or other letters than a to z has no other forms
 */
export function createFormTest(fold: string): (candidateFold: string) => boolean {
  const own = new Map<string, boolean>();
  for (const { key, strong } of keysOf(fold)) own.set(key, strong || (own.get(key) ?? false));
  return (candidate) =>
    candidate === fold ||
    keysOf(candidate).some(({ key, strong }) => own.get(key) === true || (own.has(key) && strong));
}

/** Whether two words are forms of one. Symmetric; a word is a form of itself. */
export function isFormOf(fold: string, candidateFold: string): boolean {
  return createFormTest(fold)(candidateFold);
}

/** Beginnings of words among which all forms of a word lie; no prefix of another among them. The word itself is not left out. */
export function formPrefixes(fold: string): readonly string[] {
  const keys = keysOf(fold);
  // Of an irregular word each form has a beginning of its own.
  const irregular = keys.flatMap(({ key }) => IRREGULAR.get(key.slice(ENGLISH.length)) ?? []);
  const prefixes = [...new Set([fold, ...keys.map(({ prefix }) => prefix), ...irregular])];
  return prefixes.filter((prefix) => !prefixes.some((other) => other !== prefix && prefix.startsWith(other))).sort();
}

function keysOf(fold: string): readonly FormKey[] {
  if (!PLAIN_LETTERS.test(fold)) return [];
  if (NO_FORMS.has(fold)) return [];
  return [...englishKeys(fold), ...nominalKeys(fold), ...verbalKeys(fold)];
}

function englishKeys(fold: string): readonly FormKey[] {
  const bases = new Set([fold, ...englishPlural(fold), ...englishVerb(fold)]);
  const [own] = IRREGULAR.get(fold) ?? [];
  if (own !== undefined) bases.add(own);
  return [...bases].map((base) => ({ key: ENGLISH + base, strong: true, prefix: prefixOf(base) }));
}

/** `note` gives `noting`, `party` gives `parties`. */
function prefixOf(base: string): string {
  return base.replace(/(?:e|(?<![aeiou])y)$/u, "");
}

function englishPlural(fold: string): readonly string[] {
  if (/(?:ss|us|is)$/u.test(fold) || fold.length < SHORTEST_STEM + 1) return [];
  if (/.ies$/u.test(fold)) return [`${fold.slice(0, -3)}y`, fold.slice(0, -1)];
  if (/(?:ss|x|z|ch|sh|o)es$/u.test(fold)) return [fold.slice(0, -2), fold.slice(0, -1)];
  return fold.endsWith("s") ? [fold.slice(0, -1)] : [];
}

function englishVerb(fold: string): readonly string[] {
  // A hearing is held more than once.
  const verb = fold.endsWith("ings") ? fold.slice(0, -1) : fold;
  if (verb.endsWith("ied") && verb.length > 4) return [`${verb.slice(0, -3)}y`];
  if (verb.endsWith("eed") && verb.length > 4) return [verb.slice(0, -1)];
  const ending = /(?:ed|ing)$/u.exec(verb)?.[0];
  if (ending === undefined) return [];
  const stem = verb.slice(0, -ending.length);
  if (stem.length < 2 || !VOWEL.test(stem)) return [];
  if (/(?<last>[bdgklmnprtv])\k<last>$/u.test(stem)) {
    return stem.endsWith("ll") ? [stem, stem.slice(0, -1)] : [stem.slice(0, -1)];
  }
  // `noted` is of `note`: of `not` it would be `notted`.
  if (/^[^aeiou]*[aeiou][^aeiouwxy]$/u.test(stem)) return [`${stem}e`];
  return [stem, `${stem}e`];
}

/** Plurals and feminine forms of Spanish and French. */
function nominalKeys(fold: string): readonly FormKey[] {
  const keys: FormKey[] = [];
  for (const singular of singularsOf(fold)) {
    keys.push({ key: `n ${singular}`, strong: true, prefix: singular.replace(/[zlu]$/u, "") });
    for (const [name, endings] of GENDERS) {
      const ending = endings.find((some) => singular.endsWith(some));
      if (ending === undefined) continue;
      const stem = singular.slice(0, -ending.length);
      if (stem.length >= SHORTEST_STEM) keys.push({ key: `${name} ${stem}`, strong: true, prefix: stem });
    }
  }
  return keys;
}

function singularsOf(fold: string): readonly string[] {
  const found = [fold];
  if (fold.length <= SHORTEST_STEM) return found;
  if (/[aeiouy]s$/u.test(fold) && !/(?:us|is)$/u.test(fold)) found.push(fold.slice(0, -1));
  if (/[ui]s$/u.test(fold) && fold.length > 5) found.push(fold.slice(0, -1));
  if (/[^aeiousx]s$/u.test(fold)) found.push(fold.slice(0, -1));
  if (/[lnrdyjs]es$/u.test(fold)) found.push(fold.slice(0, -2));
  if (fold.endsWith("ces")) found.push(`${fold.slice(0, -3)}z`);
  if (fold.endsWith("eaux")) found.push(fold.slice(0, -1));
  else if (fold.endsWith("aux")) found.push(`${fold.slice(0, -2)}l`);
  return found;
}

interface VerbEnding {
  readonly name: string;
  readonly ending: string;
  readonly strong: boolean;
}

/** By their last letter: most words end like few of them. */
const VERB_ENDINGS: ReadonlyMap<string, readonly VerbEnding[]> = Map.groupBy(
  VERB_CLASSES.flatMap(({ name, strong, weak }) => [
    ...strong.map((ending): VerbEnding => ({ name, ending, strong: true })),
    ...weak.map((ending): VerbEnding => ({ name, ending, strong: false })),
  ]),
  ({ ending }) => ending.slice(-1),
);

function verbalKeys(fold: string): readonly FormKey[] {
  const keys: FormKey[] = [];
  for (const { name, ending, strong } of VERB_ENDINGS.get(fold.slice(-1)) ?? []) {
    const length = fold.length - ending.length;
    if (length < (strong ? SHORTEST_STEM : SHORTEST_WEAK_STEM) || !fold.endsWith(ending)) continue;
    const stem = fold.slice(0, length);
    if (name === "verb fr-er" && ending === "er" && !FRENCH_ER_STEMS.has(stem)) continue;
    if (VOWEL.test(stem) && !NO_VERB_STEMS.has(stem)) keys.push({ key: `${name} ${stem}`, strong, prefix: stem });
  }
  return keys;
}
