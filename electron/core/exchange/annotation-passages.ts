import type { DocumentId, PassageId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { ConversionNotice } from "#shared/model/format.ts";
import type { Passage } from "#shared/model/passage.ts";
import type { CasePorts } from "../backend-context.ts";
import { anchorRanges, anchorRegion } from "../passages/anchor.ts";
import { clipRegion, rangesInBox } from "../passages/find-in-region.ts";
import type { FoundAnnotation } from "../ports/document-reader.ts";
import type { PassageAnchor } from "../ports/passage-store.ts";
import { passageIdOf } from "./derive-id.ts";
import { joinNote } from "./note-parts.ts";

/** An annotation of a file, with the passage that it becomes. */
export interface NamedAnnotation {
  readonly passageId: PassageId;
  readonly found: FoundAnnotation;
}

/** Who made an annotation that names nobody. */
const NOBODY = "?";

/** An icon of a comment has no size to speak of; a mark without any could not be seen. In points. */
const LEAST_SIZE = 8;

/**
 * Gives annotations the identifiers of their passages: the same for the same file in every case, so that what two people
 * have of it is one passage when they merge.
 *
 * @param sha256 of the file
 */
export async function nameAnnotations(
  sha256: string,
  annotations: readonly FoundAnnotation[],
): Promise<readonly NamedAnnotation[]> {
  return Promise.all(
    annotations.map(async (found) => ({
      passageId: await passageIdOf(`annotation ${sha256} ${found.page} ${found.index} ${found.name}`),
      found,
    })),
  );
}

/** What the account says of the annotations of a file; empty when it has none. */
export function noticesOfAnnotations({ passages, left }: PlannedAnnotations): readonly ConversionNotice[] {
  const read = passages.length;
  if (read + left === 0) return [];
  const sentences = [
    read === 1
      ? "1 highlight or comment was read in as a passage."
      : `${read} highlights and comments were read in as passages.`,
    ...(left === 0 ? [] : [`${left} fit no page and stay in the file alone.`]),
  ];
  return [{ kind: "annotations-read", detail: sentences.join(" ") }];
}

type AnchorPorts = Pick<CasePorts, "index">;

/** The text under the marks; null when there is none, as on a page that was not recognised yet. */
function anchorMarked(ports: AnchorPorts, documentId: DocumentId, found: FoundAnnotation): PassageAnchor | null {
  const { page, marked } = found;
  const text = ports.index.pageText(documentId, page);
  if (text === null || marked.length === 0) return null;
  const runs = ports.index.pageRuns(documentId, page);
  const spans = marked.flatMap((box) => rangesInBox(text, runs, box)).toSorted((one, other) => one.start - other.start);
  const joined: { page: number; start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = joined.at(-1);
    if (last !== undefined && (start <= last.end || text.slice(last.end, start).trim() === "")) {
      last.end = Math.max(last.end, end);
    } else joined.push({ page, start, end });
  }
  return joined.length === 0 ? null : anchorRanges(ports, documentId, joined);
}

/** The rectangle of an annotation, large enough to be seen, on its page. Null when it lies beside the page. */
function anchorBox(ports: AnchorPorts, documentId: DocumentId, { page, box }: FoundAnnotation): PassageAnchor | null {
  const pageBox = ports.index.pageInfo(documentId, page)?.box;
  if (pageBox === undefined) return null;
  const [left, bottom, right, top] = box;
  const grown = [
    left,
    Math.min(bottom, top - LEAST_SIZE),
    Math.max(right, left + LEAST_SIZE),
    Math.max(top, bottom),
  ] as const;
  // What lies beside the page is said of the page all the same.
  const region = clipRegion([...grown], pageBox) === null ? pageBox : ([...grown] as [number, number, number, number]);
  return anchorRegion(ports, documentId, { page, box: region });
}

function anchorAnnotation(ports: AnchorPorts, documentId: DocumentId, found: FoundAnnotation): PassageAnchor | null {
  try {
    return anchorMarked(ports, documentId, found) ?? anchorBox(ports, documentId, found);
  } catch (thrown) {
    // One that fits no page is no reason to refuse the document.
    if (thrown instanceof ProbativeError) return null;
    throw thrown;
  }
}

/** A date of a file as a moment; the moment of reading for one that is none. A date without a time zone is taken for UTC. */
function momentOf(date: string | null, fallback: string): string {
  if (date === null) return fallback;
  const isZoned = /T.*(?:Z|[+-]\d{2}:\d{2})$/u.test(date);
  const moment = new Date(isZoned || !date.includes("T") ? date : `${date}Z`);
  const isPlausible = moment.getTime() >= 0 && moment.getUTCFullYear() <= 2200;
  return isPlausible ? moment.toISOString() : fallback;
}

function noteOf({ contents, author, replies }: FoundAnnotation): string {
  const own = author === "" ? NOBODY : author;
  const answers = replies.map((reply) => ({
    author: reply.author === "" ? NOBODY : reply.author,
    text: reply.contents,
  }));
  return joinNote([...(contents === "" ? [] : [{ author: own, text: contents }]), ...answers], own);
}

/** The passages that annotations become, and how many fit no page. */
export interface PlannedAnnotations {
  readonly passages: readonly Passage[];
  readonly left: number;
}

/**
 * Makes passages of annotations that are not here yet; the pages of the document are in the index. They get no tag: their
 * origin tells them from what was made here, and a codebook holds what people chose to put into it.
 */
export function planAnnotations(
  ports: Pick<CasePorts, "index" | "passages" | "clock">,
  documentId: DocumentId,
  annotations: readonly NamedAnnotation[],
): PlannedAnnotations {
  const at = ports.clock.now();
  const passages: Passage[] = [];
  let left = 0;
  for (const { passageId, found } of annotations) {
    if (ports.passages.find(passageId) !== null) continue;
    const anchor = anchorAnnotation(ports, documentId, found);
    if (anchor === null) {
      left += 1;
      continue;
    }
    const { subtype, color, author, createdAt, modifiedAt } = found;
    const created = momentOf(createdAt ?? modifiedAt, at);
    passages.push({
      passageId,
      documentId,
      ...anchor,
      tagIds: [],
      note: noteOf(found),
      marks: [],
      origin: { kind: "annotation", name: color === null ? subtype : `${subtype} ${color}` },
      author: author === "" ? NOBODY : author,
      createdAt: created,
      updatedAt: momentOf(modifiedAt, created),
    });
  }
  return { passages, left };
}
