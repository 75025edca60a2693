import { type ESTree, parseSync, Visitor } from "vite";
import type { SourceFile } from "./source-files.ts";

/**
 * How one module refers to another. `address`: `new URL("…", import.meta.url)`, as a worker or an asset is named.
 * `unknown`: an import whose target is computed, which no table can judge.
 */
export type ImportKind = "value" | "type" | "address" | "unknown";

/** One reference to another module. */
export interface FoundImport {
  readonly kind: ImportKind;
  /** As written; empty when `unknown`. */
  readonly specifier: string;
  /** 1-based. */
  readonly line: number;
}

/**
 * Finds every reference to another module in a file: static and dynamic imports, re-exports, type imports in all their
 * forms, `require`, and addresses beside the module.
 *
 * @throws Error when the file cannot be parsed: a file that cannot be read cannot be judged
 */
export function scanImports(file: SourceFile): readonly FoundImport[] {
  const parsed = parseSync(file.path, file.text);
  const [error] = parsed.errors;
  if (error !== undefined) throw new Error(`${file.path}: ${error.message}`);

  const found: FoundImport[] = [];
  const add = (node: ESTree.Node, kind: ImportKind, specifier: string): void => {
    found.push({ kind, specifier, line: file.text.slice(0, node.start).split("\n").length });
  };
  const addComputed = (node: ESTree.Node, kind: ImportKind, target: ESTree.Node | undefined): void => {
    const specifier = readText(target);
    if (specifier === null) add(node, "unknown", "");
    else add(node, kind, specifier);
  };

  new Visitor({
    ImportDeclaration(node) {
      const { specifiers } = node;
      const onlyTypes =
        node.importKind === "type" || (specifiers.length > 0 && specifiers.every((each) => isTypeSpecifier(each)));
      add(node, onlyTypes ? "type" : "value", node.source.value);
    },
    ExportNamedDeclaration(node) {
      if (node.source !== null) add(node, node.exportKind === "type" ? "type" : "value", node.source.value);
    },
    ExportAllDeclaration(node) {
      add(node, node.exportKind === "type" ? "type" : "value", node.source.value);
    },
    ImportExpression(node) {
      addComputed(node, "value", node.source);
    },
    TSImportType(node) {
      add(node, "type", node.source.value);
    },
    TSExternalModuleReference(node) {
      add(node, "value", node.expression.value);
    },
    TSModuleDeclaration(node) {
      if (node.id.type === "Literal" && typeof node.id.value === "string") add(node, "type", node.id.value);
    },
    NewExpression(node) {
      const [target, base] = node.arguments;
      if (isNamed(node.callee, "URL") && base !== undefined && isMetaUrl(base)) {
        const specifier = readText(target);
        if (specifier !== null) add(node, "address", specifier);
      }
    },
    CallExpression(node) {
      if (isNamed(node.callee, "require") || isModuleMock(node.callee)) addComputed(node, "value", node.arguments[0]);
    },
  }).visit(parsed.program);
  return found;
}

function isTypeSpecifier(specifier: ESTree.ImportDeclarationSpecifier): boolean {
  return specifier.type === "ImportSpecifier" && specifier.importKind === "type";
}

function isNamed(node: ESTree.Node, name: string): boolean {
  return node.type === "Identifier" && node.name === name;
}

/** `import.meta.resolve` and `require.resolve` name a module too; mocks of a test do as well. */
function isModuleMock(callee: ESTree.Node): boolean {
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return false;
  const { object, property } = callee;
  if (property.name === "resolve") return object.type === "MetaProperty" || isNamed(object, "require");
  return isNamed(object, "vi") && ["mock", "doMock", "importActual"].includes(property.name);
}

function isMetaUrl(node: ESTree.Node): boolean {
  return node.type === "MemberExpression" && node.object.type === "MetaProperty" && isNamed(node.property, "url");
}

/** The text of a literal, or of a template without holes. */
function readText(node: ESTree.Node | undefined): string | null {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  if (node?.type === "TemplateLiteral" && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? null;
  return null;
}
