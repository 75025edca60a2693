import type { Passage } from "#shared/model/passage.ts";
import { recordCitation } from "#shared/text/cite.ts";
import type { CasePorts } from "../backend-context.ts";

/** The citation of a passage without brackets, e.g. `Compl. at 5–6`. Computed from where the passage stands. */
export function citePassage(
  ports: { readonly documents: Pick<CasePorts["documents"], "names"> },
  passage: Passage,
): string {
  const shortName = ports.documents.names(passage.documentId)?.shortName ?? "";
  const first = passage.ranges[0];
  const last = passage.ranges.at(-1);
  return recordCitation({
    shortName,
    firstLabel: first?.label ?? null,
    lastLabel: last?.label ?? null,
    firstPage: first?.page ?? 1,
    lastPage: last?.page ?? 1,
  });
}
