import { access, constants, open, stat } from "node:fs/promises";
import type { ChildReceiver, Conversion, ConversionRequest } from "#core/ports/document-converter.ts";
import { assertNever } from "#shared/base/assert-never.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { SourceFormat } from "#shared/model/format.ts";
import type { FormatReader } from "./converted.ts";
import { refuseAtDepth } from "./refuse-at-depth.ts";
import { MOST_TEXT_BYTES } from "./text/read-text.ts";
import { typesetRendition } from "./typeset/typeset-rendition.ts";

const MEGABYTE = 1024 ** 2;

/** A file that must be held in memory as a whole may be this large: what is made of it stands there several times more. */
const MOST_BYTES = 256 * MEGABYTE;
const MOST_MAIL_BYTES = 160 * MEGABYTE;
/** Formats of which more copies are made than of others. */
const MAIL: ReadonlySet<ConversionRequest["format"]> = new Set(["eml", "mhtml", "msg", "compound-file"]);

/** Formats that are read piece by piece from disk, whatever their size. */
const STREAMED: ReadonlySet<SourceFormat> = new Set(["zip", "mbox", "pst"]);
/** Formats of which only the beginning is read: the rest would not fit into a rendition, and the notices say so. */
const CUT: ReadonlySet<SourceFormat> = new Set(["text", "markdown"]);

/**
 * Reads a file by its format and sets its rendition. A format of several kinds (`zip`, `compound-file`) is told apart first.
 *
 * @throws ProbativeError as `DocumentConverter` says
 */
export async function convertFile(
  request: ConversionRequest,
  children: ChildReceiver,
  progress: () => void,
): Promise<Conversion> {
  const { path, fileName, depth } = request;
  await expectReadable(path);
  const { format, bytes: known } = await narrowFormat(request);
  const read = await findReader(format);
  progress();
  const bytes = known ?? (STREAMED.has(format) ? new Uint8Array() : await readBytes(path, format));
  const receiver = refuseAtDepth(children, depth);
  const converted = await read({ bytes, path, fileName, depth, children: receiver, progress });
  progress();
  const { content, metadata, headers } = converted;
  if (content.kind === "pages")
    return { format: converted.format, rendition: content.pdf, metadata, headers, notices: converted.notices };
  const { pdf, notices } = await typesetRendition(content.rendition, { progress });
  return {
    format: converted.format,
    rendition: pdf,
    metadata,
    headers,
    notices: [...converted.notices, ...notices],
  };
}

/** A file that is gone or locked says nothing about its content. */
async function expectReadable(path: string): Promise<void> {
  try {
    await access(path, constants.R_OK);
  } catch (thrown) {
    throw new ProbativeError("import/unreadable", "", {}, thrown);
  }
}

/** What a file is; with its bytes where they had to be read to tell. */
interface NarrowedFormat {
  readonly format: SourceFormat;
  readonly bytes?: Uint8Array;
}

async function narrowFormat({ path, format }: ConversionRequest): Promise<NarrowedFormat> {
  if (format === "zip") {
    const { identifyZip, nameZip } = await import("./archive/identify-zip.ts");
    const kind = await identifyZip(path);
    if (kind === "unsupported") throw new ProbativeError("import/unsupported-kind", looksLike(await nameZip(path)));
    return { format: kind };
  }
  if (format === "compound-file") {
    const compound = await import("./mail/identify-compound-file.ts");
    const bytes = await readBytes(path, "compound-file");
    const kind = compound.identifyCompoundFile(bytes);
    if (kind !== "unsupported") return { format: kind, bytes };
    if (compound.isEncryptedOffice(bytes)) throw new ProbativeError("import/encrypted");
    throw new ProbativeError("import/unsupported-kind", looksLike(compound.nameCompoundFile(bytes)));
  }
  return { format };
}

function looksLike(name: string): string {
  return `It looks like a ${name}.`;
}

/** Loads a reader only when a file asks for it: most libraries take longer to load than a small file to read. */
async function findReader(format: SourceFormat): Promise<FormatReader> {
  switch (format) {
    case "text":
      return (await import("./text/read-text.ts")).readText;
    case "markdown":
      return (await import("./markdown/read-markdown.ts")).readMarkdown;
    case "html":
      return (await import("./html/read-html.ts")).readHtml;
    case "rtf":
      return (await import("./office/read-rtf.ts")).readRtf;
    case "docx":
      return (await import("./office/read-docx.ts")).readDocx;
    case "xlsx":
      return (await import("./office/read-xlsx.ts")).readXlsx;
    case "csv":
      return (await import("./office/read-csv.ts")).readCsv;
    case "eml":
    case "mhtml":
      return (await import("./mail/read-eml.ts")).readEml;
    case "msg":
      return (await import("./mail/read-msg.ts")).readMsg;
    case "mbox":
      return (await import("./mail/read-mbox.ts")).readMbox;
    case "pst":
      return (await import("./mail/read-pst.ts")).readPst;
    case "zip":
      return (await import("./archive/read-zip.ts")).readZip;
    case "png":
    case "jpeg":
    case "tiff":
    case "webp":
      return (await import("./picture/read-picture.ts")).readPicture;
    case "pdf":
      throw new ProbativeError("import/unsupported-kind", "A PDF is read as it is.");
    default:
      return assertNever(format);
  }
}

async function readBytes(path: string, format: ConversionRequest["format"]): Promise<Uint8Array> {
  const isCut = format !== "compound-file" && CUT.has(format);
  const most = MAIL.has(format) ? MOST_MAIL_BYTES : MOST_BYTES;
  try {
    const { size } = await stat(path);
    if (!isCut && size > most)
      throw new ProbativeError("import/too-large", `It is larger than ${most / MEGABYTE} MB.`, { bytes: size });
    // One byte more than is shown tells the reader that there is more.
    const wanted = isCut ? Math.min(size, MOST_TEXT_BYTES + 1) : size;
    const bytes = new Uint8Array(wanted);
    await using file = await open(path, "r");
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await file.read(bytes, filled, wanted - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return filled === wanted ? bytes : bytes.subarray(0, filled);
  } catch (thrown) {
    if (thrown instanceof ProbativeError) throw thrown;
    throw new ProbativeError("import/unreadable", "", {}, thrown);
  }
}
