import type { BriefPrinter } from "#core/ports/brief-printer.ts";
import { type FaceFiles, readFaceFiles } from "./typefaces.ts";

/**
 * A printer that sets briefs in Source Serif 4 on US Letter. The same brief printed with the same `printedAt` gives the
 * same bytes. The file has no scripts, no encryption and no attachments.
 */
export function createPdfBriefPrinter(): BriefPrinter {
  let faceFiles: Promise<FaceFiles> | undefined;
  return {
    async print(brief, printedAt) {
      // The library takes longer to load than most commands to run: only printing pays for it.
      const { printBrief } = await import("./print-brief.ts");
      faceFiles ??= readFaceFiles();
      return printBrief(brief, printedAt, await faceFiles);
    },
  };
}
