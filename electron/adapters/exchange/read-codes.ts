import { SaxesParser, type SaxesTagNS } from "saxes";
import type { WrittenCode } from "#core/ports/codebook-reader.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";

/** Nobody's codebook is deeper; paths have 200 characters. */
const MOST_LEVELS = 100;

/** More codes than a person could use. */
const MOST_CODES = 50_000;

interface OpenCode {
  readonly line: number;
  readonly name: string;
  readonly guid: string | null;
  readonly color: string | null;
  readonly isCodable: boolean;
  readonly description: string[];
  readonly above: readonly string[];
}

function attributeOf(tag: SaxesTagNS, wanted: string): string | null {
  for (const { local, value } of Object.values(tag.attributes)) {
    if (local.toLowerCase() === wanted.toLowerCase()) return value;
  }
  return null;
}

function toWritten({ description, ...code }: OpenCode): WrittenCode {
  return { ...code, description: description.join("").trim() };
}

/**
 * Codes of a REFI-QDA codebook (`CodeBook` of urn:QDA-XML:codebook:1.0), or of a project, which holds one: elements are
 * told by their local names, since programs differ in the namespace that they write.
 *
 * @see https://www.qdasoftware.org
 */
export function readCodes(text: string): readonly WrittenCode[] {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: OpenCode[] = [];
  const codes: OpenCode[] = [];
  let isBook = false;
  let inDescription = 0;
  let levels = 0;
  const refuse = (sentence: string): never => {
    throw new ProbativeError("exchange/not-readable", `Line ${parser.line}: ${sentence}`);
  };
  parser.on("error", () => refuse("it is not well-formed XML."));
  parser.on("doctype", () => refuse("it declares a document type, which codebooks never do."));
  parser.on("opentag", (tag) => {
    levels += 1;
    if (levels > MOST_LEVELS * 2) refuse(`it nests deeper than ${MOST_LEVELS} codes.`);
    if (tag.local === "CodeBook") isBook = true;
    if (tag.local === "Description" && open.length > 0) inDescription = levels;
    if (tag.local !== "Code" || !isBook) return;
    if (codes.length >= MOST_CODES) refuse(`it has more than ${MOST_CODES} codes.`);
    const code: OpenCode = {
      line: parser.line,
      name: attributeOf(tag, "name") ?? "",
      guid: attributeOf(tag, "guid"),
      color: attributeOf(tag, "color"),
      isCodable: attributeOf(tag, "isCodable")?.toLowerCase() !== "false",
      description: [],
      above: open.map((above) => above.name),
    };
    codes.push(code);
    open.push(code);
  });
  const addText = (part: string) => {
    if (inDescription > 0) open.at(-1)?.description.push(part);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", (tag) => {
    if (inDescription === levels) inDescription = 0;
    levels -= 1;
    if (tag.local === "Code" && isBook) open.pop();
  });
  parser.write(text.replace(/^\uFEFF/u, "")).close();
  if (!isBook) refuse("it is no REFI-QDA codebook.");
  return codes.map(toWritten);
}
