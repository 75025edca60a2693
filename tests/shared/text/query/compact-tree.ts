import { parseQuery } from "#shared/text/query/parse-query.ts";
import type { FieldCondition, ParsedQuery, QueryNode, WordPattern } from "#shared/text/query/query-node.ts";

/** A tree in a line: `a` with forms, `'a'` without, `=á` strict, `(& …)`, `(| …)`, `(! …)`, `(w/5 a b)`, `{kind order}`. */
export function compact(node: QueryNode): string {
  switch (node.kind) {
    case "word":
      return word(node.word);
    case "phrase":
      return `"${node.words.map((member) => word(member.word)).join(" ")}"`.replaceAll("'", "");
    case "regex":
      return `/${node.pattern}/`;
    case "field":
      return `{${field(node.condition)}}`;
    case "page":
      return `(page ${compact(node.node)})`;
    case "not":
      return `(! ${compact(node.node)})`;
    case "and":
      return `(& ${node.nodes.map(compact).join(" ")})`;
    case "or":
      return `(| ${node.nodes.map(compact).join(" ")})`;
    case "near":
    case "not-near": {
      const name = `${node.kind === "near" ? "" : "!"}${node.ordered ? "pre" : "w"}/${node.distance}`;
      return `(${name} ${compact(node.left)} ${compact(node.right)})`;
    }
  }
}

function word(pattern: WordPattern): string {
  if (pattern.kind === "wildcard") return pattern.pattern;
  if (pattern.kind === "fuzzy") return `${pattern.text}~${pattern.distance}`;
  if (pattern.strict) return `=${pattern.text}`;
  return pattern.forms ? pattern.text : `'${pattern.text}'`;
}

function field({ field: name, ...rest }: FieldCondition): string {
  const values = Object.values(rest).map((value: unknown) => {
    if (Array.isArray(value))
      return value.length === 0 ? "*" : value.map((pattern: WordPattern) => word(pattern)).join(" ");
    if (typeof value === "object" && value !== null && "from" in value && "to" in value) {
      return `${value.from ?? ""}..${value.to ?? ""}`;
    }
    return value === "" ? '""' : String(value);
  });
  return `${name} ${values.join(" ")}`;
}

/** Reads what must be readable. */
export function parsed(source: string): ParsedQuery {
  const result = parseQuery(source);
  if (result.kind === "failure") throw new Error(`${source}: ${result.failure.message} (${result.failure.offset})`);
  return result.value;
}

/** A tree without its places in the text. */
export function withoutPlaces(node: QueryNode): unknown {
  return JSON.parse(JSON.stringify(node, (key, value: unknown) => (key === "at" ? undefined : value)));
}
