import type { ChangedArea } from "#shared/contract/events.ts";

/** `rows`: a change of known documents, whose rows are asked for one by one instead of the whole list. */
export type OutdatedArea = ChangedArea | "rows";

/**
 * Which answers a change makes old, as beginnings of procedure names. Wider than the area itself where one answer shows
 * something of another: a citation holds a document's short name, a tag's row counts passages.
 */
const OUTDATED_BY: Readonly<Record<OutdatedArea, readonly string[]>> = {
  case: ["case."],
  documents: [
    "documents.",
    "bates.",
    "duplicates.",
    "import.",
    "search.",
    "passages.",
    "briefs.",
    "case.info",
    "case.current",
  ],
  rows: [
    "documents.show",
    "documents.page",
    "documents.find",
    "documents.detections",
    "duplicates.",
    "import.",
    "search.",
    "passages.",
    "briefs.",
    "case.info",
    "case.current",
  ],
  tags: ["tags.", "passages.", "library.tags", "search.written"],
  passages: [
    "passages.",
    "tags.",
    "library.tags",
    "briefs.",
    // A result does not change while somebody tags what stands in it, also when it was searched for tags.
    "search.written",
    "documents.list",
    "documents.show",
    "case.info",
    "case.current",
  ],
  briefs: ["briefs.", "search.written", "case.info", "case.current"],
  jobs: ["jobs."],
  edits: ["edits."],
  ocr: ["ocr.", "documents.page", "documents.find", "case.info"],
  redactions: ["redactions.", "documents."],
  searches: ["search.list"],
  // A search for one name finds all: what was found before is old.
  synonyms: ["synonyms.", "search."],
  bookmarks: ["bookmarks."],
  readings: ["reading.show"],
  views: ["library.views"],
  journal: ["journal."],
};

/** True when the answer of `procedure` may differ after a change in these areas. */
export function isOutdated(procedure: string, areas: Iterable<OutdatedArea>): boolean {
  for (const area of areas) {
    if (OUTDATED_BY[area].some((beginning) => procedure.startsWith(beginning))) return true;
  }
  return false;
}

/**
 * Milliseconds between two refreshes caused by one area. An import changes documents many times a second; what a person
 * does must be seen at once.
 */
const SPACING: Readonly<Record<OutdatedArea, number>> = {
  case: 15,
  documents: 1000,
  rows: 1000,
  tags: 15,
  passages: 15,
  briefs: 15,
  jobs: 1000,
  edits: 15,
  ocr: 1000,
  redactions: 15,
  searches: 15,
  synonyms: 15,
  bookmarks: 15,
  readings: 15,
  views: 15,
  journal: 1000,
};

/** What the collector needs of time; replaced in tests. */
export interface CollectorClock {
  now(): number;
  after(milliseconds: number, run: () => void): void;
}

/**
 * Gathers changed areas and reports each at most once per its spacing: the first of a burst soon, the last always.
 *
 * @param refresh receives the areas that are due
 */
export function createAreaCollector(
  refresh: (areas: ReadonlySet<OutdatedArea>) => void,
  clock: CollectorClock,
): (areas: Iterable<OutdatedArea>) => void {
  const due = new Map<OutdatedArea, number>();
  const last = new Map<OutdatedArea, number>();
  const flush = () => {
    const now = clock.now();
    const ready = new Set<OutdatedArea>();
    // A timer may run a fraction of a millisecond early: browsers cut its delay to whole ones and keep a coarse clock. What
    // was left then would wait for ever, as nothing asks for it again while it is due.
    for (const [area, time] of due) if (time - now < 1) ready.add(area);
    for (const area of ready) {
      due.delete(area);
      last.set(area, now);
    }
    if (ready.size > 0) refresh(ready);
  };
  return (areas) => {
    const now = clock.now();
    for (const area of areas) {
      if (due.has(area)) continue;
      const time = Math.max(now + 15, (last.get(area) ?? Number.NEGATIVE_INFINITY) + SPACING[area]);
      due.set(area, time);
      clock.after(time - now, flush);
    }
  };
}
