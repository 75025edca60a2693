import { openSafeZip, type SafeZip } from "./open-zip.ts";

/** What a ZIP archive is. */
export type ZipKind = "zip" | "docx" | "xlsx" | "unsupported";

interface Identity {
  readonly kind: ZipKind;
  /** As people call it, for a reason. */
  readonly name: string;
}

const MAX_CONTENT_TYPES_BYTES = 4 * 1024 * 1024;
const MAX_MIME_TYPE_BYTES = 256;

const WORD: Identity = { kind: "docx", name: "Word document" };
const WORKBOOK: Identity = { kind: "xlsx", name: "Excel workbook" };

/**
 * Content types of main parts in `[Content_Types].xml` (ECMA-376-2 and MS-OFFMACRO2), with templates and files that hold
 * macros: these are never run, and their text is read like any other.
 */
const MAIN_PARTS: readonly (readonly [RegExp, Identity])[] = [
  [/wordprocessingml\.(?:document|template)\.main\+xml|ms-word\.(?:document|template)\.macroEnabled/u, WORD],
  [/spreadsheetml\.(?:sheet|template)\.main\+xml|ms-excel\.(?:sheet|template)\.macroEnabled\.main/u, WORKBOOK],
  [/ms-excel\.sheet\.binary\.macroEnabled\.main/u, unsupported("binary Excel workbook (.xlsb)")],
  [/presentationml\.|ms-powerpoint\./u, unsupported("PowerPoint presentation (.pptx)")],
  [/ms-visio\.|visio\.drawing/u, unsupported("Visio drawing (.vsdx)")],
  [/ms-package\.xps-|oxps/u, unsupported("XPS document")],
];

/** Content of an entry named `mimetype` (ODF 1.3 part 2, 3.3; EPUB OCF 3.3). */
const MIME_TYPES: readonly (readonly [string, Identity])[] = [
  ["application/vnd.oasis.opendocument.text", unsupported("OpenDocument text (.odt)")],
  ["application/vnd.oasis.opendocument.spreadsheet", unsupported("OpenDocument spreadsheet (.ods)")],
  ["application/vnd.oasis.opendocument.presentation", unsupported("OpenDocument presentation (.odp)")],
  ["application/vnd.oasis.opendocument", unsupported("OpenDocument file")],
  ["application/epub+zip", unsupported("EPUB book")],
];

function unsupported(name: string): Identity {
  return { kind: "unsupported", name };
}

/**
 * Tells by content what an archive is. A macro-enabled Office file is what it is without macros; what is not known to be
 * anything else is a plain archive.
 *
 * @throws ProbativeError `import/corrupt` and `import/unsafe-archive`, as `openSafeZip`
 */
export async function identifyZip(path: string): Promise<ZipKind> {
  return (await identify(path)).kind;
}

/** What people call the format of an archive: for the reason why one is not read. @throws as `identifyZip` */
export async function nameZip(path: string): Promise<string> {
  return (await identify(path)).name;
}

async function identify(path: string): Promise<Identity> {
  const zip = await openSafeZip(path);
  try {
    return (await identifyOffice(zip)) ?? (await identifyByMimeType(zip)) ?? identifyByNames(zip);
  } finally {
    zip.close();
  }
}

async function identifyOffice(zip: SafeZip): Promise<Identity | null> {
  const types = await readText(zip, "[Content_Types].xml", MAX_CONTENT_TYPES_BYTES);
  if (types === null) return null;
  return MAIN_PARTS.find(([pattern]) => pattern.test(types))?.[1] ?? null;
}

async function identifyByMimeType(zip: SafeZip): Promise<Identity | null> {
  const type = await readText(zip, "mimetype", MAX_MIME_TYPE_BYTES);
  if (type === null) return null;
  return MIME_TYPES.find(([start]) => type.startsWith(start))?.[1] ?? null;
}

function identifyByNames(zip: SafeZip): Identity {
  const names = new Set(zip.entries.map(({ name }) => name));
  if (names.has("word/document.xml")) return WORD;
  if (names.has("xl/workbook.xml")) return WORKBOOK;
  if (names.has("AndroidManifest.xml") && names.has("classes.dex")) return unsupported("Android app (.apk)");
  if (names.has("Index/Document.iwa") || names.has("Index.zip"))
    return unsupported("iWork document (Pages, Numbers or Keynote)");
  if (names.has("META-INF/MANIFEST.MF") && zip.entries.some(({ name }) => name.endsWith(".class")))
    return unsupported("Java program (.jar)");
  return { kind: "zip", name: "ZIP archive" };
}

/** Text of an entry; null when there is none or it cannot be read: the archive is then known by its names, if at all. */
async function readText(zip: SafeZip, name: string, limitBytes: number): Promise<string | null> {
  const entry = zip.entries.find((each) => each.name === name);
  if (entry === undefined || entry.bytes > limitBytes) return null;
  try {
    return new TextDecoder().decode(await zip.read(entry, limitBytes));
  } catch {
    return null;
  }
}
