import { SaxesParser } from "saxes";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { XmlElement, XmlNode } from "./element.ts";
import { canonicalName } from "./namespaces.ts";

/** Word itself nests tables to 50 levels or so; what is walked by recursion must not exhaust the stack. */
const MAX_DEPTH = 400;

/** Children that are collected below the elements that are handed out; a part beyond that is a bomb or nonsense. */
const MAX_NODES = 5_000_000;

interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlNode[];
}

/** Takes the bytes of one part as they come. */
export interface XmlReader {
  /** @throws ProbativeError `import/corrupt` when the part is not well-formed, declares a DTD, or nests too deep */
  write(bytes: Uint8Array): void;
  /** To be called once, also after an error: what was open is handed out as far as it was read. */
  finish(): void;
}

/**
 * Reads XML and hands out each element that stands directly in a container, with all that it holds, and forgets it then:
 * a document of any length is held paragraph by paragraph.
 *
 * Entities beyond the five of XML are not known and a document type is refused, so nothing expands and nothing is fetched.
 *
 * @param isContainer told by name and depth (root: 0): an element whose children are handed out one by one. The root is
 *   one always; an element is one only when its parent is.
 */
export function createXmlReader(
  isContainer: (name: string, depth: number) => boolean,
  onElement: (element: XmlElement) => void,
): XmlReader {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: OpenElement[] = [];
  let containers = 0;
  let nodes = 0;
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let failure: ProbativeError | null = null;

  let isEnding = false;

  const refuse = (sentence: string, cause?: unknown): void => {
    failure ??= new ProbativeError("import/corrupt", sentence, {}, cause);
    if (!isEnding) throw failure;
  };
  parser.on("error", (error) => refuse("A part of it is not well-formed XML.", error));
  parser.on("doctype", () => refuse("A part of it declares a document type, which office files never do."));
  parser.on("opentag", (tag) => {
    const depth = containers + open.length;
    if (depth > MAX_DEPTH) refuse(`A part of it nests deeper than ${MAX_DEPTH} elements.`);
    const name = canonicalName(tag.uri, tag.local);
    const isNewContainer = open.length === 0 && (depth === 0 || isContainer(name, depth));
    if (isNewContainer) {
      containers += 1;
      return;
    }
    const attributes = new Map<string, string>();
    for (const attribute of Object.values(tag.attributes))
      if (attribute.prefix !== "xmlns") attributes.set(canonicalName(attribute.uri, attribute.local), attribute.value);
    nodes += 1;
    if (nodes > MAX_NODES) refuse(`A paragraph or table of it has more than ${MAX_NODES} parts.`);
    open.push({ name, attributes, children: [] });
  });
  parser.on("closetag", () => {
    const element = open.pop();
    if (element === undefined) containers -= 1;
    else place(element);
  });
  const addText = (text: string): void => {
    open.at(-1)?.children.push(text);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);

  function place(element: OpenElement): void {
    const parent = open.at(-1);
    if (parent !== undefined) {
      parent.children.push(element);
      return;
    }
    nodes = 0;
    onElement(element);
  }

  return {
    write(bytes) {
      if (failure !== null) return;
      decoder ??= new TextDecoder(detectEncoding(bytes));
      parser.write(decoder.decode(bytes, { stream: true }));
    },
    finish() {
      if (failure === null) {
        // From here the library goes on after an error, so that the text before the end is told.
        isEnding = true;
        parser.write(decoder?.decode() ?? "");
        parser.close();
        if (failure === null) return;
      }
      for (let element = open.pop(); element !== undefined; element = open.pop()) place(element);
      throw failure;
    },
  };
}

/** XML 1.0, appendix F: byte order mark, else the declaration, else UTF-8. */
function detectEncoding(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)) return "utf-16le";
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c)) return "utf-16be";
  const head = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  const declared = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/u.exec(head)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    return "utf-8";
  }
}

/** The children of the root of a part that is held whole. @throws ProbativeError as `XmlReader` */
export function parseXml(bytes: Uint8Array): readonly XmlElement[] {
  const elements: XmlElement[] = [];
  const reader = createXmlReader(
    () => false,
    (element) => elements.push(element),
  );
  reader.write(bytes);
  reader.finish();
  return elements;
}
