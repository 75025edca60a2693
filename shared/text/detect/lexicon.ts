import { hashWord } from "./read-words.ts";

/** Why a word is looked at: what may stand around it. */
export type TriggerKind = "month" | "stamp" | "docket" | "page-id" | "currency" | "law-letter" | "withholding" | "law";

/** A word that some detector starts from. `value` is the number of a month, or 0. */
export interface Trigger {
  readonly kind: TriggerKind;
  readonly value: number;
}

/** Names of months in English, Spanish and French, with the short forms of each; without accents. */
const MONTHS: readonly string[] = [
  "january jan enero ene janvier janv",
  "february feb febrero fevrier fevr fev",
  "march mar marzo mars",
  "april apr abril abr avril avr",
  "may mayo mai",
  "june jun junio juin",
  "july jul julio juillet juil",
  "august aug agosto ago aout",
  "september sept sep septiembre setiembre septembre",
  "october oct octubre octobre",
  "november nov noviembre novembre",
  "december dec diciembre dic decembre",
];

const OTHERS: Readonly<Record<Exclude<TriggerKind, "month">, string>> = {
  stamp: "case cases usca appeal appellate",
  docket: "cv cr civ crim md mc mj mag misc mdl bk ap adv no nos number docket dkt",
  "page-id": "pageid id",
  currency:
    "usd eur gbp cad chf mxn dollar dollars dolares dolar euro euros peso pesos colon colones franc francs franco francos",
  "law-letter": "b j k",
  withholding: "withheld denied released nonresponsive responsive nr referred exempt",
  law: "u usc cfr c pub p ley",
};

/** Later kinds do not overwrite earlier ones: a word starts one kind of detector. */
function makeTriggers(): ReadonlyMap<number, Trigger> {
  const triggers = new Map<number, Trigger>();
  for (const [month, names] of MONTHS.entries()) {
    for (const name of names.split(" ")) triggers.set(hashWord(name), { kind: "month", value: month + 1 });
  }
  for (const kind of Object.keys(OTHERS) as (keyof typeof OTHERS)[]) {
    for (const word of OTHERS[kind].split(" ")) {
      const hash = hashWord(word);
      if (!triggers.has(hash)) triggers.set(hash, { kind, value: 0 });
    }
  }
  return triggers;
}

/** Words that detectors start from, by their hash. */
export const TRIGGERS: ReadonlyMap<number, Trigger> = makeTriggers();

/** A set of words, looked up by hash. */
export function wordSet(words: string): ReadonlySet<number> {
  return new Set(words.split(" ").map(hashWord));
}
