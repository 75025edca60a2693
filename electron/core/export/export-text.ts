import type { ExportedFile } from "#shared/contract/writing-procedures.ts";
import type { CasePorts } from "../backend-context.ts";
import type { ExportTarget } from "./export-annotated.ts";
import { type ExportSubject, neutralName } from "./neutral-name.ts";

/**
 * Writes text that is not a document of the case: an account, the journal. The export itself is journaled.
 *
 * @throws ProbativeError `export/…`
 */
export async function exportText(
  ports: CasePorts,
  text: string,
  subject: ExportSubject,
  target: ExportTarget,
): Promise<ExportedFile> {
  return exportBytes(ports, new TextEncoder().encode(text), subject, target);
}

/**
 * Writes a file that is not a document of the case. The export itself is journaled.
 *
 * @throws ProbativeError `export/…`
 */
export async function exportBytes(
  ports: CasePorts,
  bytes: Uint8Array,
  subject: ExportSubject,
  target: ExportTarget,
): Promise<ExportedFile> {
  const written = await ports.exports.write(bytes, target.out ?? null, neutralName(subject), target.overwrite);
  ports.journal.append({
    action: "exported",
    subject: null,
    sha256: written.sha256,
    detail: { name: written.name, kind: subject.kind },
  });
  ports.publish({ kind: "changed", areas: ["journal"] });
  return { ...written, bytes: bytes.length, annotations: 0 };
}
