/** Titles that programs write by themselves: they name the program or nothing, not the document. */
const MEANINGLESS = [
  /^untitled/iu,
  /^microsoft (?:word|powerpoint|excel)\b/iu,
  /^adobe photoshop\b/iu,
  /^(?:document|scan|image|title|slide)\s*\d*$/iu,
  /^(?:page|p\.)\s*\d+$/iu,
  /^[^\p{L}\p{N}]*$/u,
  /^[\d\s.-]+$/u,
  /^[0-9a-f-]{16,}$/iu,
  // Names of systems that show dockets.
  /^(?:CM\/ECF\b|[A-Z]{3,5}-ECF$)/u,
];

/** Titles that are the name of a file on somebody's disk, e.g. `C:\drafts\motion_v7.doc`, `brief_final-2`. */
const FILE_LIKE =
  /^[a-z]:\\|\.(?:docx?|pdf|wpd|rtf|txt|indd|pages|tiff?|png|jpe?g|xlsx?|pptx?|html?|exe|ecl|cef|tmp)$|^[^\s_]+_\S+$/iu;

/** The title that a file declares, or null when it says nothing about the document. */
export function meaningfulTitle(declared: string | null): string | null {
  const title = declared?.trim() ?? "";
  const isMeaningless = FILE_LIKE.test(title) || MEANINGLESS.some((pattern) => pattern.test(title));
  return isMeaningless ? null : title.slice(0, 500);
}
