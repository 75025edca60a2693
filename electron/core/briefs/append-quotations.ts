import type { BriefId, PassageId, SectionId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { CasePorts } from "../backend-context.ts";
import { quotationText } from "./quotation-text.ts";

type BriefPorts = Pick<CasePorts, "briefs" | "ids">;

/**
 * The section that passages go to: the one that is named, else the last.
 *
 * @returns null for a brief that has no section yet
 * @throws ProbativeError `brief/not-found`; `brief/section-not-found` for a section of another brief
 */
export function requireSection(
  ports: Pick<CasePorts, "briefs">,
  briefId: BriefId,
  wanted: SectionId | null,
): SectionId | null {
  const brief = ports.briefs.find(briefId);
  if (brief === null) throw new ProbativeError("brief/not-found", briefId, { brief: briefId });
  if (wanted === null) return brief.sections.at(-1)?.sectionId ?? null;
  if (brief.sections.some((section) => section.sectionId === wanted)) return wanted;
  throw new ProbativeError("brief/section-not-found", wanted, { section: wanted });
}

/**
 * Adds passages to the end of a section as quotations, word for word; to be called inside a step.
 *
 * @throws as `requireSection`
 */
export function appendQuotations(
  ports: BriefPorts,
  briefId: BriefId,
  wanted: SectionId | null,
  passages: readonly { readonly passageId: PassageId; readonly quote: string }[],
  at: string,
): void {
  let sectionId = requireSection(ports, briefId, wanted);
  if (sectionId === null) {
    sectionId = ports.ids.next("section");
    ports.briefs.insertSection(briefId, sectionId, "", null);
  }
  const blocks = passages.map(({ passageId, quote }) => ({
    kind: "quotation" as const,
    blockId: ports.ids.next("block"),
    text: quotationText(quote),
    passageId,
  }));
  ports.briefs.appendBlocks(sectionId, blocks);
  ports.briefs.touch(briefId, at);
}
