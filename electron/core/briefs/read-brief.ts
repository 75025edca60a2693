import type { BriefId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { BriefBlock, BriefDetail, QuotationCheck } from "#shared/model/brief.ts";
import type { Passage } from "#shared/model/passage.ts";
import { checkQuotation } from "#shared/text/check-quotation.ts";
import { parenthetical } from "#shared/text/cite.ts";
import type { CasePorts } from "../backend-context.ts";
import { citePassage } from "../passages/cite-passage.ts";
import { readSource } from "../passages/read-source.ts";
import type { StoredBlock } from "../ports/brief-store.ts";

type BriefPorts = Pick<CasePorts, "briefs" | "passages" | "documents" | "index">;

/** Compares a quotation with what stands at its passage's place in the source now. */
function checkAgainstSource(ports: BriefPorts, quotation: string, passage: Passage): QuotationCheck {
  if (passage.state === "orphaned") return { kind: "orphaned" };
  const source = readSource(ports, passage.documentId, passage.ranges);
  return source === null ? { kind: "missing" } : checkQuotation(quotation, source);
}

function readBlock(ports: BriefPorts, block: StoredBlock): BriefBlock {
  if (block.kind === "text") return block;
  const { blockId, text, passageId } = block;
  const passage = ports.passages.find(passageId);
  if (passage === null) {
    const gone = { documentId: null, page: null, citation: "", check: { kind: "missing" } } as const;
    return { kind: "quotation", blockId, text, passageId, ...gone };
  }
  return {
    kind: "quotation",
    blockId,
    text,
    passageId,
    documentId: passage.documentId,
    page: passage.ranges[0]?.page ?? null,
    citation: parenthetical(citePassage(ports, passage)),
    check: checkAgainstSource(ports, text, passage),
  };
}

/**
 * A brief with every quotation checked against its source at this moment, and every citation computed.
 *
 * @throws ProbativeError `brief/not-found`
 */
export function readBrief(ports: BriefPorts, briefId: BriefId): BriefDetail {
  const brief = ports.briefs.find(briefId);
  if (brief === null) throw new ProbativeError("brief/not-found", briefId, { brief: briefId });
  const sections = brief.sections.map(({ sectionId, heading, blocks }) => ({
    sectionId,
    heading,
    blocks: blocks.map((block) => readBlock(ports, block)),
  }));
  const checks = { verified: 0, altered: 0, orphaned: 0, missing: 0 };
  for (const block of sections.flatMap((section) => section.blocks)) {
    if (block.kind === "quotation") checks[block.check.kind] += 1;
  }
  return { briefId, title: brief.title, updatedAt: brief.updatedAt, sections, checks };
}
