import type { Detection } from "../../model/detection.ts";
import { readFigures } from "./decimal.ts";
import { wordSet } from "./lexicon.ts";
import { addUpNumberWords, NUMBER_WORDS } from "./number-words.ts";
import { matchAt, type PageContext } from "./page-context.ts";

/** People as documents of the field name them, in English, Spanish and French. */
const PEOPLE = wordSet(
  [
    "people persons men women children minors individuals migrants",
    "immigrants noncitizens aliens detainees deportees prisoners",
    "inmates nationals citizens passengers refugees victims witnesses",
    "escorts officers agents soldiers guards members suspects defendants plaintiffs petitioners respondents",
    "students employees workers voters patients adults families residents fugitives hostages bodies males females boys girls",
    "personas hombres mujeres ninos menores individuos migrantes inmigrantes detenidos",
    "detenidas deportados deportadas presos reclusos internos reos nacionales ciudadanos pasajeros refugiados victimas",
    "testigos miembros extranjeros pandilleros prisioneros trasladados",
    "personnes hommes femmes enfants mineurs individus detenus detenues ressortissants",
    "prisonniers expulses citoyens passagers refugies victimes temoins membres etrangers",
  ].join(" "),
);

/** Words that may not stand between a number and what it counts. */
const BREAKS = wordSet(
  "the of a an and or in on at to for from by with as is are was were be been has had have that which who not no than if it its his her their this these those than per percent cent del de la las los el y o en por para con que se un une des du le les et ou dans sur par pour years year days day hours hour months month weeks pages page times dollars million billion about into between during when where both but see more less most can will would could should may might do does did what how why also only just so then there here each every any all some many few am pm infer id",
);

/** Nationalities: `Venezuelans`, `Salvadoran`, `Guatemalans`, `Chinese`; in Spanish and French in lower case. */
const NATIONALITY = /^\p{Lu}\p{Ll}{3,}(?:ans|ese|ards|enos)$/u;
const NATIONALITY_LOWER = /^\p{Ll}{4,}(?:anos|anas|eños|eñas|enses|iens|iennes|éens|ois|oises|ains)$/u;

const BOUNDS: readonly (readonly [pattern: RegExp, bound: "about" | "at-least" | "at-most"])[] = [
  [
    /(?:at\s+least|more\s+than|over|no\s+(?:fewer|less)\s+than|upwards?\s+of|al\s+menos|por\s+lo\s+menos|más\s+de|au\s+moins|plus\s+de)\s$/iu,
    "at-least",
  ],
  [
    /(?:at\s+most|up\s+to|no\s+more\s+than|(?:fewer|less)\s+than|under|como\s+máximo|hasta|menos\s+de|au\s+plus|jusqu['’]à|moins\s+de)\s$/iu,
    "at-most",
  ],
  [
    /(?:about|approximately|approx\.|around|some|nearly|almost|roughly|circa|close\s+to|unos|unas|cerca\s+de|casi|aproximadamente|alrededor\s+de|environ|près\s+de|quelque|~)\s?$/iu,
    "about",
  ],
];
/** `238 are nationals`, `23 of its own nationals`. */
const LINK = /\s(?<link>are|were|son|eran|fueron|sont|étaient|of\s(?:its|their|our|his|her)(?:\sown)?)(?=\s)/uy;
const REACH_BEFORE = 24;
const MOST_WORDS_BETWEEN = 3;

/** Finds numbers of people: `238 Venezuelans`, `about 250 men`, `two hundred thirty-eight persons`. */
export function detectCountedPeople(page: PageContext): readonly Detection[] {
  const found: Detection[] = [];
  const { words } = page;
  let next = 0;
  for (let word = 0; word < words.count; word += 1) {
    if (word < next) continue;
    const isFigure = words.isNumber[word] === 1;
    if (!isFigure && !NUMBER_WORDS.has(words.hashes[word] ?? 0)) continue;
    const number = isFigure ? readFigure(page, word) : readWordsOfNumber(page, word);
    if (number === null) continue;
    next = number.last + 1;
    const count = findPeople(page, number);
    if (count !== null) {
      found.push(count.detection);
      next = count.last + 1;
    }
  }
  return found;
}

/** A number and the words it is written with. */
interface WrittenNumber {
  readonly first: number;
  readonly last: number;
  readonly number: number;
}

function readFigure(page: PageContext, word: number): WrittenNumber | null {
  const { text, words } = page;
  const start = words.starts[word] ?? 0;
  if (/[\d.,:/$€£#§\p{L}-]/u.test(text[start - 1] ?? "")) return null;
  let last = word;
  let end = words.ends[word] ?? 0;
  if (end - start > 3 && text[end] === ",") return null;
  while (/[,.]/u.test(text[end] ?? "") && words.isNumber[last + 1] === 1 && words.starts[last + 1] === end + 1) {
    last += 1;
    end = words.ends[last] ?? end;
    if (end - (words.starts[last] ?? 0) !== 3) return null;
  }
  const figures = readFigures(text.slice(start, end), last > word ? page.language : null);
  const number = Number(figures);
  return Number.isInteger(number) && number > 0 && number < 10_000_000 ? { first: word, last, number } : null;
}

function readWordsOfNumber(page: PageContext, word: number): WrittenNumber | null {
  const { text, words } = page;
  const parts: { value: number; isFactor: boolean }[] = [];
  let last = word - 1;
  for (let next = word; next < words.count && next - word < 9; next += 1) {
    const gap = next === word ? " " : text.slice(words.ends[next - 1] ?? 0, words.starts[next] ?? 0);
    if (!/^(?:\s|-|-\n)$/u.test(gap)) break;
    const part = NUMBER_WORDS.get(words.hashes[next] ?? 0);
    const previous = parts.at(-1);
    if (part !== undefined) {
      if (previous !== undefined && !part.isFactor && !mayFollow(previous, part.value)) break;
      parts.push(part);
      last = next;
    } else if (previous === undefined || !mayJoin(previous.isFactor, page, next)) break;
  }
  const number = addUpNumberWords(parts);
  // `one person` and `cent personnes` apart, a lone `one` or factor counts nothing.
  if (parts.length === 1 && (number === 1 || parts[0]?.isFactor === true)) return null;
  return { first: word, last, number };
}

/** A summand follows a factor, or a unit follows tens; `eighty and one hundred` are two numbers. */
function mayFollow(previous: { readonly value: number; readonly isFactor: boolean }, value: number): boolean {
  if (previous.isFactor || previous.value >= 100) return value < previous.value;
  return previous.value >= 20 && value < 20 && (value < 10 || previous.value === 60);
}

/** `hundred and five`; in Spanish and French also `treinta y ocho`, `vingt et un`. */
function mayJoin(isAfterFactor: boolean, { text, words }: PageContext, word: number): boolean {
  const joint = text.slice(words.starts[word] ?? 0, words.ends[word] ?? 0).toLowerCase();
  return joint === "y" || joint === "et" || (joint === "and" && isAfterFactor);
}

function findPeople(
  page: PageContext,
  { first, last, number }: WrittenNumber,
): { readonly detection: Detection; readonly last: number } | null {
  const { text, words } = page;
  const start = words.starts[first] ?? 0;
  const linked = matchAt(LINK, text, words.ends[last] ?? 0)?.groups?.["link"]?.split(/\s+/u).length ?? 0;
  const nounAt = last + 1 + linked;
  for (let word = nounAt; word <= nounAt + MOST_WORDS_BETWEEN && word < words.count; word += 1) {
    const gap = text.slice(words.ends[word - 1] ?? 0, words.starts[word] ?? 0);
    if (!/^(?:\s|-|\s?\(|,\s)$/u.test(gap) || (gap.startsWith(",") && word === nounAt)) return null;
    const hash = words.hashes[word] ?? 0;
    if (words.isNumber[word] === 1 || BREAKS.has(hash)) return null;
    const noun = text.slice(words.starts[word] ?? 0, words.ends[word] ?? 0);
    const isNationality = NATIONALITY.test(noun) || (page.language !== "eng" && NATIONALITY_LOWER.test(noun));
    // A capital begins a sentence or a name, unless it is a nationality: `579 See National Commission`.
    if (/^\p{Lu}\p{Ll}/u.test(noun) && !isNationality && !/(?:an|ian|ese|ish)$/u.test(noun) && !PEOPLE.has(hash))
      return null;
    // `17 Salvadoran men`: the nationality is not yet the end.
    if (!PEOPLE.has(hash) && !(isNationality && !isFollowedByPeople(page, word))) continue;
    const before = text.slice(Math.max(0, start - REACH_BEFORE), start);
    const bound = BOUNDS.find(([pattern]) => pattern.test(before))?.[1] ?? "exact";
    const end = words.ends[word] ?? 0;
    const counted = text.slice(words.starts[nounAt] ?? 0, end).replace(/\s+/gu, " ");
    return { detection: { start, end, value: { kind: "count", number, bound, noun: counted } }, last: word };
  }
  return null;
}

function isFollowedByPeople({ text, words }: PageContext, word: number): boolean {
  const gap = text.slice(words.ends[word] ?? 0, words.starts[word + 1] ?? 0);
  return /^\s$/u.test(gap) && PEOPLE.has(words.hashes[word + 1] ?? 0);
}
