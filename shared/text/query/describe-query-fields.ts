import type { BatesPhrases, NumberPhrases, QueryPhrases, Verb } from "./describe-phrases.ts";
import { describeWords } from "./describe-query-words.ts";
import { writtenFrom, writtenTo } from "./fields-numbers.ts";
import type { FieldCondition, OpenRange } from "./query-node.ts";

/** What is said of documents: `are` + `orders`, `have` + `pages in Spanish`. */
export interface Predicate {
  readonly verb: Verb;
  readonly what: string;
}

/** A field as something that documents are, have or mention. */
export function predicateOf(condition: FieldCondition, phrases: QueryPhrases): Predicate {
  switch (condition.field) {
    case "kind":
      return { verb: "are", what: phrases.kinds[condition.kind] };
    case "format":
      return { verb: "are", what: phrases.formats[condition.format] };
    case "has":
      return { verb: "have", what: phrases.possessions[condition.what] };
    case "language":
      return { verb: "have", what: phrases.pagesIn(phrases.languageName(condition.language)) };
    case "date":
      return { verb: "dated", what: phrases.dated(phrases.dates(condition.range)) };
    case "filed":
      return { verb: "have", what: phrases.filed(phrases.dates(condition.range)) };
    case "pages":
      return { verb: "have", what: phrases.pages(condition.range) };
    case "confidence":
      return { verb: "have", what: phrases.confidence(describeNumbers(condition.range, phrases.numbers)) };
    case "amount": {
      const numbers = describeNumbers(condition.range, phrases.numbers);
      return { verb: "mention", what: phrases.sums(numbers, condition.currency) };
    }
    case "bates":
      return { verb: "have", what: describeBates(condition.prefix, condition.range, phrases.bates) };
    case "exemption":
      return { verb: "have", what: describeExemption(condition.code, phrases) };
    case "tag": {
      const { words } = condition;
      return { verb: "have", what: words.length === 0 ? phrases.anyTag : phrases.tag(describeWords(words, phrases)) };
    }
    case "note": {
      const { words } = condition;
      return { verb: "have", what: words.length === 0 ? phrases.anyNote : phrases.note(describeWords(words, phrases)) };
    }
    default: {
      const { field, words } = condition;
      const what = words.length === 0 ? phrases.anyValue(field) : phrases.inField(describeWords(words, phrases), field);
      return { verb: "have", what };
    }
  }
}

function describeExemption(code: string | null, phrases: QueryPhrases): string {
  if (code === null) return phrases.anyExemption;
  return /^[(\d]/u.test(code) ? phrases.exemption(code) : phrases.marked(code);
}

function describeNumbers({ from, to }: OpenRange<number>, phrases: NumberPhrases): string {
  if (from !== null && from === to) return phrases.exactly(from);
  const low = from === null ? null : writtenFrom(from);
  const high = to === null ? null : writtenTo(to);
  if (low !== null && high !== null) {
    const isPlain = !low.isExcluded && !high.isExcluded;
    return isPlain ? phrases.between(low.number, high.number) : phrases.both(phrases.least(low), phrases.most(high));
  }
  if (low !== null) return phrases.least(low);
  return high === null ? phrases.any : phrases.most(high);
}

function describeBates(prefix: string, { from, to }: OpenRange<number>, phrases: BatesPhrases): string {
  const series = prefix === "";
  const name = (number: number) => `${prefix}${number}`;
  if (from === 0 && to === null) return series ? phrases.any : phrases.beginning(prefix);
  if (from !== null && from === to) return phrases.exactly(name(from), series);
  if (from !== null && to !== null) return phrases.between(name(from), name(to), series);
  if (from !== null) return phrases.from(name(from), series);
  return phrases.upTo(`${prefix}${to}`, series);
}
