import type { BriefDetail } from "#shared/model/brief.ts";

/** Sets a brief as a paginated PDF with embedded fonts. */
export interface BriefPrinter {
  /**
   * @param brief checked just now; quotations that are not verified are marked as such in print
   * @param printedAt ISO 8601, UTC: becomes the file's creation date
   */
  print(brief: BriefDetail, printedAt: string): Promise<Uint8Array>;
}
