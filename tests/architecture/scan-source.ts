import { type ESTree, type ParseResult, parseSync, Visitor, type VisitorObject } from "vite";
import type { SourceFile } from "./source-files.ts";

/** A function that a module offers. */
export interface ExportedFunction {
  readonly name: string;
  /** 1-based. */
  readonly line: number;
  /** A docstring stands directly before it. */
  readonly documented: boolean;
}

/** All string literals of a file, in order, without the specifiers of its imports. */
export function findStrings(file: SourceFile): readonly string[] {
  const strings: { readonly at: number; readonly text: string }[] = [];
  const specifiers = new Set<number>();
  const skip = (node: { readonly source: ESTree.Node | null }): void => {
    if (node.source !== null) specifiers.add(node.source.start);
  };
  visit(file, {
    ImportDeclaration: skip,
    ExportNamedDeclaration: skip,
    ExportAllDeclaration: skip,
    Literal(node) {
      if (typeof node.value === "string") strings.push({ at: node.start, text: node.value });
    },
    TemplateLiteral(node) {
      for (const quasi of node.quasis) strings.push({ at: quasi.start, text: quasi.value.cooked ?? "" });
    },
  });
  return strings.filter(({ at }) => !specifiers.has(at)).map(({ text }) => text);
}

/** Places where a file uses the console, as `path:line`. */
export function findConsoleUse(file: SourceFile): readonly string[] {
  const found: string[] = [];
  visit(file, {
    MemberExpression(node) {
      const { object } = node;
      const named = object.type === "MemberExpression" ? object.property : object;
      if (named.type === "Identifier" && named.name === "console")
        found.push(`${file.path}:${lineOf(file, node.start)}`);
    },
  });
  return found;
}

/** The functions that a module exports by name where they are declared. */
export function listExportedFunctions(file: SourceFile): readonly ExportedFunction[] {
  const found: ExportedFunction[] = [];
  const parsed = parse(file);
  new Visitor({
    ExportNamedDeclaration(node) {
      for (const name of functionNames(node.declaration)) {
        // The docstring of an overloaded function stands before its first signature.
        if (found.some((known) => known.name === name)) continue;
        found.push({
          name,
          line: lineOf(file, node.start),
          documented: hasDocstring(file, parsed.comments, node.start),
        });
      }
    },
  }).visit(parsed.program);
  return found;
}

function functionNames(declaration: ESTree.Node | null): readonly string[] {
  if (declaration?.type === "FunctionDeclaration" || declaration?.type === "TSDeclareFunction") {
    return declaration.id === null ? [] : [declaration.id.name];
  }
  if (declaration?.type !== "VariableDeclaration") return [];
  return declaration.declarations.flatMap(({ id, init }) => {
    const isFunction = init?.type === "ArrowFunctionExpression" || init?.type === "FunctionExpression";
    return isFunction && id.type === "Identifier" ? [id.name] : [];
  });
}

function hasDocstring(file: SourceFile, comments: ParseResult["comments"], start: number): boolean {
  return comments.some(
    ({ type, value, end }) =>
      type === "Block" && value.startsWith("*") && end <= start && file.text.slice(end, start).trim() === "",
  );
}

/** @throws Error when the file cannot be parsed */
function parse(file: SourceFile): ParseResult {
  const parsed = parseSync(file.path, file.text);
  const [error] = parsed.errors;
  if (error !== undefined) throw new Error(`${file.path}: ${error.message}`);
  return parsed;
}

function visit(file: SourceFile, visitor: VisitorObject): void {
  new Visitor(visitor).visit(parse(file).program);
}

function lineOf(file: SourceFile, offset: number): number {
  return file.text.slice(0, offset).split("\n").length;
}
