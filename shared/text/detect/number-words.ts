import { hashWord } from "./read-words.ts";

/** What a word adds to a number: a summand, or a factor of what stands before it. */
interface NumberWord {
  readonly value: number;
  readonly isFactor: boolean;
}

const SUMMANDS: Readonly<Record<string, number>> = {
  ...numbered("two three four five six seven eight nine ten eleven twelve", 2),
  ...numbered("thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 13),
  ...tens("twenty thirty forty fifty sixty seventy eighty ninety"),
  ...numbered("dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince", 2),
  ...numbered("dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro", 16),
  ...numbered("veinticinco veintiseis veintisiete veintiocho veintinueve treinta", 25),
  ...tens("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"),
  ...numbered("deux trois quatre cinq", 2),
  ...numbered("sept huit neuf dix onze douze treize quatorze quinze seize", 7),
  ...tens("vingt trente quarante cinquante soixante"),
  one: 1,
  fourty: 40,
  dozen: 12,
  doscientos: 200,
  doscientas: 200,
  trescientos: 300,
  trescientas: 300,
  cien: 100,
  ciento: 100,
};

const FACTORS: Readonly<Record<string, number>> = {
  hundred: 100,
  cent: 100,
  cents: 100,
  thousand: 1000,
  mil: 1000,
  mille: 1000,
  million: 1_000_000,
  millions: 1_000_000,
  millon: 1_000_000,
  millones: 1_000_000,
  billion: 1_000_000_000,
};

function numbered(words: string, first: number): Record<string, number> {
  return Object.fromEntries(words.split(" ").map((word, index) => [word, first + index]));
}

function tens(words: string): Record<string, number> {
  return Object.fromEntries(words.split(" ").map((word, index) => [word, 20 + 10 * index]));
}

/** Number words of English, Spanish and French by their hash. `one` counts only beside another. */
export const NUMBER_WORDS: ReadonlyMap<number, NumberWord> = new Map<number, NumberWord>([
  ...toEntries(SUMMANDS, false),
  ...toEntries(FACTORS, true),
]);

function toEntries(words: Readonly<Record<string, number>>, isFactor: boolean): [number, NumberWord][] {
  return Object.entries(words).map(([word, value]) => [hashWord(word), { value, isFactor }]);
}

/** Words of a number in order → the number: `two hundred thirty eight` → 238. */
export function addUpNumberWords(parts: readonly NumberWord[]): number {
  let total = 0;
  let group = 0;
  for (const { value, isFactor } of parts) {
    if (!isFactor) group += value;
    else if (value === 100) group = Math.max(group, 1) * 100;
    else {
      total += Math.max(group, 1) * value;
      group = 0;
    }
  }
  return total + group;
}
