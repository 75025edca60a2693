import { posix } from "node:path";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { DocumentMetadata } from "#shared/model/document.ts";
import { openSafeZip, type SafeZip } from "../archive/open-zip.ts";
import type { SafeZipEntry } from "../archive/zip-entry.ts";
import { findChild, textOf, type XmlElement } from "./xml/element.ts";
import { parseXml, type XmlReader } from "./xml/xml-reader.ts";

/** Parts that are held whole (styles, notes, pictures, embedded files). The text itself is streamed. */
const MAX_PART_BYTES = 128 * 1024 * 1024;

/** A reference from one part to another, or out of the file. */
export interface Relationship {
  /** Last segment of its type: `image`, `hyperlink`, `header`. */
  readonly type: string;
  /** Path of a part without a leading slash; an address as written when it leads out of the file. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** The parts of an office file (ECMA-376 part 2). Names of parts are not case-sensitive. */
export interface OfficePackage {
  readonly entries: readonly SafeZipEntry[];
  /** The part that the file is about (`word/document.xml`). */
  readonly mainPart: string;
  has(part: string): boolean;
  /** @throws ProbativeError when it is missing, damaged, or larger than what is held */
  read(part: string): Promise<Uint8Array>;
  /** Children of the part's root; none when there is no such part. @throws ProbativeError as `read` and `parseXml` */
  readXml(part: string): Promise<readonly XmlElement[]>;
  /** Feeds a part to a reader that `createXmlReader` made. @throws ProbativeError after what could be read was handed out */
  stream(part: string, reader: XmlReader): Promise<void>;
  /** References of a part, by their id; of the file itself for `""`. */
  relationships(part: string): Promise<ReadonlyMap<string, Relationship>>;
  close(): void;
}

/**
 * Opens an office file that is a ZIP.
 *
 * @param path absolute path
 * @throws ProbativeError `import/corrupt`, `import/unsafe-archive`; `import/encrypted` when it is wrapped by a password
 */
export async function openOfficePackage(path: string, bytes: Uint8Array): Promise<OfficePackage> {
  if (isCompoundFile(bytes))
    throw new ProbativeError("import/encrypted", "The office file asks for a password, or is of an older kind.");
  const zip = await openSafeZip(path);
  try {
    const parts = createParts(zip);
    const root = await parts.relationships("");
    const main = [...root.values()].find(({ type, isExternal }) => type === "officeDocument" && !isExternal)?.target;
    const mainPart = [main, "word/document.xml", "xl/workbook.xml"].find(
      (name) => name !== undefined && parts.has(name),
    );
    if (mainPart === undefined) throw new ProbativeError("import/corrupt", "The office file has no main part.");
    return { ...parts, mainPart };
  } catch (thrown) {
    zip.close();
    throw thrown;
  }
}

/** First bytes of a compound file (MS-CFB 2.2): encrypted office files are wrapped in one. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

function createParts(zip: SafeZip): Omit<OfficePackage, "mainPart"> {
  const byName = new Map<string, SafeZipEntry>();
  for (const entry of zip.entries) {
    const key = keyOf(entry.name);
    if (!entry.isDirectory && !byName.has(key)) byName.set(key, entry);
  }

  function find(part: string): SafeZipEntry {
    const entry = byName.get(keyOf(part));
    if (entry === undefined) throw new ProbativeError("import/corrupt", "A part of the office file is missing.");
    return entry;
  }
  const read = (part: string): Promise<Uint8Array> => zip.read(find(part), MAX_PART_BYTES);
  const has = (part: string): boolean => byName.has(keyOf(part));

  return {
    entries: zip.entries,
    has,
    read,
    async readXml(part) {
      return has(part) ? parseXml(await read(part)) : [];
    },
    async stream(part, reader) {
      try {
        await zip.stream(find(part), (chunk) => reader.write(chunk));
      } catch (thrown) {
        finishDamaged(reader);
        throw thrown;
      }
      reader.finish();
    },
    async relationships(part) {
      const { dir, base } = posix.parse(part);
      const list = posix.join(dir, "_rels", `${base}.rels`);
      const found = new Map<string, Relationship>();
      if (!has(list)) return found;
      for (const element of parseXml(await read(list))) {
        const id = element.attributes.get("Id");
        const target = element.attributes.get("Target");
        if (id === undefined || target === undefined) continue;
        const isExternal = element.attributes.get("TargetMode") === "External";
        found.set(id, {
          type: element.attributes.get("Type")?.split("/").at(-1) ?? "",
          target: isExternal ? target : posix.join("/", dir, target.startsWith("/") ? `/${target}` : target).slice(1),
          isExternal,
        });
      }
      return found;
    },
    close: () => zip.close(),
  };
}

/** Hands out what a damaged part held; that it is damaged is known already. */
function finishDamaged(reader: XmlReader): void {
  try {
    reader.finish();
  } catch (thrown) {
    if (!(thrown instanceof ProbativeError)) throw thrown;
  }
}

function keyOf(part: string): string {
  return part.replaceAll("\\", "/").replace(/^\/+/u, "").toLowerCase();
}

/** What the file says about itself (core and extended properties). Damaged properties are taken for absent. */
export async function readProperties(office: OfficePackage): Promise<DocumentMetadata> {
  const core = propertiesOf(await readQuietly(office, "docProps/core.xml"));
  const extended = propertiesOf(await readQuietly(office, "docProps/app.xml"));
  return {
    title: core.get("dc:title") ?? null,
    author: core.get("dc:creator") ?? null,
    subject: core.get("dc:subject") ?? null,
    keywords: core.get("cp:keywords") ?? null,
    creator: extended.get("ep:Application") ?? null,
    producer: null,
    created: core.get("dcterms:created") ?? null,
    modified: core.get("dcterms:modified") ?? null,
  };
}

async function readQuietly(office: OfficePackage, part: string): Promise<readonly XmlElement[]> {
  try {
    return await office.readXml(part);
  } catch (thrown) {
    if (thrown instanceof ProbativeError) return [];
    throw thrown;
  }
}

function propertiesOf(elements: readonly XmlElement[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const element of elements) {
    const text = textOf(element).replaceAll(/\s+/gu, " ").trim();
    if (text !== "") values.set(element.name, text);
  }
  return values;
}

/** The root's child with this name, for parts that were read by `readXml`. */
export function findPart(elements: readonly XmlElement[], name: string): XmlElement | undefined {
  return findChild({ name: "", attributes: new Map(), children: elements }, name);
}
