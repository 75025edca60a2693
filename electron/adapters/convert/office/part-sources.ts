import { ProbativeError } from "#shared/errors/probative-error.ts";
import { countOf, type NoticeCollector } from "./notices.ts";
import type { OfficePackage, Relationship } from "./office-package.ts";
import { findAll, textOf, type XmlElement } from "./xml/element.ts";

/** What a part refers to, read beforehand: the walk over its text waits for nothing. */
export interface PartSources {
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** Bytes of pictures by the name of their part. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Text of charts and diagrams by the name of their part. */
  readonly drawingTexts: ReadonlyMap<string, readonly string[]>;
}

/** All pictures of a document together; each is held once, however often it is shown. */
const MAX_PICTURE_BYTES = 192 * 1024 * 1024;

const describeExternal = (count: number): string =>
  `${countOf(count, "reference")} to templates, pictures or data outside of the file; nothing was loaded.`;
const describeDamaged = (count: number): string => `${countOf(count, "part")} of the file that could not be read.`;
const describeTooMany = (count: number): string =>
  `${countOf(count, "picture")} beyond ${MAX_PICTURE_BYTES / 1024 / 1024} MB of pictures.`;

/** References that lead out of the file and are nothing but an address that is shown. */
const ADDRESSES: ReadonlySet<string> = new Set(["hyperlink"]);

/** Reads what parts refer to: pictures, and the words of charts and diagrams. Remembers what it read. */
export interface SourceReader {
  /** @param part its name, also one that does not exist */
  read(part: string): Promise<PartSources>;
}

/** A reader of sources; parts that are damaged are noted and left out. */
export function createSourceReader(
  office: OfficePackage,
  notices: NoticeCollector,
  progress: () => void,
): SourceReader {
  const pictures = new Map<string, Uint8Array>();
  const drawingTexts = new Map<string, readonly string[]>();
  let pictureBytes = 0;

  async function readPicture(target: string): Promise<void> {
    if (pictures.has(target) || !/\.(?:png|jpe?g|jfif|tmp|bin|img)$/iu.test(target) || !office.has(target)) return;
    progress();
    const bytes = await tolerate(notices, () => office.read(target));
    if (bytes === null) return;
    pictureBytes += bytes.length;
    if (pictureBytes > MAX_PICTURE_BYTES) notices.count("cut-at-limit", describeTooMany);
    else pictures.set(target, bytes);
  }

  async function readDrawingText(target: string): Promise<void> {
    if (drawingTexts.has(target)) return;
    const elements = await tolerate(notices, () => office.readXml(target));
    drawingTexts.set(target, [...wordsOf(elements ?? [])]);
  }

  return {
    async read(part) {
      const relationships =
        (await tolerate(notices, () => office.relationships(part))) ?? new Map<string, Relationship>();
      for (const { type, target, isExternal } of relationships.values()) {
        if (isExternal) {
          // Linked pictures are counted where they stand.
          if (!ADDRESSES.has(type) && type !== "image") notices.count("remote-content-not-loaded", describeExternal);
        } else if (type === "image") await readPicture(target);
        else if (type === "chart" || type === "diagramData") await readDrawingText(target);
      }
      return { relationships, pictures, drawingTexts };
    },
  };
}

/** Null, and a notice, for a part that is damaged; a file that breaks a limit is refused as a whole. */
export async function tolerate<Value>(notices: NoticeCollector, read: () => Promise<Value>): Promise<Value | null> {
  try {
    return await read();
  } catch (thrown) {
    const isOfPart = thrown instanceof ProbativeError && ["import/corrupt", "import/too-large"].includes(thrown.code);
    if (!isOfPart) throw thrown;
    notices.count("damaged-part", describeDamaged);
    return null;
  }
}

/** Paragraphs of text, and the cached values that a chart shows. */
function* wordsOf(elements: readonly XmlElement[]): Iterable<string> {
  for (const found of findAll({ name: "", attributes: new Map(), children: elements }, "a:p", "c:pt")) {
    const text = textOf(found).replaceAll(/\s+/gu, " ").trim();
    if (text !== "") yield text;
  }
}
