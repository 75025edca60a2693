import type { PassageId } from "#shared/base/ids.ts";
import type { ExportedFile } from "#shared/contract/writing-procedures.ts";
import type { CasePorts } from "../backend-context.ts";
import { formatSafeJson } from "../export/csv-text.ts";
import type { ExportTarget } from "../export/export-annotated.ts";
import { exportText } from "../export/export-text.ts";
import { codebookToCsv } from "./codebook-csv.ts";
import { codebookToXml } from "./codebook-xml.ts";
import { composeContribution, type ExchangePlace, passagesToWrite } from "./compose-contribution.ts";
import { webAnnotationsOf } from "./write-web-annotations.ts";

/**
 * Writes the codebook.
 *
 * @throws ProbativeError `export/…`
 */
export async function exportCodebook(
  ports: CasePorts,
  format: "csv" | "qdc",
  target: ExportTarget,
): Promise<ExportedFile> {
  const tags = ports.tags.list();
  const text = format === "csv" ? codebookToCsv(tags) : await codebookToXml(tags, ports.settings.read().codebookGuids);
  return exportText(ports, text, { kind: "codebook", format, at: ports.clock.now() }, target);
}

/**
 * Writes passages as W3C Web Annotations.
 *
 * @param chosen null for all
 * @throws ProbativeError `passage/not-found`, `export/…`
 */
export async function exportAnnotations(
  ports: CasePorts,
  place: ExchangePlace,
  chosen: readonly PassageId[] | null,
  target: ExportTarget,
): Promise<ExportedFile> {
  const text = `${formatSafeJson(webAnnotationsOf(ports, place, passagesToWrite(ports, chosen)))}\n`;
  return exportText(ports, text, { kind: "annotations", at: ports.clock.now() }, target);
}

/**
 * Writes a contribution.
 *
 * @param chosen null for all passages
 * @throws ProbativeError `passage/not-found`, `export/…`
 */
export async function exportContribution(
  ports: CasePorts,
  place: ExchangePlace,
  chosen: readonly PassageId[] | null,
  target: ExportTarget,
): Promise<ExportedFile> {
  const contribution = await composeContribution(ports, place, chosen);
  const subject = { kind: "contribution", at: contribution.exportedAt } as const;
  return exportText(ports, `${formatSafeJson(contribution)}\n`, subject, target);
}
