import { type DocumentId, type PassageId, passageIdSchema } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { AnnotationOutcome, AnnotationReport } from "#shared/model/exchange.ts";
import type { PageRegion, Passage, PassageRange } from "#shared/model/passage.ts";
import type { CasePorts } from "../backend-context.ts";
import { insertTag } from "../passages/edit-tag.ts";
import { findQuote } from "../passages/find-quote.ts";
import { rememberPage } from "../passages/remember-page.ts";
import type { PassageAnchor } from "../ports/passage-store.ts";
import { passageIdOf } from "./derive-id.ts";
import { placeAnew } from "./place-passages.ts";
import { type ReadAnnotation, readWebAnnotations } from "./read-web-annotations.ts";
import { PASSAGE_URN } from "./write-web-annotations.ts";

/** Length of what a report shows of an annotation. */
const SHOWN = 160;

/** An annotation that becomes a passage. */
interface NewAnnotation {
  readonly passage: Omit<Passage, "tagIds">;
  readonly tags: readonly string[];
}

function shownOf({ quote, note }: ReadAnnotation): string {
  const text = (quote === "" ? note : quote).replaceAll(/\s+/gu, " ").trim();
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN - 1)}…`;
}

/** The passage that an annotation is: its own name when it comes from here, else one made of its name or its content. */
async function idOf(annotation: ReadAnnotation): Promise<PassageId> {
  const { id } = annotation;
  const own = passageIdSchema.safeParse(id?.startsWith(PASSAGE_URN) === true ? id.slice(PASSAGE_URN.length) : "");
  return own.success ? own.data : passageIdOf(id ?? JSON.stringify(annotation));
}

/** The rectangle in PDF user space; the whole page for an annotation that names a page and no more. */
function regionOf(
  ports: Pick<CasePorts, "index">,
  documentId: DocumentId,
  { page, rectangle, quote, ranges }: ReadAnnotation,
): PageRegion | null {
  if (page === null) return null;
  const box = ports.index.pageInfo(documentId, page)?.box;
  if (box === undefined) return null;
  if (rectangle === null) return quote === "" && ranges.length === 0 ? { page, box } : null;
  const [left, top] = [box[0] + rectangle.left, box[3] - rectangle.top];
  return { page, box: [left, top - rectangle.height, left + rectangle.width, top] };
}

function emptyRange(page: number): PassageRange {
  return { page, start: 0, end: 0, label: null, addresses: [], quads: [] };
}

/**
 * Words alone: where they stand once, or on the page that is named. Null when they stand in several places: choosing one
 * silently would put the wrong page into a brief.
 */
function rangesByWords(
  ports: Pick<CasePorts, "index">,
  documentId: DocumentId,
  { quote, page }: ReadAnnotation,
): readonly PassageRange[] | null {
  try {
    return findQuote(ports, documentId, quote, page).map((range) => ({ ...emptyRange(range.page), ...range }));
  } catch (thrown) {
    if (!(thrown instanceof ProbativeError)) throw thrown;
    return thrown.code === "passage/quote-ambiguous" ? null : [];
  }
}

function placeAnnotation(
  ports: Pick<CasePorts, "index">,
  passageId: PassageId,
  documentId: DocumentId,
  annotation: ReadAnnotation,
): PassageAnchor {
  const { quote, prefix, suffix } = annotation;
  const region = regionOf(ports, documentId, annotation);
  const given = annotation.ranges.map((range) => ({ ...emptyRange(range.page), ...range }));
  const isWithoutContext = given.length === 0 && quote !== "" && prefix === "" && suffix === "";
  const found = isWithoutContext ? rangesByWords(ports, documentId, annotation) : given;
  if (found === null) {
    return { quote, prefix, suffix, ranges: [emptyRange(annotation.page ?? 1)], region, state: "orphaned" };
  }
  const ranges = found.length === 0 ? [emptyRange(annotation.page ?? 1)] : found;
  // Offsets without words: the words are those that stand there.
  const words = quote === "" && given.length > 0 ? readWords(ports, documentId, given) : quote;
  const isFoundByWords = isWithoutContext && found.length > 0;
  const exact = isFoundByWords ? readWords(ports, documentId, found) : words;
  return placeAnew(ports, {
    passageId,
    documentId,
    quote: exact,
    prefix,
    suffix,
    ranges,
    region,
    state: "anchored",
  });
}

function readWords(ports: Pick<CasePorts, "index">, documentId: DocumentId, ranges: readonly PassageRange[]): string {
  const parts = ranges.map(({ page, start, end }) => (ports.index.pageText(documentId, page) ?? "").slice(start, end));
  return parts.join("\n");
}

function refused(id: string, shown: string, outcome: "unreadable" | "not-here", message: string): AnnotationOutcome {
  return { id, outcome, passageId: null, documentId: null, shown, message };
}

/** What becomes of one annotation; with the passage that it is to become. */
async function planAnnotation(
  ports: CasePorts,
  annotation: ReadAnnotation,
  name: string,
): Promise<{ readonly outcome: AnnotationOutcome; readonly made: NewAnnotation | null }> {
  const shown = shownOf(annotation);
  if (annotation.sha256 === null) {
    const message = "Its source is not named by a SHA-256.";
    return { outcome: refused(name, shown, "unreadable", message), made: null };
  }
  const documentId = ports.documents.findBySha256(annotation.sha256);
  if (documentId === null) {
    return { outcome: refused(name, annotation.title, "not-here", annotation.sha256), made: null };
  }
  const passageId = await idOf(annotation);
  if (ports.passages.find(passageId) !== null) {
    return { outcome: { id: name, outcome: "known", passageId, documentId, shown, message: "" }, made: null };
  }
  const anchor = placeAnnotation(ports, passageId, documentId, annotation);
  if (anchor.quote === "" && anchor.region === null && annotation.note === "" && annotation.tags.length === 0) {
    return { outcome: refused(name, shown, "unreadable", "It names no place and says nothing."), made: null };
  }
  const at = ports.clock.now();
  const { creator, created, modified, note, marks } = annotation;
  const passage = {
    passageId,
    documentId,
    ...anchor,
    note,
    marks,
    origin: { kind: "contribution" as const, name: creator },
    author: creator === "" ? "?" : creator,
    createdAt: created ?? at,
    updatedAt: modified ?? at,
  };
  const outcome = { id: name, outcome: anchor.state, passageId, documentId, shown, message: "" };
  return { outcome, made: { passage, tags: annotation.tags } };
}

function insertAnnotations(ports: CasePorts, made: readonly NewAnnotation[]): void {
  for (const { passage, tags } of made) {
    const tagIds = tags.map((name) => ports.tags.findByName(name)?.tagId ?? insertTag(ports, { name }));
    ports.passages.insert({ ...passage, tagIds });
  }
}

/**
 * Reads W3C Web Annotations in as passages, in one step; or says what that would do. Each annotation has its outcome; what
 * is here already is left as it is, whatever the file says of it now.
 *
 * @throws ProbativeError `exchange/not-readable`
 */
export async function importWebAnnotations(
  ports: CasePorts,
  text: string,
  preview: boolean,
): Promise<AnnotationReport> {
  const outcomes: AnnotationOutcome[] = [];
  const made = new Map<PassageId, NewAnnotation>();
  const paged = { ...ports, index: rememberPage(ports.index) };
  for (const [index, annotation] of readWebAnnotations(text).entries()) {
    const name = annotation?.id ?? `#${index + 1}`;
    if (annotation === null) {
      outcomes.push(refused(name, "", "unreadable", "It is no annotation, or has no target."));
      continue;
    }
    const planned = await planAnnotation(paged, annotation, name);
    const { passageId } = planned.outcome;
    const isTwice = passageId !== null && made.has(passageId);
    outcomes.push(isTwice ? { ...planned.outcome, outcome: "known" } : planned.outcome);
    if (planned.made !== null && !isTwice) made.set(planned.made.passage.passageId, planned.made);
  }
  if (!preview && made.size > 0) {
    ports.edits.perform("Import annotations", () => insertAnnotations(ports, [...made.values()]));
    ports.publish({ kind: "changed", areas: ["passages", "tags", "documents", "case", "edits"] });
  }
  return { done: !preview, annotations: outcomes };
}
