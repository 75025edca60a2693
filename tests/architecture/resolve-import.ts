import { isBuiltin } from "node:module";
import { posix } from "node:path";

/** Where an import leads. */
export type ImportTarget =
  /** Path relative to the root. */
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "package"; readonly name: string }
  | { readonly kind: "builtin"; readonly name: string };

/** The `imports` map of package.json, e.g. `{"#core/*": "./electron/core/*"}`. */
export type ImportMap = Readonly<Record<string, string>>;

/**
 * Resolves a specifier as Node.js does for this project: relative paths, the import map, built-in modules, packages.
 * An asset query of the bundler (`?url`, `?worker`) is not part of the path.
 *
 * @param from path of the importing file, relative to the root
 * @returns null when the specifier fits none of these: an absolute path, or an unknown entry of the import map
 */
export function resolveImport(specifier: string, from: string, importMap: ImportMap): ImportTarget | null {
  const bare = specifier.replace(/\?.*$/s, "");
  if (bare.startsWith("./") || bare.startsWith("../") || bare === "." || bare === "..") {
    const path = posix.join(posix.dirname(from), bare);
    return { kind: "file", path };
  }
  if (bare.startsWith("#")) return resolveMapped(bare, importMap);
  if (bare.startsWith("/") || bare === "") return null;
  if (isBuiltin(bare)) return { kind: "builtin", name: bare.replace(/^node:/, "") };
  const parts = bare.split("/");
  return { kind: "package", name: parts.slice(0, bare.startsWith("@") ? 2 : 1).join("/") };
}

function resolveMapped(specifier: string, importMap: ImportMap): ImportTarget | null {
  for (const [pattern, target] of Object.entries(importMap)) {
    const prefix = pattern.replace(/\*$/, "");
    if (!pattern.endsWith("*") || !specifier.startsWith(prefix)) continue;
    return { kind: "file", path: posix.normalize(target.replace("*", specifier.slice(prefix.length))) };
  }
  return null;
}
