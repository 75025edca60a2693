import type { ProcedureName } from "#shared/contract/contract.ts";

/** The first word of a command. */
export type Area = ProcedureName extends `${infer Name}.${string}` ? Name : never;

/** What each area is about, for `--help`. A new area does not compile until it is named here. */
export const AREA_SUMMARIES: Readonly<Record<Area, string>> = {
  case: "create a case, see its figures, verify it",
  documents: "import documents and look at them",
  library: "views of the library, and tags by document",
  bookmarks: "pages to come back to",
  reading: "how documents are read: turned pages, margins, page names",
  bates: "Bates numbers: ranges, gaps, duplicates",
  duplicates: "documents that repeat each other",
  redactions: "text that lies hidden under boxes, and what was decided about it",
  ocr: "text recognition: what waits, engines, languages",
  import: "the account of what was imported",
  journal: "the custody journal",
  search: "search documents and what people wrote; saved searches, term lists, certificates",
  synonyms: "names by which one thing goes in the case",
  tags: "the codebook: tags, their order and their counts",
  passages: "tagged passages of documents",
  exchange: "codebooks, Web Annotations and contributions of colleagues",
  briefs: "briefs built from passages",
  export: "write annotated documents and briefs",
  jobs: "long work: what ran, and going on with it",
  edits: "undo and redo",
};

/** Splits `documents.import` into the two words of its command. */
export function commandWords(name: ProcedureName): { readonly area: Area; readonly verb: string } {
  const [area = "", verb = ""] = name.split(".");
  return { area: area as Area, verb };
}
