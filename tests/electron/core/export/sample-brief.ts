import { blockIdSchema, briefIdSchema, documentIdSchema, passageIdSchema, sectionIdSchema } from "#shared/base/ids.ts";
import type { BriefBlock, BriefDetail, BriefSection, QuotationCheck } from "#shared/model/brief.ts";

let counter = 0;

/** A number in the 12 characters of an identifier; zeros in front. */
function nextSuffix(): string {
  counter += 1;
  return String(counter).padStart(12, "0");
}

/** The writer's own paragraph. */
export function makeTextBlock(text: string): BriefBlock {
  return { kind: "text", blockId: blockIdSchema.parse(`blk_${nextSuffix()}`), text };
}

/** A quotation; verified unless said otherwise. */
export function makeQuotationBlock(
  text: string,
  citation: string,
  check: QuotationCheck = { kind: "verified" },
): BriefBlock {
  const present = check.kind !== "missing";
  return {
    kind: "quotation",
    blockId: blockIdSchema.parse(`blk_${nextSuffix()}`),
    passageId: passageIdSchema.parse(`pas_${nextSuffix()}`),
    documentId: present ? documentIdSchema.parse(`doc_${nextSuffix()}`) : null,
    page: present ? 2 : null,
    text,
    citation,
    check,
  };
}

/** A section with its blocks. */
export function makeSection(heading: string, blocks: readonly BriefBlock[]): BriefSection {
  return { sectionId: sectionIdSchema.parse(`sec_${nextSuffix()}`), heading, blocks };
}

/** A brief whose counts follow from its quotations. */
export function makeBrief(title: string, sections: readonly BriefSection[]): BriefDetail {
  const quotations = sections.flatMap((section) => section.blocks).filter((block) => block.kind === "quotation");
  const count = (kind: QuotationCheck["kind"]): number => quotations.filter(({ check }) => check.kind === kind).length;
  return {
    briefId: briefIdSchema.parse(`brf_${nextSuffix()}`),
    title,
    updatedAt: "2026-03-01T09:30:00.000Z",
    sections,
    checks: {
      verified: count("verified"),
      altered: count("altered"),
      orphaned: count("orphaned"),
      missing: count("missing"),
    },
  };
}

/** A brief with one quotation of every kind of check, about invented events. */
export function makeSampleBrief(): BriefDetail {
  return makeBrief("Statement of Facts in Support of the Motion to Enforce", [
    makeSection("The exchange of notes", [
      makeTextBlock(
        "The arrangement was made by an exchange of diplomatic notes on March 13 and 14, 2025. Neither note was published, and neither was laid before the legislature of either State. The receiving State agreed that it",
      ),
      makeQuotationBlock(
        "will house the persons transferred for a period of\none year, until it decides what is to become of them.",
        "(Note Verbale 44/2025 at 2, ECF No. 81-2.)",
      ),
      makeTextBlock(
        "No amount was fixed in the note itself. A payment of $4,760,000 followed nine days later, out of an account that the agency had opened for the purpose; it was described to the auditors as a “grant”.",
      ),
      makeQuotationBlock(
        "The Embassy will make available a grant to defray the costs of their custody, the amount of which will be communicated separately.",
        "(Note Verbale 44/2025 at 2, ECF No. 81-2.)",
        {
          kind: "altered",
          difference: [
            {
              kind: "same",
              text: "The Embassy will make available a grant to defray the costs of their custody, the amount of which ",
            },
            { kind: "removed", text: "shall" },
            { kind: "added", text: "will" },
            { kind: "same", text: " be communicated separately." },
          ],
        },
      ),
    ]),
    makeSection("The number of persons", [
      makeTextBlock(
        "The sources do not agree on how many were sent. The declaration of the operations officer says 238.",
      ),
      makeQuotationBlock(
        "Las personas trasladadas permanecerán bajo custodia del Estado receptor durante un año; el señor Íñigo Núñez firmó la nota.",
        "(Nota 45/2025 at 1.)",
        { kind: "orphaned" },
      ),
      makeQuotationBlock("about two hundred and fifty men were on board the three aircraft", "(Source missing.)", {
        kind: "missing",
      }),
    ]),
  ]);
}
