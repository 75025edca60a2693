import { assertNever } from "#shared/base/assert-never.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import type { CasePorts } from "../backend-context.ts";
import { noticesOfAnnotations, type PlannedAnnotations, planAnnotations } from "../exchange/annotation-passages.ts";
import type { JobRun } from "../jobs/job-runner.ts";
import type { FileResult, JobFile } from "../ports/job-store.ts";
import { fileNameOf } from "./child-path.ts";
import { type FinishedFile, type KnownFile, type ReadFile, resultOfKnown } from "./finished-file.ts";
import { proposeNames } from "./propose-names.ts";
import { describeDamage } from "./read-document.ts";
import { threadOf } from "./thread-of.ts";

/**
 * Where a file came from, as the journal says it. The name of a file out of another may be the subject of a message, which
 * is text of a document: its place among the others stands for it.
 */
function originOf(
  ports: CasePorts,
  run: JobRun,
  { inside, shownPath }: JobFile,
): Record<string, string | number | null> {
  if (inside === null) return { source: shownPath };
  const parent = ports.jobs.documentOf(run.jobId, inside.parentPosition);
  return { parent, place: inside.childPosition + 1 };
}

function insertDocument(
  ports: CasePorts,
  readFile: ReadFile,
  taken: Set<string>,
  annotations: PlannedAnnotations,
): FileResult {
  const { file, staged, documentId, reading } = readFile;
  const fileName = fileNameOf(file);
  const names = proposeNames(reading, fileName, taken);
  taken.add(names.shortName);
  const { format, pages, pagesWithoutText, metadata, outline, detected, headers } = reading;
  ports.documents.insert({
    documentId,
    ...names,
    fileName,
    sourcePath: file.shownPath,
    sha256: staged.sha256,
    bytes: staged.bytes,
    pages,
    pagesWithoutText,
    importedAt: ports.clock.now(),
    format,
    thread: threadOf(headers),
    metadata,
    outline,
    detected,
    headers,
    notices: [...reading.notices, ...noticesOfAnnotations(annotations)],
  });
  const message = describeDamage(reading.damagedPages);
  return { outcome: "imported", reason: null, message, documentId, pages, pagesWithoutText };
}

function linkToParent(ports: CasePorts, run: JobRun, { inside }: JobFile, child: DocumentId): void {
  if (inside === null) return;
  const parent = ports.jobs.documentOf(run.jobId, inside.parentPosition);
  if (parent === null || parent === child) return;
  ports.documents.link({ parent, child, position: inside.childPosition, name: inside.name });
}

function commitRead(ports: CasePorts, run: JobRun, read: ReadFile, taken: Set<string>): void {
  const { file, staged, documentId, reading, children } = read;
  const isWithout = run.request.withoutAnnotations === true;
  const annotations = planAnnotations(ports, documentId, isWithout ? [] : reading.annotations);
  ports.jobs.record(run.jobId, file.position, insertDocument(ports, read, taken, annotations));
  for (const passage of annotations.passages) ports.passages.insert(passage);
  ports.jobs.addChildren(run.jobId, children);
  linkToParent(ports, run, file, documentId);
  ports.journal.append({
    action: "document-imported",
    subject: documentId,
    sha256: staged.sha256,
    detail: {
      job: run.jobId,
      ...originOf(ports, run, file),
      bytes: staged.bytes,
      format: reading.format,
      pages: reading.pages,
    },
  });
}

function commitKnown(ports: CasePorts, run: JobRun, known: KnownFile): void {
  const { file, documentId, sha256 } = known;
  ports.jobs.record(run.jobId, file.position, resultOfKnown(known));
  linkToParent(ports, run, file, documentId);
  ports.journal.append({
    action: "duplicate-met",
    subject: documentId,
    sha256,
    detail: { job: run.jobId, ...originOf(ports, run, file) },
  });
}

/** Documents whose rows in the library are new, or count another child. */
function changedRows(ports: CasePorts, run: JobRun, batch: readonly FinishedFile[]): readonly DocumentId[] {
  const rows = new Set<DocumentId>();
  for (const entry of batch) {
    if (entry.kind === "refused") continue;
    rows.add(entry.documentId);
    const { inside } = entry.file;
    const parent = inside === null ? null : ports.jobs.documentOf(run.jobId, inside.parentPosition);
    if (parent !== null) rows.add(parent);
  }
  return [...rows];
}

function commitFile(ports: CasePorts, run: JobRun, entry: FinishedFile, taken: Set<string>): void {
  switch (entry.kind) {
    case "read":
      commitRead(ports, run, entry, taken);
      break;
    case "duplicate":
      commitKnown(ports, run, entry);
      break;
    case "refused":
      ports.jobs.record(run.jobId, entry.file.position, entry.result);
      break;
    default:
      assertNever(entry);
  }
}

/**
 * Makes what became of some files durable: pages, catalogue, families, journal and account. Index first, catalogue second: a
 * crash between them leaves pages without a document, which the next start removes.
 */
export function commitFiles(ports: CasePorts, run: JobRun, batch: readonly FinishedFile[]): void {
  const read = batch.filter((entry) => entry.kind === "read");
  for (const { documentId } of read) ports.index.finishDocument(documentId);
  if (read.length > 0) ports.index.commit();
  ports.jobs.transact(() => {
    const taken = new Set(read.length > 0 ? ports.documents.shortNames() : []);
    for (const entry of batch) commitFile(ports, run, entry, taken);
  });
  const rows = changedRows(ports, run, batch);
  if (rows.length > 0) ports.publish({ kind: "changed", areas: ["documents", "case", "journal"], rows });
  if (read.some(({ reading }) => reading.annotations.length > 0)) {
    ports.publish({ kind: "changed", areas: ["passages"] });
  }
}
