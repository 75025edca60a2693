import type { ErrorCode } from "#shared/errors/codes.ts";
import type { StagedFile } from "../ports/file-vault.ts";

/** A PDF may start with up to 1,024 bytes of something else (ISO 32000-1, Annex H, note 13). */
const PDF_MARK = "%PDF-";

/**
 * Tells by content whether a file is a PDF.
 *
 * @returns null when it is; otherwise the reason and whether the file failed (it was named as a PDF) or is skipped
 */
export function recogniseKind(
  staged: StagedFile,
  fileName: string,
): { readonly outcome: "failed" | "skipped"; readonly reason: ErrorCode } | null {
  if (staged.bytes === 0) return { outcome: "failed", reason: "import/empty" };
  let head = "";
  for (const byte of staged.head) head += String.fromCharCode(byte);
  if (head.includes(PDF_MARK)) return null;
  return fileName.toLowerCase().endsWith(".pdf")
    ? { outcome: "failed", reason: "import/not-a-pdf" }
    : { outcome: "skipped", reason: "import/unsupported-kind" };
}
