import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { parseSync } from "vite";

const ROOT = resolve(import.meta.dirname, "../../..");
const RENDERER = join(ROOT, "renderer");

/** The folders of the messages themselves, one for each language. */
const CATALOGUES = /^messages[/\\](?:en|es)[/\\]/;

/** What one file of the renderer says. */
export interface SourceTexts {
  /** From the root of the project, with `/`. */
  readonly path: string;
  /** Every string that stands in it, wherever: keys of messages are among them. */
  readonly strings: ReadonlySet<string>;
  /** Texts in the source that a person would read, because of where they stand: `12: "Close"`. */
  readonly visible: readonly string[];
  /** Texts of two words and more, wherever they stand: they were written for somebody to read. */
  readonly phrases: readonly string[];
}

/** A node of a syntax tree (ESTree); what else it has depends on its type. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

/** Attributes and properties whose values people read or hear. */
const READ = new Set([
  "alt",
  "aria-description",
  "aria-label",
  "aria-roledescription",
  "aria-valuetext",
  "content",
  "header",
  "heading",
  "hint",
  "label",
  "placeholder",
  "removeLabel",
  "title",
  "tooltip",
  "words",
]);

/** Calls whose first argument people read or hear. */
const SAYING = new Set(["announce", "alert", "confirm"]);

/** All files of the renderer besides its messages, read as syntax: what stands in a comment does not count. */
export function readRendererTexts(): readonly SourceTexts[] {
  return readdirSync(RENDERER, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !CATALOGUES.test(name))
    .sort()
    .map((name) => join(RENDERER, name))
    .map((file) => readTexts(relative(ROOT, file).split(sep).join("/"), readFileSync(file, "utf8")));
}

/** One file. */
export function readTexts(path: string, source: string): SourceTexts {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message ?? ""}`);
  const strings = new Set<string>();
  const found: Node[] = [];
  const phrased: Node[] = [];
  visit(program as unknown as Node, (node, isForPeople) => {
    if (node.type === "Literal" && typeof node["value"] === "string") strings.add(node["value"]);
    if (isForPeople && (node.type === "Literal" || node.type === "TemplateLiteral")) phrased.push(node);
    found.push(...readNodes(node));
  });
  const say = (nodes: readonly Node[], isText: (text: string) => boolean) =>
    nodes
      .flatMap((node) => textsOf(node).map((text) => ({ text: text.trim(), line: lineOf(source, node.start) })))
      .filter(({ text }) => isText(text))
      .map(({ text, line }) => `${path}:${line}: ${JSON.stringify(text)}`);
  return {
    path,
    strings,
    visible: say(found, (text) => /\p{L}/u.test(text) && !isMessageKey(text)),
    phrases: say(phrased, (text) => /\p{L}{2} \p{L}{2}/u.test(text)),
  };
}

/** The parts of a node that a person would read, if it has any. */
function readNodes(node: Node): readonly Node[] {
  switch (node.type) {
    case "JSXText":
      return [node];
    case "JSXElement":
    case "JSXFragment":
      return nodesIn(node["children"]).filter((child) => child.type === "JSXExpressionContainer");
    case "JSXAttribute":
      return READ.has(nameOf(node["name"])) ? nodesIn([node["value"]]) : [];
    case "Property":
      return READ.has(nameOf(node["key"])) ? nodesIn([node["value"]]) : [];
    case "CallExpression": {
      const callee = node["callee"] as Node;
      return SAYING.has(nameOf(callee["property"] ?? callee)) ? nodesIn(node["arguments"]).slice(0, 1) : [];
    }
    default:
      return [];
  }
}

/**
 * The texts that an expression can come to. What it asks of others (calls, variables) is looked at where that is written.
 */
function textsOf(node: Node): readonly string[] {
  const some = (...fields: readonly string[]) => fields.flatMap((field) => nodesIn([node[field]]).flatMap(textsOf));
  switch (node.type) {
    case "JSXText":
    case "Literal":
      return typeof node["value"] === "string" ? [node["value"]] : [];
    case "JSXExpressionContainer":
    case "TSAsExpression":
    case "ParenthesizedExpression":
      return some("expression");
    case "ConditionalExpression":
      return some("consequent", "alternate");
    case "LogicalExpression":
    case "BinaryExpression":
      // A comparison is no text; what is added up is one.
      return node["operator"] === "+" || node.type === "LogicalExpression" ? some("left", "right") : [];
    case "TemplateLiteral":
      return nodesIn(node["quasis"]).map((quasi) => (quasi["value"] as { readonly cooked: string }).cooked);
    default:
      return [];
  }
}

/** Goes through a tree; `isForPeople` is false for what stands in something that is written for others. */
function visit(node: Node, see: (node: Node, isForPeople: boolean) => void, isForPeople = true): void {
  see(node, isForPeople);
  const isForThem = isForPeople && !isForOthers(node);
  for (const value of Object.values(node)) for (const child of nodesIn([value].flat())) visit(child, see, isForThem);
}

/** A defect is told to whoever mends it, a query to the search: both have one language. */
function isForOthers(node: Node): boolean {
  if (node.type === "NewExpression") return nameOf(node["callee"]) === "Error";
  return node.type === "Property" && nameOf(node["key"]) === "query";
}

function nodesIn(values: unknown): readonly Node[] {
  return Array.isArray(values) ? values.filter(isNode) : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

/** The name of an identifier, or the value of a key in quotation marks. */
function nameOf(node: unknown): string {
  if (!isNode(node)) return "";
  return String(node["name"] ?? node["value"] ?? "");
}

function isMessageKey(text: string): boolean {
  return /^[a-z]+\.[a-z][A-Za-z0-9]*$/.test(text);
}

function lineOf(source: string, start: number): number {
  return source.slice(0, start).split("\n").length;
}
