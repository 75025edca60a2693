/** One layer: which files belong to it, and what they may import besides their own layer. */
export interface Layer {
  readonly name: string;
  readonly files: RegExp;
  /**
   * Files of this project that it may import. `own` stands for the layer's own files; where `files` has a group, for
   * those with the same text in it (an adapter is one folder of `electron/adapters`, not all of them).
   */
  readonly mayImport: readonly (RegExp | "own")[];
  /** Files that it may name by `new URL("…", import.meta.url)`. */
  readonly mayAddress?: readonly RegExp[];
  /** Whether it may use the modules that are built into Node.js. */
  readonly node: boolean;
  /** Whether it may import what is computed when it runs: a launcher does that with what was built. */
  readonly mayCompute?: boolean;
}

const SHARED = /^shared\//;
const PORTS = /^electron\/core\/ports\//;
const FEATURES = /^renderer\/(?:welcome|library|search|passages|codebook|facts|briefs|jobs)\//;
/** What every part of the screen is made with. */
const MESSAGES = /^renderer\/messages\//;
const SCREEN_KIT = [/^renderer\/(?:ui|client|messages)\//, /^renderer\/app\/(?:navigation|command-handlers)\.ts$/];

/**
 * The table of docs/architecture.md and of the design. A file belongs to exactly one layer; a file that belongs to none is
 * an error, so that a new folder is a decision and not an accident.
 */
export const LAYERS: readonly Layer[] = [
  { name: "shared/base", files: /^shared\/base\//, mayImport: ["own"], node: false },
  { name: "shared/model", files: /^shared\/model\//, mayImport: ["own", /^shared\/base\//], node: false },
  { name: "shared/errors", files: /^shared\/errors\//, mayImport: ["own", /^shared\/(?:base|model)\//], node: false },
  {
    name: "shared/text",
    files: /^shared\/text\//,
    mayImport: ["own", /^shared\/(?:base|model|errors)\//],
    node: false,
  },
  { name: "shared/contract", files: /^shared\/contract\//, mayImport: [SHARED], node: false },

  { name: "core/ports", files: PORTS, mayImport: ["own", SHARED], node: false },
  {
    name: "core",
    files: /^electron\/core\/(?!ports\/)/,
    mayImport: [/^electron\/core\//, SHARED],
    node: false,
  },
  {
    name: "adapter",
    files: /^electron\/adapters\/(?!(?:pdf|ocr|convert)\/)([^/]+)\//,
    // What printing and renditions have in common about setting text lies in a folder of its own.
    mayImport: ["own", /^electron\/adapters\/typeset\//, PORTS, SHARED],
    node: true,
  },
  {
    // These do their work in the pool of workers, which is an adapter of its own.
    name: "adapter of untrusted bytes",
    files: /^electron\/adapters\/(pdf|ocr|convert)\//,
    mayImport: ["own", /^electron\/adapters\/(?:workers|typeset)\//, PORTS, SHARED],
    node: true,
  },
  {
    name: "workers",
    files: /^electron\/workers\//,
    // Of the pool it knows the messages only.
    mayImport: ["own", /^electron\/adapters\/(?:(?:pdf|ocr|convert)\/|workers\/protocol\.ts$)/, PORTS, SHARED],
    node: true,
  },
  {
    name: "hosts",
    files: /^electron\/hosts\//,
    mayImport: [/^electron\//, SHARED, /^fixtures\//],
    // A process is started from a host; the page is served by one.
    mayAddress: [/^electron\//, /^renderer\//],
    node: true,
    mayCompute: true,
  },

  { name: "renderer/messages", files: /^renderer\/messages\//, mayImport: ["own", SHARED], node: false },
  { name: "renderer/ui", files: /^renderer\/ui\//, mayImport: ["own", MESSAGES, SHARED], node: false },
  { name: "renderer/client", files: /^renderer\/client\//, mayImport: ["own", MESSAGES, SHARED], node: false },
  { name: "renderer/reader", files: /^renderer\/reader\//, mayImport: ["own", ...SCREEN_KIT, SHARED], node: false },
  {
    name: "renderer feature",
    files: FEATURES,
    mayImport: [FEATURES, /^renderer\/reader\//, ...SCREEN_KIT, SHARED],
    node: false,
  },
  {
    name: "renderer frame",
    files: /^renderer\/(?:app\/.*|[^/]+)$/,
    mayImport: [/^renderer\//, SHARED],
    node: false,
  },

  { name: "fixtures", files: /^fixtures\//, mayImport: ["own", SHARED], node: true },
  {
    name: "tests",
    files: /^tests\//,
    mayImport: [/^(?:tests|shared|electron|renderer|fixtures)\//],
    mayAddress: [/./],
    node: true,
    mayCompute: true,
  },
];

const TESTS = /^tests\//;
const ELECTRON = /^electron\//;
const RENDERER = /^renderer\//;

/**
 * Where each package may be imported, as value or as type. A package that is not in this table may be imported nowhere:
 * a new dependency is a decision.
 */
export const PACKAGE_TABLE: Readonly<Record<string, readonly RegExp[]>> = {
  zod: [SHARED, ELECTRON, RENDERER, TESTS],

  electron: [/^electron\/hosts\/desktop\//, TESTS],
  "better-sqlite3": [/^electron\/adapters\/sqlite\//, TESTS],
  "@embedpdf/pdfium": [/^electron\/adapters\/pdf\//, TESTS],
  pdfkit: [/^electron\/adapters\/(?:print|convert)\//, /^fixtures\//, TESTS],
  parse5: [/^electron\/adapters\/convert\/html\//],
  "markdown-it": [/^electron\/adapters\/convert\/markdown\//, /^renderer\/passages\//],
  chardet: [/^electron\/adapters\/convert\//],
  yauzl: [/^electron\/adapters\/convert\/archive\//],
  "postal-mime": [/^electron\/adapters\/convert\/mail\//],
  "@kenjiuno/msgreader": [/^electron\/adapters\/convert\/mail\//, TESTS],
  "@kenjiuno/decompressrtf": [/^electron\/adapters\/convert\/mail\//],
  saxes: [/^electron\/adapters\/(?:convert\/office|exchange)\//],
  "@e965/xlsx": [/^electron\/adapters\/(?:convert\/office|spreadsheet)\//, TESTS],
  papaparse: [/^electron\/adapters\/(?:convert\/office|exchange)\//],
  "pst-extractor": [/^electron\/adapters\/convert\/mail\//],
  utif2: [/^electron\/adapters\/convert\/picture\//, TESTS],
  "@jsquash/webp": [/^electron\/adapters\/convert\/picture\//],
  "jpeg-js": [/^fixtures\//, TESTS],
  // Deflates alike on every machine, which zlib does not promise.
  fflate: [TESTS, /^fixtures\//],
  commander: [/^electron\/hosts\/cli\//],

  "pdfjs-dist": [/^renderer\/reader\//, TESTS],
  react: [RENDERER, TESTS],
  "react-dom": [RENDERER, TESTS],
  "@tanstack/react-query": [RENDERER, TESTS],
  "@tanstack/react-virtual": [RENDERER],
  "@floating-ui/react": [RENDERER],
  "@atlaskit/pragmatic-drag-and-drop": [RENDERER],
  "lucide-react": [RENDERER],
  "intl-messageformat": [MESSAGES, TESTS],
  // The palette only: documents have an index of their own.
  minisearch: [/^renderer\/app\/palette\//],
  "@fontsource-variable/inter": [RENDERER],
  "@fontsource-variable/source-serif-4": [RENDERER],

  // The program builds its bundles itself at the first start from a clone.
  vite: [/^electron\/hosts\/build\//, TESTS],
  "@vitejs/plugin-react": [/^electron\/hosts\/build\//, TESTS],
  "@electron/fuses": [/^electron\/hosts\/build\//, TESTS],

  vitest: [TESTS],
  "fast-check": [TESTS],
  playwright: [TESTS],
  "@playwright/test": [TESTS],
  "@axe-core/playwright": [TESTS],
  "@cantoo/pdf-lib": [TESTS],
};
