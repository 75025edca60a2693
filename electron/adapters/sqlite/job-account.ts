import type { DocumentId, JobId } from "#shared/base/ids.ts";
import type { AccountFile, FileOutcome, ImportAccount } from "#shared/model/job.ts";
import { type Connection, sql } from "./connection.ts";

interface AccountRow {
  readonly position: number;
  readonly parent_position: number | null;
  readonly shown_path: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly message: string | null;
  readonly document_id: string | null;
}

function toAccountFile(row: AccountRow, within: number | null): AccountFile {
  return {
    path: row.shown_path,
    outcome: row.outcome as FileOutcome,
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.message === null ? {} : { message: row.message }),
    ...(row.document_id === null ? {} : { documentId: row.document_id as DocumentId }),
    ...(within === null ? {} : { within }),
  };
}

/** Lines in the order in which people read them: the children of a file directly after it. */
function inOrder(rows: readonly AccountRow[]): readonly AccountFile[] {
  const children = Map.groupBy(rows, (row) => row.parent_position);
  const files: AccountFile[] = [];
  // A list of what is still to be written, not recursion: nothing here depends on how deep the files are nested.
  const open = (children.get(null) ?? []).map((row) => ({ row, within: null as number | null })).toReversed();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const line = files.push(toAccountFile(next.row, next.within)) - 1;
    const inside = children.get(next.row.position) ?? [];
    for (const row of inside.toReversed()) open.push({ row, within: line });
  }
  return files;
}

/** The account of a job, or null when there is no such job. */
export function readAccount(connection: Connection, jobId: JobId): ImportAccount | null {
  const job = connection.get<{ readonly sequence: number }>(sql`SELECT sequence FROM job WHERE job_id = ${jobId}`);
  if (job === undefined) return null;
  const totals = connection.get<{ pages: number; pagesWithoutText: number }>(sql`
    SELECT coalesce(sum(pages), 0) AS pages, coalesce(sum(pages_without_text), 0) AS pagesWithoutText
    FROM job_file WHERE job_sequence = ${job.sequence} AND outcome = 'imported'`);
  const rows = connection.all<AccountRow>(sql`
    SELECT position, parent_position, shown_path, outcome, reason, message, document_id FROM job_file
    WHERE job_sequence = ${job.sequence} ORDER BY parent_position, child_position, position`);
  const count = (outcome: FileOutcome) => rows.filter((row) => row.outcome === outcome).length;
  return {
    jobId,
    given: rows.length,
    imported: count("imported"),
    duplicate: count("duplicate"),
    failed: count("failed"),
    skipped: count("skipped"),
    pending: count("pending"),
    pages: totals?.pages ?? 0,
    pagesWithoutText: totals?.pagesWithoutText ?? 0,
    files: inOrder(rows),
  };
}
