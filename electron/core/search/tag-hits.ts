import type { BriefId, DocumentId, PassageId, SectionId, TagId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { Passage, TextRange } from "#shared/model/passage.ts";
import type { SearchRequest } from "#shared/model/search.ts";
import type { HitExtent, TaggedHits } from "#shared/model/search-report.ts";
import type { CasePorts } from "../backend-context.ts";
import { appendQuotations, requireSection } from "../briefs/append-quotations.ts";
import { anchorRanges } from "../passages/anchor.ts";
import { requireInUse, requireTag } from "../passages/edit-tag.ts";
import { readSource } from "../passages/read-source.ts";
import { rememberPage } from "../passages/remember-page.ts";
import type { PassageAnchor } from "../ports/passage-store.ts";
import type { Pace } from "./evaluate/evaluation.ts";
import { extentsOf } from "./hit-extents.ts";
import type { Searcher } from "./searcher.ts";

/** Passages that one step may make: beyond this nobody reads them, and undoing would hold up the window. */
const PASSAGES_MAX = 20_000;

/** Passages that a preview shows. */
const SAMPLES = 5;

/** What is to be done with the hits of a search. */
export interface HitTagging {
  readonly search: SearchRequest;
  /** Only these of the documents that it finds; null for all. */
  readonly documents: readonly DocumentId[] | null;
  readonly tagIds: readonly TagId[];
  readonly note: string;
  readonly extent: HitExtent;
  readonly brief: { readonly briefId: BriefId; readonly sectionId: SectionId | null } | null;
  /** Only say what it would make. */
  readonly preview: boolean;
}

/** What tagging made, or would make. */
export interface HitTaggingOutcome {
  readonly made: TaggedHits;
  /** In the order of documents and pages; empty for a preview. */
  readonly passageIds: readonly PassageId[];
}

/** A passage to be made, or one that stands there already. */
interface Planned {
  readonly documentId: DocumentId;
  readonly ranges: readonly TextRange[];
  readonly existing: Passage | null;
}

function keyOf(ranges: readonly TextRange[]): string {
  return ranges.map(({ page, start, end }) => `${page}:${start}-${end}`).join(" ");
}

/** Finds all hits, and what of them is a passage already. */
async function plan(ports: CasePorts, searcher: Searcher, wanted: HitTagging, pace: Pace) {
  const found = await searcher.find(wanted.search, pace);
  const chosen = wanted.documents === null ? null : new Set(wanted.documents);
  const planned: Planned[] = [];
  let [documents, hits] = [0, 0];
  for (const { documentId } of found.documents) {
    if (chosen?.has(documentId) === false) continue;
    await pace.breathe();
    const own = await found.hitsOf(documentId);
    if (own.length === 0) continue;
    documents += 1;
    hits += own.length;
    const pageText = (page: number) => ports.index.pageText(documentId, page) ?? "";
    const standing = new Map(
      ports.passages
        .list({ documentId, tagIds: [], text: null })
        .filter((passage) => passage.state === "anchored")
        .map((passage) => [keyOf(passage.ranges), passage]),
    );
    for (const ranges of extentsOf(own, wanted.extent, pageText)) {
      planned.push({ documentId, ranges, existing: standing.get(keyOf(ranges)) ?? null });
    }
    if (planned.length > PASSAGES_MAX) {
      throw new ProbativeError("input/invalid", `query: more than ${PASSAGES_MAX} passages; narrow the search`);
    }
  }
  return { planned, documents, hits };
}

function describeOutcome(ports: CasePorts, { planned, documents, hits }: Awaited<ReturnType<typeof plan>>): TaggedHits {
  return {
    documents,
    hits,
    passages: planned.length,
    existing: planned.filter((entry) => entry.existing !== null).length,
    samples: planned.slice(0, SAMPLES).map(({ documentId, ranges }) => ({
      documentId,
      page: ranges[0]?.page ?? 1,
      quote: readSource(ports, documentId, ranges) ?? "",
    })),
  };
}

/** Anchors of what is new, by place in the plan. Quads of thousands of passages are computed in slices of time. */
async function anchorAll(ports: CasePorts, planned: readonly Planned[], pace: Pace) {
  const anchors: (PassageAnchor | null)[] = [];
  for (const { documentId, ranges, existing } of planned) {
    await pace.breathe();
    anchors.push(existing === null ? anchorRanges(ports, documentId, ranges) : null);
  }
  return anchors;
}

/** An anchor that OCR has overtaken while the others were made is made again. */
function current(ports: CasePorts, documentId: DocumentId, anchor: PassageAnchor): PassageAnchor {
  return readSource(ports, documentId, anchor.ranges) === anchor.quote
    ? anchor
    : anchorRanges(ports, documentId, anchor.ranges);
}

/**
 * Makes a passage around every hit of a search and tags it, and adds the passages to a brief: one step to undo. Hits in one
 * sentence (or paragraph) share a passage; a passage that stands at just that place gets the tags and keeps the rest.
 *
 * @throws ProbativeError what a search throws; `tag/not-found`, `tag/archived`, `brief/not-found`, `brief/section-not-found`;
 *   `input/invalid` for more passages than one step may make
 */
export async function tagHits(
  ports: CasePorts,
  searcher: Searcher,
  wanted: HitTagging,
  pace: Pace,
): Promise<HitTaggingOutcome> {
  for (const tagId of wanted.tagIds) {
    requireInUse(requireTag(ports, tagId));
  }
  if (wanted.brief !== null) requireSection(ports, wanted.brief.briefId, wanted.brief.sectionId);
  const fast: CasePorts = { ...ports, index: rememberPage(ports.index) };
  const outcome = await plan(fast, searcher, wanted, pace);
  const made = describeOutcome(fast, outcome);
  if (wanted.preview || outcome.planned.length === 0) return { made, passageIds: [] };
  const anchors = await anchorAll(fast, outcome.planned, pace);
  const passageIds = write({ ...ports, index: rememberPage(ports.index) }, wanted, outcome.planned, anchors);
  ports.publish({
    kind: "changed",
    areas: ["passages", "tags", "documents", "case", "edits", ...(wanted.brief === null ? [] : (["briefs"] as const))],
  });
  return { made, passageIds };
}

/** All of it in one step. Passages that were deleted since they were planned are made anew. */
function write(
  ports: CasePorts,
  { tagIds, note, brief }: HitTagging,
  planned: readonly Planned[],
  anchors: readonly (PassageAnchor | null)[],
): readonly PassageId[] {
  const at = ports.clock.now();
  return ports.edits.perform(`Tag ${planned.length} ${planned.length === 1 ? "passage" : "passages"} found`, () => {
    const written = planned.map(({ documentId, ranges, existing }, place) => {
      const standing = existing === null ? null : ports.passages.find(existing.passageId);
      if (standing !== null) {
        const added = tagIds.filter((tagId) => !standing.tagIds.includes(tagId));
        if (added.length > 0) ports.passages.setTags(standing.passageId, [...standing.tagIds, ...added], at);
        return { passageId: standing.passageId, quote: standing.quote };
      }
      const anchor = anchors[place] ?? anchorRanges(ports, documentId, ranges);
      const fresh = current(ports, documentId, anchor);
      const passageId = ports.ids.next("passage");
      const own = { marks: [], origin: null, author: ports.author, createdAt: at, updatedAt: at };
      ports.passages.insert({ passageId, documentId, ...fresh, tagIds, note, ...own });
      return { passageId, quote: fresh.quote };
    });
    if (brief !== null) appendQuotations(ports, brief.briefId, brief.sectionId, written, at);
    return written.map(({ passageId }) => passageId);
  });
}
