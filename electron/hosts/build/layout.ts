import { join } from "node:path";

/** Entry points of the programs that run on Node.js or Electron, by the name of their bundle under `dist/`. */
export const NODE_ENTRIES = {
  "cli/main": "electron/hosts/cli/main.ts",
  "desktop/main": "electron/hosts/desktop/main.ts",
  "desktop/backend": "electron/hosts/desktop/backend.ts",
  "workers/extract": "electron/workers/extract.ts",
  "workers/convert": "electron/workers/convert.ts",
  "workers/ocr": "electron/workers/ocr.ts",
  "workers/patterns": "electron/workers/patterns.ts",
} as const;

/** The preload script: a bundle of its own, because a sandboxed preload is CommonJS and may import nothing but electron. */
export const PRELOAD_ENTRY = { name: "desktop/preload", source: "electron/hosts/desktop/preload.ts" } as const;

/** The page of the workbench. */
export const RENDERER_ROOT = "renderer";

/** What the build reads: when any of it changes, `dist/` is stale. */
export const BUILD_SOURCES = [
  "shared",
  "electron",
  "renderer",
  "fixtures",
  "package.json",
  "package-lock.json",
  "vite.config.ts",
] as const;

/** Folders of pdf.js that the reader fetches while it paints: under `pdfjs/` beside the page. */
export const PDFJS_FOLDERS = ["cmaps", "standard_fonts", "wasm", "iccs"] as const;

/** Where a build of the program in `root` stands. */
export function distFolder(root: string): string {
  return join(root, "dist");
}

/** The record of the last complete build: the fingerprint of its sources and the files that it wrote. */
export function buildRecordFile(root: string): string {
  return join(distFolder(root), "build.json");
}
