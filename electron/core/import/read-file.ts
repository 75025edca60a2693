import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { DocumentFields } from "#shared/model/detection.ts";
import type { DocumentMetadata, OutlineItem } from "#shared/model/document.ts";
import type { ConversionNotice, MessageHeaders, SourceFormat } from "#shared/model/format.ts";
import type { CasePorts } from "../backend-context.ts";
import { type NamedAnnotation, nameAnnotations } from "../exchange/annotation-passages.ts";
import type { ChildReceiver } from "../ports/document-converter.ts";
import type { ExtractedPage, RevealedRegion } from "../ports/document-reader.ts";
import { readPages } from "./read-document.ts";

/** A file to be read, whose bytes stand somewhere inside the case. */
export interface FileToRead {
  /** Absolute path. */
  readonly path: string;
  readonly sha256: string;
  readonly fileName: string;
  /** As `recogniseFormat` tells it. */
  readonly format: SourceFormat | "compound-file";
  /** Containers around it. */
  readonly depth: number;
  readonly revealed: readonly RevealedRegion[];
}

/** What reading a file gave; its pages were handed on. */
export interface FileReading {
  readonly format: SourceFormat;
  readonly pages: number;
  readonly pagesWithoutText: number;
  readonly damagedPages: readonly number[];
  readonly metadata: DocumentMetadata;
  readonly outline: readonly OutlineItem[];
  readonly headers: MessageHeaders | null;
  readonly notices: readonly ConversionNotice[];
  readonly detected: DocumentFields;
  /** Highlights and comments of a PDF, with the passages that they become. */
  readonly annotations: readonly NamedAnnotation[];
}

/** Where the files inside of a file go. */
export interface ChildrenOfFile {
  readonly receiver: ChildReceiver;
  /** They could not all be taken out, and nobody knows their names. */
  refuseRest(name: string, reason: ProbativeError["code"], note: string): void;
}

/** A file as pages: what it was found to be, and the PDF that shows it. */
export interface PagedFile {
  readonly format: SourceFormat;
  /** Absolute path of the PDF. */
  readonly path: string;
  /** Null for a PDF, which brings its own. */
  readonly metadata: DocumentMetadata | null;
  readonly headers: MessageHeaders | null;
  readonly notices: readonly ConversionNotice[];
}

type ReadingPorts = Pick<CasePorts, "reader" | "converter" | "vault">;

/**
 * Makes a file that is not a PDF into pages; the rendition is kept under the hash of the file.
 *
 * @throws ProbativeError as `DocumentConverter.convert` and `FileVault.keepRendition`
 */
export async function convertToPages(
  ports: Pick<CasePorts, "converter" | "vault">,
  file: FileToRead,
  children: ChildReceiver,
  signal: AbortSignal,
): Promise<PagedFile> {
  const { path, sha256, fileName, format, depth } = file;
  const conversion = await ports.converter.convert({ path, fileName, format, depth }, children, signal);
  const { rendition, ...facts } = conversion;
  if (rendition === null) return { ...facts, path, metadata: null };
  await ports.vault.keepRendition(sha256, rendition);
  return { ...facts, path: ports.vault.renditionPathOf(sha256) };
}

/**
 * Takes the attachments out of a PDF. That this fails is no failure of the document, whose pages were read: the account says
 * that something is missing.
 */
async function takeAttachments(
  ports: ReadingPorts,
  path: string,
  children: ChildrenOfFile,
  signal: AbortSignal,
): Promise<void> {
  try {
    await ports.reader.readAttachments(path, children.receiver, signal);
  } catch (thrown) {
    const isOfTheFile = thrown instanceof ProbativeError && thrown.code.startsWith("import/");
    if (signal.aborted || !isOfTheFile) throw thrown;
    children.refuseRest("(attachments)", thrown.code, "Not all attachments could be taken out.");
  }
}

/**
 * Reads a file of any format: into pages, its pages one batch after the other, then the files inside of it.
 *
 * @throws ProbativeError as `DocumentConverter.convert`, `DocumentReader.read` and `FileVault.keepRendition`; and what the
 *   receivers throw
 */
export async function readFile(
  ports: ReadingPorts,
  file: FileToRead,
  children: ChildrenOfFile,
  onPages: (pages: readonly ExtractedPage[]) => void,
  signal: AbortSignal,
): Promise<FileReading> {
  const paged: PagedFile =
    file.format === "pdf"
      ? { format: "pdf", path: file.path, metadata: null, headers: null, notices: [] }
      : await convertToPages(ports, file, children.receiver, signal);
  const reading = await readPages(ports.reader, { path: paged.path, revealed: file.revealed }, onPages, signal);
  if (paged.format === "pdf" && reading.attachments > 0) {
    await takeAttachments(ports, paged.path, children, signal);
  }
  const { format, headers, notices } = paged;
  const metadata = paged.metadata ?? reading.metadata;
  return {
    format,
    headers,
    notices,
    metadata,
    pages: reading.pageCount,
    pagesWithoutText: reading.pagesWithoutText,
    damagedPages: reading.damagedPages,
    outline: reading.outline,
    detected: reading.proposeFields({ fileName: file.fileName, format, metadata, headers }),
    // A rendition is ours: what is drawn on it nobody remarked.
    annotations: format === "pdf" ? await nameAnnotations(file.sha256, reading.annotations) : [],
  };
}
