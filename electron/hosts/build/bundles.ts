import { cp } from "node:fs/promises";
import { builtinModules } from "node:module";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { build, type InlineConfig, type Plugin } from "vite";
import { NODE_ENTRIES, PDFJS_FOLDERS, PRELOAD_ENTRY, RENDERER_ROOT } from "./layout.ts";

/** How the workbench's page is built; `vite.config.ts` serves the same during development. */
export function rendererConfig(root: string, outDir: string): InlineConfig {
  return {
    configFile: false,
    root: join(root, RENDERER_ROOT),
    // The page is served by an own scheme and by a loopback host: its addresses are relative to itself.
    base: "./",
    plugins: [react()],
    logLevel: "warn",
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2024",
      // The content security policy lets no data: address through, not even for a small font.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      reportCompressedSize: false,
    },
  };
}

/** Builds the page and puts the parts of pdf.js that it fetches beside it. */
export async function buildRenderer(root: string, outDir: string): Promise<void> {
  await build(rendererConfig(root, outDir));
  for (const folder of PDFJS_FOLDERS) {
    await cp(join(root, "node_modules/pdfjs-dist", folder), join(outDir, "pdfjs", folder), { recursive: true });
  }
}

/** Builds command line, web host, desktop and workers in one go; what several of them use stands in `chunks/`. */
export async function buildNodePrograms(root: string, outDir: string, dependencies: readonly string[]): Promise<void> {
  const input = Object.fromEntries(Object.entries(NODE_ENTRIES).map(([name, file]) => [name, join(root, file)]));
  await build({
    ...nodeConfig(root, outDir, dependencies),
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: "node22",
      minify: false,
      rolldownOptions: {
        input,
        output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
      },
    },
  });
}

/** Builds the preload script as one CommonJS file. */
export async function buildPreload(root: string, outDir: string): Promise<void> {
  await build({
    ...nodeConfig(root, outDir, []),
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: "node22",
      minify: false,
      rolldownOptions: {
        input: { [PRELOAD_ENTRY.name]: join(root, PRELOAD_ENTRY.source) },
        output: { format: "cjs", entryFileNames: "[name].cjs", codeSplitting: false },
      },
    },
  });
}

function nodeConfig(root: string, outDir: string, dependencies: readonly string[]): InlineConfig {
  return {
    configFile: false,
    root,
    publicDir: false,
    logLevel: "warn",
    plugins: [refuseUnshippedImports(outDir, dependencies)],
    ssr: { target: "node" },
  };
}

/**
 * Fails the build when a bundle imports a package that is not shipped: a development dependency would be there on the
 * developer's machine and nowhere else.
 */
function refuseUnshippedImports(outDir: string, dependencies: readonly string[]): Plugin {
  const shipped = new Set([...dependencies, ...builtinModules, "electron"]);
  return {
    name: "refuse-unshipped-imports",
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        for (const name of [...chunk.imports, ...chunk.dynamicImports]) {
          if (name in bundle || name.startsWith("node:") || shipped.has(packageName(name))) continue;
          this.error(`${chunk.fileName} in ${outDir} imports ${name}, which is not shipped`);
        }
      }
    },
  };
}

function packageName(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
