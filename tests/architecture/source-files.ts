import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** A file of the project's own code; its path is relative to the root and uses forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export const PROJECT_ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Folders whose code the architecture tests look at. */
export const SOURCE_FOLDERS = ["shared", "electron", "renderer", "fixtures", "tests"] as const;

const CODE = /\.(?:[cm]?[jt]s|tsx|jsx)$/;

/** Folders that hold what a run leaves behind, not code. */
const NOT_CODE = new Set(["node_modules", "dist", "results", "__screenshots__"]);

/** Paths of all files in the source folders, code or not. */
export function listProjectPaths(): readonly string[] {
  return SOURCE_FOLDERS.flatMap((folder) => listFolder(join(PROJECT_ROOT, folder)))
    .map((path) => relative(PROJECT_ROOT, path).split(sep).join("/"))
    .sort();
}

/** True when the path names a file of code. */
export function isCode(path: string): boolean {
  return CODE.test(path);
}

/** Reads one file of the project. */
export function readSource(path: string): SourceFile {
  return { path, text: readFileSync(join(PROJECT_ROOT, path), "utf8") };
}

function listFolder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_CODE.has(entry.name) ? [] : listFolder(path);
    return entry.isFile() ? [path] : [];
  });
}

/** What the tests need of package.json. */
export interface PackageManifest {
  readonly imports: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** Reads the project's package.json. */
export function readPackageManifest(): PackageManifest {
  return JSON.parse(readFileSync(join(PROJECT_ROOT, "package.json"), "utf8"));
}
