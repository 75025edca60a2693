import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { init } from "@embedpdf/pdfium";
import type { PdfiumExports, Pointer } from "./pdfium-exports.ts";

/** PDFium, loaded once in a worker, with its memory. Views become stale when memory grows: read them again each time. */
export interface Pdfium {
  readonly exports: PdfiumExports;
  bytes(): Uint8Array;
  floats(): Float32Array;
  doubles(): Float64Array;
  /** Makes a JavaScript function callable from PDFium; `signature` as Emscripten writes it, e.g. `iiii`. */
  addCallback(callback: (...values: number[]) => number, signature: string): Pointer;
  /** True once PDFium has asked for more memory than it may have. What it then returns may be incomplete. */
  memoryRefused(): boolean;
}

/** PDFium as machine code; it can be posted to another thread. */
export interface CompiledPdfium {
  readonly [Symbol.toStringTag]: string;
}

type Imports = Record<string, Record<string, unknown> | undefined>;

/** The part of the WebAssembly interface used here: the type libraries of a project without a DOM leave it out. */
interface WebAssemblyInterface {
  compile(bytes: Uint8Array): Promise<CompiledPdfium>;
  instantiate(module: CompiledPdfium, imports: Imports): Promise<unknown>;
}
const { WebAssembly: webAssembly } = globalThis as unknown as { readonly WebAssembly: WebAssemblyInterface };

/** What Emscripten lets its user replace, and what it then offers. The package's own types leave both out. */
interface RuntimeOverrides {
  readonly print: () => void;
  readonly printErr: () => void;
  readonly instantiateWasm: (imports: Imports, receive: (instance: unknown) => void) => object;
}
interface Runtime {
  readonly PDFiumExt_Init: () => void;
  readonly pdfium: {
    readonly wasmExports: PdfiumExports;
    readonly HEAPU8: Uint8Array;
    readonly HEAPF32: Float32Array;
    readonly HEAPF64: Float64Array;
    readonly addFunction: (callback: (...values: number[]) => number, signature: string) => Pointer;
  };
}
const startRuntime = init as unknown as (overrides: RuntimeOverrides) => Promise<Runtime>;

const ignore = (): void => {};

/** Where the package keeps the WebAssembly file, from source as well as from an installed program. */
export function resolvePdfiumWasm(): string {
  return createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm");
}

/** Compiles PDFium, so that several workers can share the machine code. */
export async function compilePdfium(wasmPath: string): Promise<CompiledPdfium> {
  return webAssembly.compile(await readFile(wasmPath));
}

/** Wraps Emscripten's way to grow the memory, so that it stops at `memoryLimit`. */
function limitMemory(imports: Imports, memoryLimit: number, refuse: () => void): void {
  const environment = imports["env"];
  const grow = environment?.["emscripten_resize_heap"];
  if (environment === undefined || typeof grow !== "function") throw new Error("unexpected imports of PDFium");
  environment["emscripten_resize_heap"] = (requested: number) => {
    if (requested >>> 0 <= memoryLimit && grow(requested)) return 1;
    refuse();
    return 0;
  };
}

/**
 * Starts an instance of PDFium.
 *
 * @param compiled from `compilePdfium`
 * @param memoryLimit bytes beyond which its memory may not grow
 */
export async function loadPdfium(compiled: CompiledPdfium, memoryLimit: number): Promise<Pdfium> {
  let refused = false;
  const runtime = await startRuntime({
    // Messages of the library can quote what it reads; nothing of a document may reach a log (safety.md, I6).
    print: ignore,
    printErr: ignore,
    instantiateWasm(imports, receive) {
      limitMemory(imports, memoryLimit, () => {
        refused = true;
      });
      void webAssembly.instantiate(compiled, imports).then(receive);
      return {};
    },
  });
  runtime.PDFiumExt_Init();
  const { pdfium } = runtime;
  return {
    exports: pdfium.wasmExports,
    bytes: () => pdfium.HEAPU8,
    floats: () => pdfium.HEAPF32,
    doubles: () => pdfium.HEAPF64,
    addCallback: (callback, signature) => pdfium.addFunction(callback, signature),
    memoryRefused: () => refused,
  };
}
