import { z } from "zod";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { REVIEW_MARKS, type ReviewMark, type TextRange } from "#shared/model/passage.ts";
import { tagNameSchema } from "#shared/model/tag.ts";
import { cleanPath } from "#shared/text/tag-path.ts";
import { parseJson } from "./parse-json.ts";

/** More than this of one file is not read. */
const MOST_ANNOTATIONS = 500_000;
const LONGEST_TEXT = 1_000_000;
/** Looking for a quotation takes time with its length. */
const LONGEST_QUOTE = 100_000;
const LONGEST_NAME = 500;
const MOST_TAGS = 100;

/** A rectangle as RFC 8118 has it: from the upper left corner of the page. */
export interface ViewRectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** An annotation as it is written in a file. What is absent there is null or empty. */
export interface ReadAnnotation {
  readonly id: string | null;
  readonly sha256: string | null;
  /** Title of the document, for people. */
  readonly title: string;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly page: number | null;
  readonly rectangle: ViewRectangle | null;
  /** Offsets by page. */
  readonly ranges: readonly TextRange[];
  readonly tags: readonly string[];
  readonly marks: readonly ReviewMark[];
  readonly note: string;
  readonly creator: string;
  /** ISO 8601, UTC. */
  readonly created: string | null;
  readonly modified: string | null;
}

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** JSON-LD lets one value stand for a list of one. */
function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function textOf(value: unknown, most = LONGEST_TEXT): string {
  return typeof value === "string" ? value.slice(0, most) : "";
}

function momentOf(value: unknown): string | null {
  const parsed = z.iso.datetime({ offset: true }).safeParse(value);
  return parsed.success ? new Date(parsed.data).toISOString() : null;
}

function countOf(value: unknown): number | null {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : null;
}

/** What the selectors of an annotation say, gathered. */
interface Gathered {
  quote: string;
  prefix: string;
  suffix: string;
  page: number | null;
  rectangle: ViewRectangle | null;
  readonly ranges: TextRange[];
}

const PAGE = /(?:^|&)page=(\d{1,6})(?:&|$)/u;
const RECTANGLE = /(?:^|&)viewrect=(-?[\d.]+),(-?[\d.]+),([\d.]+),([\d.]+)(?:&|$)/u;

function readFragment(value: string, found: Gathered): number | null {
  const page = Number(PAGE.exec(value.replace(/^#/u, ""))?.[1] ?? 0);
  if (page < 1) return null;
  found.page ??= page;
  const numbers = RECTANGLE.exec(value)?.slice(1).map(Number) ?? [];
  const [left, top, width, height] = numbers;
  const isWhole = numbers.length === 4 && numbers.every(Number.isFinite);
  if (isWhole && left !== undefined && top !== undefined && width !== undefined && height !== undefined) {
    found.rectangle ??= { left, top, width, height };
  }
  return page;
}

/** Selectors refine one another: a page, and in it a position. Depth is limited, for a file may nest without end. */
function gather(selector: unknown, page: number | null, found: Gathered, depth: number): void {
  if (!isObject(selector) || depth > 10) return;
  let within = page;
  switch (selector["type"]) {
    case "TextQuoteSelector":
      if (found.quote !== "") break;
      found.quote = textOf(selector["exact"], LONGEST_QUOTE);
      found.prefix = textOf(selector["prefix"]).slice(-64);
      found.suffix = textOf(selector["suffix"], 64);
      break;
    case "TextPositionSelector": {
      const [start, end] = [countOf(selector["start"]), countOf(selector["end"])];
      if (within !== null && start !== null && end !== null && start < end)
        found.ranges.push({ page: within, start, end });
      break;
    }
    case "FragmentSelector":
      within = readFragment(textOf(selector["value"]), found) ?? within;
      break;
    default:
      break;
  }
  for (const inner of listOf(selector["refinedBy"])) gather(inner, within, found, depth + 1);
}

const SHA256 = /^(?:urn:)?(?:hash::?)?sha-?256:([0-9a-f]{64})(?:#.*)?$/iu;

function sourceOf(target: unknown): { readonly sha256: string | null; readonly title: string } {
  const source = isObject(target) ? (target["source"] ?? target["id"]) : target;
  const id = isObject(source) ? source["id"] : source;
  const sha256 = SHA256.exec(textOf(id, 2000))?.[1]?.toLowerCase() ?? null;
  const title = isObject(source) ? textOf(source["dc:title"] ?? source["title"], LONGEST_NAME) : "";
  return { sha256, title: title === "" ? textOf(id, LONGEST_NAME) : title };
}

function isMark(value: string): value is ReviewMark {
  return (REVIEW_MARKS as readonly string[]).includes(value);
}

function readBodies(annotation: Json): Pick<ReadAnnotation, "tags" | "marks" | "note"> {
  const tags: string[] = [];
  const marks: ReviewMark[] = [];
  const notes: string[] = [textOf(annotation["bodyValue"])];
  for (const body of listOf(annotation["body"])) {
    const value = isObject(body) ? textOf(body["value"]) : textOf(body);
    const purposes = isObject(body) ? listOf(body["purpose"] ?? annotation["motivation"]) : [];
    const name = cleanPath(value);
    if (purposes.includes("tagging") && tagNameSchema.safeParse(name).success) tags.push(name);
    else if (purposes.includes("assessing") && isMark(value)) marks.push(value);
    else notes.push(value);
  }
  return {
    tags: tags.slice(0, MOST_TAGS),
    marks: REVIEW_MARKS.filter((mark) => marks.includes(mark)),
    note: notes.filter((note) => note.trim() !== "").join("\n\n"),
  };
}

function nameOfCreator(creator: unknown): string {
  for (const person of listOf(creator)) {
    const name = isObject(person) ? textOf(person["name"] ?? person["nickname"] ?? person["id"]) : textOf(person);
    if (name.trim() !== "") return name.trim().slice(0, LONGEST_NAME);
  }
  return "";
}

function readAnnotation(annotation: Json): ReadAnnotation {
  const [target] = listOf(annotation["target"]);
  const found: Gathered = { quote: "", prefix: "", suffix: "", page: null, rectangle: null, ranges: [] };
  const selectors = isObject(target) ? listOf(target["selector"]) : [];
  for (const selector of selectors) gather(selector, null, found, 0);
  const id = textOf(annotation["id"] ?? annotation["@id"], 2000);
  const created = momentOf(annotation["created"]);
  return {
    ...found,
    ...sourceOf(target),
    ...readBodies(annotation),
    id: id === "" ? null : id,
    creator: nameOfCreator(annotation["creator"]),
    created,
    modified: momentOf(annotation["modified"]) ?? created,
  };
}

/** Annotations of a file: one, a list, a page or a collection of them. */
function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return [];
  const types = listOf(value["type"] ?? value["@type"]);
  if (types.includes("Annotation")) return [value];
  return [...listOf(value["items"]), ...listOf(value["first"]).flatMap(itemsOf)];
}

/**
 * Reads W3C Web Annotations. What an annotation lacks is null or empty in the answer; null stands for what is none.
 *
 * @throws ProbativeError `exchange/not-readable` for what holds no annotation
 */
export function readWebAnnotations(text: string): readonly (ReadAnnotation | null)[] {
  const items = itemsOf(parseJson(text));
  if (items.length === 0) throw new ProbativeError("exchange/not-readable", "It holds no Web Annotations.");
  if (items.length > MOST_ANNOTATIONS) {
    throw new ProbativeError("exchange/not-readable", `It holds more than ${MOST_ANNOTATIONS} annotations.`);
  }
  return items.map((item) => (isObject(item) && item["target"] !== undefined ? readAnnotation(item) : null));
}
