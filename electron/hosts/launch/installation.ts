import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Where the parts of this program stand, in a clone as in a package. */
export interface Installation {
  readonly root: string;
  readonly version: string;
  /** Folder of the built renderer. */
  readonly assetsDirectory: string;
  /** Script of the worker that reads untrusted files. */
  readonly workerUrl: URL;
  readonly preloadFile: string;
  readonly backendFile: string;
}

/**
 * Finds the program that a module belongs to, from the module itself: the nearest folder above it with the program's
 * `package.json`. Bundles and sources stand at different depths, so nothing is counted.
 *
 * @param moduleUrl `import.meta.url` of the caller
 */
export function findInstallation(moduleUrl: string): Installation {
  let folder = dirname(fileURLToPath(moduleUrl));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("The program's package.json is missing.");
    folder = parent;
  }
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return {
    root: folder,
    version: String(version),
    assetsDirectory: join(folder, "dist/renderer"),
    workerUrl: pathToFileURL(join(folder, "dist/workers/extract.js")),
    preloadFile: join(folder, "dist/desktop/preload.cjs"),
    backendFile: join(folder, "dist/desktop/backend.js"),
  };
}
