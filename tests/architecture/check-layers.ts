import { LAYERS, type Layer, PACKAGE_TABLE } from "./layer-table.ts";
import { type ImportMap, resolveImport } from "./resolve-import.ts";
import { type FoundImport, scanImports } from "./scan-imports.ts";
import type { SourceFile } from "./source-files.ts";

/** What a check needs to know of the project besides the file itself. */
export interface Project {
  readonly importMap: ImportMap;
  /** Whether a file stands at a path relative to the root. */
  exists(path: string): boolean;
}

/** Everything in a file that breaks the layer table, as sentences with file and line. Empty when it keeps to it. */
export function checkFile(file: SourceFile, project: Project): readonly string[] {
  const layers = LAYERS.filter((layer) => layer.files.test(file.path));
  const [layer] = layers;
  if (layer === undefined) return [`${file.path}: belongs to no layer of the table`];
  if (layers.length > 1) return [`${file.path}: belongs to ${layers.map(({ name }) => name).join(" and ")}`];
  return scanImports(file).flatMap((found) => {
    const problem = judgeImport(file.path, layer, found, project);
    return problem === null ? [] : [`${file.path}:${found.line}: ${problem}`];
  });
}

function judgeImport(from: string, layer: Layer, found: FoundImport, project: Project): string | null {
  if (found.kind === "unknown") return layer.mayCompute === true ? null : "imports something that is computed";
  const target = resolveImport(found.specifier, from, project.importMap);
  if (target === null) return `imports ${found.specifier}, which cannot be resolved`;
  switch (target.kind) {
    case "builtin":
      return layer.node ? null : `${layer.name} may not use Node.js (${target.name})`;
    case "package":
      return judgePackage(from, target.name);
    case "file":
      return judgeFile(from, layer, found, target.path, project);
  }
}

function judgePackage(from: string, name: string): string | null {
  const places = Object.hasOwn(PACKAGE_TABLE, name) ? PACKAGE_TABLE[name] : undefined;
  if (places === undefined) return `imports ${name}, which is not in the table of packages`;
  return places.some((place) => place.test(from)) ? null : `may not import the package ${name}`;
}

function judgeFile(from: string, layer: Layer, found: FoundImport, path: string, project: Project): string | null {
  if (found.kind !== "address" && !project.exists(path)) return `imports ${path}, which does not exist`;
  const allowed = [...layer.mayImport, ...(found.kind === "address" ? (layer.mayAddress ?? []) : [])];
  const isAllowed = allowed.some((rule) => (rule === "own" ? isOwn(layer, from, path) : rule.test(path)));
  return isAllowed ? null : `${layer.name} may not import ${path}`;
}

function isOwn(layer: Layer, from: string, path: string): boolean {
  const here = layer.files.exec(from);
  const there = layer.files.exec(path);
  return here !== null && there !== null && here[1] === there[1];
}
