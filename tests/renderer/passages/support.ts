import { vi } from "vitest";
import type { DocumentId, PassageId, TagId } from "#shared/base/ids.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import { changeLanguage } from "../../../renderer/messages/language.ts";

export function tag(letter: string, name: string, more: Partial<Tag> = {}): Tag {
  return {
    tagId: `tag_${letter.repeat(12)}` as TagId,
    name,
    color: "blue",
    key: null,
    description: "",
    examples: "",
    archived: false,
    position: 0,
    passages: 0,
    ...more,
  };
}

/** A passage on one page; `letter` makes its identifier. */
export function passage(letter: string, more: Partial<PassageListItem> = {}): PassageListItem {
  return {
    passageId: `pas_${letter.repeat(12)}` as PassageId,
    documentId: "doc_000000000000" as DocumentId,
    quote: "the persons transferred",
    prefix: "",
    suffix: "",
    ranges: [{ page: 2, start: 10, end: 33, label: null, addresses: [], quads: [] }],
    tagIds: [],
    note: "",
    marks: [],
    region: null,
    origin: null,
    author: "A. Writer",
    createdAt: "2025-01-01T00:00:00.000Z",
    updatedAt: "2025-01-01T00:00:00.000Z",
    state: "anchored",
    documentTitle: "Note Verbale 44/2025",
    citation: "Note 44/2025 at 2",
    links: 0,
    ...more,
  };
}

/** Runs something while the interface speaks Spanish. */
export function inSpanish<Result>(run: () => Result): Result {
  vi.stubGlobal("document", { documentElement: {} });
  changeLanguage("es");
  try {
    return run();
  } finally {
    changeLanguage("en");
    vi.unstubAllGlobals();
  }
}
