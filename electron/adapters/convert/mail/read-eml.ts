import type { ConversionNotice } from "#shared/model/format.ts";
import { handOut } from "../archive/refuse-child.ts";
import type { Converted, FormatInput } from "../converted.ts";
import { type CollectedParts, collectParts, type Resource } from "./collect-parts.ts";
import { setBody } from "./message-body.ts";
import { type ListedAttachment, messageConverted } from "./message-converted.ts";
import { readHeader, readMessageHeaders } from "./message-headers.ts";
import { type MimePart, parseMime } from "./parse-mime.ts";
import { nameChild } from "./part-name.ts";
import { pictureBlock } from "./picture-block.ts";
import { setSavedPage } from "./set-saved-page.ts";
import { unwrapEmlx } from "./unwrap-emlx.ts";

/**
 * Reads a message (RFC 5322 with MIME; Apple Mail's `.emlx` too) or a web page saved as one (MHTML, RFC 2557).
 *
 * Attachments become children, named as they are; so do messages inside of the message. Pictures that the text shows are
 * shown and are children only when they are marked as attachments. Nothing is loaded from anywhere else.
 *
 * @throws ProbativeError `import/unsafe-archive` when its parts are too many or nested too deep, `import/corrupt`
 */
export async function readEml(input: FormatInput): Promise<Converted> {
  const { message, guessedHeaders } = await parseMime(unwrapEmlx(input.bytes));
  input.progress();
  const parts = collectParts(message);
  const resources = createResources(parts.resources);
  const options = { progress: input.progress, picture: resources.find };
  const page = setSavedPage(message, parts, options);
  if (page !== null) return page;

  const body = setBody(parts.body, options);
  const attachments = handOutAttachments(input, message, parts, resources.shown);
  const headers = readMessageHeaders(message.headers);
  const replyTo = readHeader(message.headers, "reply-to");
  return messageConverted({
    format: "eml",
    headers,
    writtenDate: readHeader(message.headers, "date"),
    further: [{ label: "Reply-To", value: replyTo === headers.from ? null : replyTo }],
    attachments,
    body: body.blocks,
    notices: [
      ...(guessedHeaders === null
        ? []
        : [{ kind: "encoding", detail: `Its headers name no encoding and were read as ${guessedHeaders}.` } as const]),
      ...noteLostCharacters([headers.subject, headers.from, ...attachments.map(({ name }) => name)]),
      ...parts.notices,
      ...body.notices,
    ],
  });
}

function noteLostCharacters(values: readonly (string | null)[]): readonly ConversionNotice[] {
  if (!values.some((value) => value?.includes("\ufffd") === true)) return [];
  return [{ kind: "encoding", detail: "Its headers hold bytes that do not fit their encoding (shown as \ufffd)." }];
}

interface Resources {
  /** Those whose picture was asked for and can be shown. */
  readonly shown: ReadonlySet<MimePart>;
  find(source: string): Uint8Array | null;
}

function createResources(resources: readonly Resource[]): Resources {
  const byAddress = new Map<string, MimePart>();
  for (const { part, addresses } of resources)
    for (const address of addresses) if (!byAddress.has(address)) byAddress.set(address, part);
  const shown = new Set<MimePart>();
  return {
    shown,
    find(source) {
      const part = byAddress.get(source.toLowerCase()) ?? byAddress.get(decodeAddress(source).toLowerCase());
      if (part === undefined) return null;
      if (pictureBlock(part.bytes, null) !== null) shown.add(part);
      return part.bytes;
    },
  };
}

/** Content-IDs are percent-encoded in `cid:` addresses (RFC 2392). */
function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function handOutAttachments(
  input: FormatInput,
  message: MimePart,
  parts: CollectedParts,
  shown: ReadonlySet<MimePart>,
): readonly ListedAttachment[] {
  const wanted = new Set(parts.attachments);
  for (const { part } of parts.resources) if (part.disposition === "attachment" || !shown.has(part)) wanted.add(part);
  const listed: ListedAttachment[] = [];
  for (const part of leavesOf(message)) {
    if (!wanted.has(part)) continue;
    input.progress();
    const name = nameChild(part.fileName, part.type, part.bytes, listed.length + 1);
    const refusal = handOut(input.children, input.depth, name, part.bytes);
    listed.push({ name, bytes: part.bytes.length, refusal });
  }
  return listed;
}

/** In the order of the message. An attached multipart stands for itself too. */
function* leavesOf(part: MimePart): Generator<MimePart> {
  yield part;
  for (const child of part.parts) yield* leavesOf(child);
}
