import type { BriefId } from "#shared/base/ids.ts";
import type { ExportedFile } from "#shared/contract/writing-procedures.ts";
import type { CasePorts } from "../backend-context.ts";
import { readBrief } from "../briefs/read-brief.ts";
import { briefToMarkdown } from "./brief-markdown.ts";
import type { ExportTarget } from "./export-annotated.ts";
import { neutralName } from "./neutral-name.ts";

/**
 * Writes a brief as PDF or Markdown. Every quotation is checked on the way; one that is not verified is marked.
 *
 * @throws ProbativeError `brief/not-found`, `export/…`
 */
export async function exportBrief(
  ports: CasePorts,
  briefId: BriefId,
  format: "pdf" | "md",
  target: ExportTarget,
): Promise<ExportedFile> {
  const brief = readBrief(ports, briefId);
  const at = ports.clock.now();
  const bytes =
    format === "pdf" ? await ports.printer.print(brief, at) : new TextEncoder().encode(briefToMarkdown(brief));
  const name = neutralName({ kind: "brief", format, at });
  const written = await ports.exports.write(bytes, target.out ?? null, name, target.overwrite);
  ports.journal.append({
    action: "exported",
    subject: briefId,
    sha256: written.sha256,
    detail: { name: written.name, format },
  });
  ports.publish({ kind: "changed", areas: ["journal"] });
  return { ...written, bytes: bytes.length, annotations: 0 };
}
