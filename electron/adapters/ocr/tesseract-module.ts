import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Raster } from "./raster.ts";

/** Tesseract as machine code; it can be posted to another thread. */
export interface CompiledTesseract {
  readonly [Symbol.toStringTag]: string;
}

/** A build of Tesseract: which instructions it uses. */
export type TesseractVariant = "relaxedsimd" | "simd";

/** Tesseract, started in a worker with one set of languages. */
export interface Tesseract {
  /** Recognises a raster; answers with the table of words. */
  read(raster: Raster, resolution: number): string;
  /** Bytes of its memory, which never shrinks. */
  memoryBytes(): number;
  /** Gives its memory back; it must not be used afterwards. */
  close(): void;
}

/** What of the package is used: the API of Tesseract (baseapi.h) as Emscripten binds it, and its file system in memory. */
interface TesseractApi {
  Init(dataFolder: string, languages: string, engineMode: number): number;
  SetVariable(name: string, value: string): boolean;
  SetPageSegMode(mode: number): void;
  SetImageFile(orientation: number, angle: number): number;
  SetSourceResolution(dotsPerInch: number): void;
  Recognize(monitor: null): number;
  GetTSVText(page: number): string;
  Clear(): void;
  End(): void;
}
interface Runtime {
  readonly TessBaseAPI: new () => TesseractApi;
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void; unlink(path: string): void };
}
interface Overrides {
  readonly print: () => void;
  readonly printErr: () => void;
  readonly TesseractProgress: () => void;
  readonly instantiateWasm: (imports: object, receive: (instance: unknown) => void) => object;
}
type StartRuntime = (overrides: Overrides) => Promise<Runtime>;

/** The part of the WebAssembly interface used here: the type libraries of a project without a DOM leave it out. */
interface WebAssemblyMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
interface WebAssemblyInterface {
  validate(bytes: Uint8Array): boolean;
  compile(bytes: Uint8Array): Promise<CompiledTesseract>;
  instantiate(
    module: CompiledTesseract,
    imports: object,
  ): Promise<{ readonly exports: Readonly<Record<string, unknown>> }>;
  readonly Memory: { new (options: object): WebAssemblyMemory };
}
const { WebAssembly: webAssembly } = globalThis as unknown as { readonly WebAssembly: WebAssemblyInterface };

/** OEM_LSTM_ONLY (publictypes.h): the models hold nothing else. */
const NEURAL_ENGINE = 1;
/** PSM_AUTO (publictypes.h): columns, blocks and lines are found, orientation is not. */
const FIND_LAYOUT = 3;
/** Exif's number for a picture that stands upright. */
const UPRIGHT = 1;
/** Where the package reads the picture from, in its own file system in memory. */
const PICTURE = "/input";
const WASM_PAGE_BYTES = 65_536;

/** A module of one function with one relaxed instruction (i8x16.relaxed_swizzle): valid only where these are known. */
const RELAXED_PROBE = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 15, 1, 13, 0],
  ...[65, 1, 253, 15, 65, 2, 253, 15, 253, 128, 2, 11],
);

const load = createRequire(import.meta.url);

/** The fastest build of Tesseract that this machine can run. Relaxed instructions multiply 8-bit numbers in one step. */
export function chooseVariant(): TesseractVariant {
  return webAssembly.validate(RELAXED_PROBE) ? "relaxedsimd" : "simd";
}

/** The shipped build's name. What Tesseract says of itself is known only once it runs, and names no release. */
export function nameTesseractBuild(): string {
  const { name, version } = load("tesseract.js-core/package.json") as {
    readonly name: string;
    readonly version: string;
  };
  return `${name} ${version}`;
}

/** Compiles Tesseract, so that several workers can share the machine code. */
export async function compileTesseract(variant: TesseractVariant): Promise<CompiledTesseract> {
  return webAssembly.compile(await readFile(load.resolve(`tesseract.js-core/tesseract-core-${variant}-lstm.wasm`)));
}

/**
 * Starts Tesseract with models.
 *
 * @param models by the name that Tesseract gives the language, the most likely one first
 * @param memoryLimit bytes beyond which its memory may not grow; it then fails
 * @throws Error when it cannot be started with these models
 */
export async function startTesseract(
  { compiled, variant }: { readonly compiled: CompiledTesseract; readonly variant: TesseractVariant },
  models: ReadonlyMap<string, Uint8Array>,
  memoryLimit: number,
): Promise<Tesseract> {
  const startRuntime = load(`tesseract.js-core/tesseract-core-${variant}-lstm.js`) as StartRuntime;
  let memory: WebAssemblyMemory | undefined;
  const runtime = await startRuntime({
    // Messages of the library can quote what it reads; nothing of a document may reach a log (safety.md, I6).
    print: ignore,
    printErr: ignore,
    TesseractProgress: ignore,
    instantiateWasm(imports, receive) {
      void webAssembly.instantiate(compiled, imports).then((instance) => {
        memory = limitMemory(instance.exports, memoryLimit);
        receive(instance);
      });
      return {};
    },
  });
  for (const [name, bytes] of models) runtime.FS.writeFile(`/${name}.traineddata`, bytes);
  const api = new runtime.TessBaseAPI();
  const refused = api.Init("/", [...models.keys()].join("+"), NEURAL_ENGINE);
  // They have been read into Tesseract's own memory.
  for (const name of models.keys()) runtime.FS.unlink(`/${name}.traineddata`);
  if (refused !== 0) throw new Error("Tesseract did not accept its models");
  api.SetPageSegMode(FIND_LAYOUT);
  return {
    read(raster, resolution) {
      runtime.FS.writeFile(PICTURE, asPortableGreymap(raster));
      try {
        if (api.SetImageFile(UPRIGHT, 0) === 1) throw new Error("Tesseract could not read its picture");
        api.SetSourceResolution(Math.round(resolution));
        if (api.Recognize(null) !== 0) throw new Error("Tesseract failed");
        return api.GetTSVText(0);
      } finally {
        api.Clear();
        runtime.FS.unlink(PICTURE);
      }
    },
    memoryBytes: () => memory?.buffer.byteLength ?? 0,
    close: () => api.End(),
  };
}

const ignore = (): void => {};

/** Emscripten grows the memory by its own method, which is replaced here: what it throws is taken as a refusal. */
function limitMemory(exports: Readonly<Record<string, unknown>>, limit: number): WebAssemblyMemory {
  const memory = Object.values(exports).find((value) => value instanceof webAssembly.Memory);
  if (!(memory instanceof webAssembly.Memory)) throw new Error("unexpected exports of Tesseract");
  const grow = memory.grow.bind(memory);
  memory.grow = (pages) => {
    if (memory.buffer.byteLength + pages * WASM_PAGE_BYTES > limit) throw new RangeError("no more memory");
    return grow(pages);
  };
  return memory;
}

/** The simplest picture file (netpbm, "pgm", binary). */
function asPortableGreymap({ width, height, pixels }: Raster): Uint8Array {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, "latin1");
  const bytes = new Uint8Array(head.length + pixels.length);
  bytes.set(head);
  bytes.set(pixels, head.length);
  return bytes;
}
