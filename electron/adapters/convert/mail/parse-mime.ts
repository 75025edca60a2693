import PostalMime, { decodeWords } from "postal-mime";
import { z } from "zod";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { guessEncoding } from "./decode-text.ts";

/** H7 of the safety promises. */
export const MIME_LIMITS = { depth: 50, parts: 10_000 } as const;

/** A header field: `name` in lower case, `value` unfolded and not decoded further. */
export interface MimeHeader {
  readonly name: string;
  readonly value: string;
}

/** A part of a message; the message itself is the outermost one. */
export interface MimePart {
  /** Media type in lower case, `text/plain` when none is given (RFC 2045, 5.2). */
  readonly type: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** In lower case, or null when none is given. */
  readonly disposition: string | null;
  /** Decoded (RFC 2047 and 2231), or null. */
  readonly fileName: string | null;
  /** Without angle brackets. */
  readonly contentId: string | null;
  readonly headers: readonly MimeHeader[];
  /** Lines among the headers that are no header fields, so that nothing of a damaged message is lost. */
  readonly strayLines: readonly string[];
  /** Without the transfer encoding. Of a multipart: what stands before, between and behind its parts. */
  readonly bytes: Uint8Array;
  readonly parts: readonly MimePart[];
}

/** What is used of a library's part. */
interface SourceNode {
  readonly contentType: { readonly parsed: { readonly value: string; readonly params: Record<string, string> } };
  readonly contentDisposition: { readonly parsed: { readonly value: string; readonly params: Record<string, string> } };
  readonly contentId?: string | undefined;
  readonly headers: readonly { readonly key: string; readonly originalKey: string; readonly value: string }[];
  readonly content: ArrayBuffer | null;
  readonly childNodes: readonly SourceNode[];
}

const structuredSchema = z.object({
  parsed: z.object({ value: z.string(), params: z.record(z.string(), z.string()) }),
});
const sourceNodeSchema: z.ZodType<SourceNode> = z.lazy(() =>
  z.object({
    contentType: structuredSchema,
    contentDisposition: structuredSchema,
    contentId: z.string().optional(),
    headers: z.array(z.object({ key: z.string(), originalKey: z.string(), value: z.string() })),
    content: z.instanceof(ArrayBuffer).nullable(),
    childNodes: z.array(sourceNodeSchema),
  }),
);

/**
 * Parses a message of RFC 5322 and MIME. Whatever bytes are given, there is a result: what is no header is body.
 *
 * postal-mime does the parsing. Its result joins all texts into one and has decoded them already; the tree that it keeps
 * inside has every part with its own bytes and charset, so that is read, and checked, because it is not documented.
 *
 * @returns the outermost part, and the encoding that raw header bytes beyond ASCII were guessed to have
 * @throws ProbativeError `import/unsafe-archive` beyond the limits of `MIME_LIMITS`, `import/corrupt`
 */
export async function parseMime(
  bytes: Uint8Array,
): Promise<{ readonly message: MimePart; readonly guessedHeaders: string | null }> {
  const { source, guessed } = readableHeaders(bytes);
  const parser = new PostalMime({ forceRfc822Attachments: true, maxNestingDepth: MIME_LIMITS.depth });
  try {
    await parser.parse(source);
  } catch (thrown) {
    if (thrown instanceof Error && thrown.message.includes("nesting depth"))
      throw new ProbativeError("import/unsafe-archive", `Its parts are nested more than ${MIME_LIMITS.depth} deep.`);
    throw new ProbativeError("import/corrupt", "The message cannot be parsed.", {}, thrown);
  }
  return { message: convert(readTree(parser)), guessedHeaders: guessed };
}

function readTree(parser: PostalMime): SourceNode {
  const parsed = z.object({ root: z.custom<SourceNode>() }).safeParse(parser);
  // Counted before the schema walks the tree, which takes memory for each part.
  if (parsed.success) countParts(parsed.data.root);
  return z.object({ root: sourceNodeSchema }).parse(parser).root;
}

function countParts(root: SourceNode): void {
  const queue: SourceNode[] = [root];
  let count = 0;
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    count += 1;
    if (count > MIME_LIMITS.parts)
      throw new ProbativeError("import/unsafe-archive", `It has more than ${MIME_LIMITS.parts} parts.`);
    for (const child of node.childNodes) queue.push(child);
  }
}

const FIELD_NAME = /^[\x21-\x39\x3b-\x7e]+$/u;
/** The line that begins a message in a mailbox. */
const ENVELOPE = /^>?from /u;

function convert(node: SourceNode): MimePart {
  const { params } = node.contentType.parsed;
  const fileName = node.contentDisposition.parsed.params["filename"] ?? params["name"] ?? "";
  return {
    type: node.contentType.parsed.value || "text/plain",
    parameters: params,
    disposition: node.contentDisposition.parsed.value || null,
    fileName: fileName.trim() === "" ? null : decodeWords(fileName).trim(),
    contentId: node.contentId?.replaceAll(/^\s*<|>\s*$/gu, "") ?? null,
    headers: node.headers.map(({ key, value }) => ({ name: key, value })),
    strayLines: node.headers
      .filter(({ key }) => !FIELD_NAME.test(key) && !ENVELOPE.test(key))
      .map(({ originalKey, value }) => (value === "" ? originalKey : `${originalKey}: ${value}`)),
    bytes: new Uint8Array(node.content ?? new ArrayBuffer(0)),
    parts: node.childNodes.map(convert),
  };
}

/**
 * Header fields may hold raw bytes of any encoding although they must not (RFC 6532 allows UTF-8): those are guessed and
 * turned into UTF-8, because postal-mime would lose them.
 */
function readableHeaders(bytes: Uint8Array): { readonly source: Uint8Array; readonly guessed: string | null } {
  const end = endOfHeaders(bytes);
  const head = bytes.subarray(0, end);
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head);
    return { source: bytes, guessed: null };
  } catch {
    const guessed = guessEncoding(head);
    const text = new TextDecoder(guessed).decode(head);
    return { source: Buffer.concat([new TextEncoder().encode(text), bytes.subarray(end)]), guessed };
  }
}

/** Offset behind the first empty line, or the length when there is none. */
function endOfHeaders(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) {
    if (bytes[at + 1] === 0x0a) return at + 2;
    if (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a) return at + 3;
  }
  return bytes.length;
}
