import type { FileResult, JobRequest, JobStore } from "#core/ports/job-store.ts";
import type { DocumentId, JobId } from "#shared/base/ids.ts";
import type { AccountFile, FileOutcome, Job, JobKind, JobStatus } from "#shared/model/job.ts";
import { type Connection, sql } from "./connection.ts";

interface JobRow {
  readonly job_id: string;
  readonly kind: string;
  readonly status: string;
  readonly title: string;
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly error: string | null;
  readonly done: number;
  readonly total: number;
  readonly pages: number;
  readonly failed: number;
}

interface AccountRow {
  readonly shown_path: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly message: string | null;
  readonly document_id: string | null;
}

function toJob(row: JobRow): Job {
  return {
    jobId: row.job_id as JobId,
    kind: row.kind as JobKind,
    status: row.status as JobStatus,
    title: row.title,
    done: row.done,
    total: row.total,
    pages: row.pages,
    failed: row.failed,
    current: null,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    error: row.error,
  };
}

function toAccountFile(row: AccountRow): AccountFile {
  return {
    path: row.shown_path,
    outcome: row.outcome as FileOutcome,
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.message === null ? {} : { message: row.message }),
    ...(row.document_id === null ? {} : { documentId: row.document_id as DocumentId }),
  };
}

/** Jobs and their accounts in `case.db`. */
export function openJobTable(connection: Connection): JobStore {
  function sequenceOf(jobId: JobId): number {
    const row = connection.get<{ readonly sequence: number }>(sql`SELECT sequence FROM job WHERE job_id = ${jobId}`);
    if (row === undefined) throw new Error("the job is not stored");
    return row.sequence;
  }

  function write(sequence: number, position: number, result: FileResult): void {
    connection.run(sql`
      UPDATE job_file SET outcome = ${result.outcome}, reason = ${result.reason}, message = ${result.message},
        document_id = ${result.documentId}, pages = ${result.pages}, pages_without_text = ${result.pagesWithoutText}
      WHERE job_sequence = ${sequence} AND position = ${position}`);
  }

  return {
    create: (jobId, kind, title, request, startedAt) => {
      connection.run(sql`
        INSERT INTO job (job_id, kind, status, title, request, started_at)
        VALUES (${jobId}, ${kind}, 'running', ${title}, ${JSON.stringify(request)}, ${startedAt})`);
    },
    find: (jobId) => {
      const row = connection.get<JobRow>(sql`
        SELECT job_id, kind, status, title, started_at, finished_at, error,
          (SELECT count(*) FROM job_file WHERE job_sequence = sequence AND outcome <> 'pending') AS done,
          (SELECT count(*) FROM job_file WHERE job_sequence = sequence) AS total,
          (SELECT coalesce(sum(pages), 0) FROM job_file WHERE job_sequence = sequence) AS pages,
          (SELECT count(*) FROM job_file WHERE job_sequence = sequence AND outcome = 'failed') AS failed
        FROM job WHERE job_id = ${jobId}`);
      return row === undefined ? null : toJob(row);
    },
    request: (jobId) => {
      const row = connection.get<{ readonly request: string }>(sql`SELECT request FROM job WHERE job_id = ${jobId}`);
      if (row === undefined) throw new Error("the job is not stored");
      return JSON.parse(row.request) as JobRequest;
    },
    list: () =>
      connection
        .all<JobRow>(sql`
          SELECT job_id, kind, status, title, started_at, finished_at, error,
            (SELECT count(*) FROM job_file WHERE job_sequence = sequence AND outcome <> 'pending') AS done,
            (SELECT count(*) FROM job_file WHERE job_sequence = sequence) AS total,
            (SELECT coalesce(sum(pages), 0) FROM job_file WHERE job_sequence = sequence) AS pages,
            (SELECT count(*) FROM job_file WHERE job_sequence = sequence AND outcome = 'failed') AS failed
          FROM job ORDER BY sequence DESC`)
        .map(toJob),
    addFiles: (jobId, files) => {
      const sequence = sequenceOf(jobId);
      connection.transact(() => {
        let position =
          connection.get<{ readonly next: number }>(sql`
            SELECT coalesce(max(position) + 1, 0) AS next FROM job_file WHERE job_sequence = ${sequence}`)?.next ?? 0;
        for (const file of files) {
          const { changes } = connection.run(sql`
            INSERT INTO job_file (job_sequence, position, path, shown_path)
            VALUES (${sequence}, ${position}, ${file.path}, ${file.shownPath})
            ON CONFLICT (job_sequence, path) DO NOTHING`);
          if (changes === 0) continue;
          if (file.result !== null) write(sequence, position, file.result);
          position += 1;
        }
      });
    },
    isListed: (jobId) =>
      connection.get<{ readonly listed: number }>(sql`SELECT listed FROM job WHERE job_id = ${jobId}`)?.listed === 1,
    markListed: (jobId) => {
      connection.run(sql`UPDATE job SET listed = 1 WHERE job_id = ${jobId}`);
    },
    pendingFiles: (jobId, afterPosition, limit) =>
      connection
        .all<{ readonly position: number; readonly path: Uint8Array; readonly shown_path: string }>(sql`
          SELECT position, path, shown_path FROM job_file
          WHERE job_sequence = ${sequenceOf(jobId)} AND outcome = 'pending' AND position > ${afterPosition}
          ORDER BY position LIMIT ${limit}`)
        .map((row) => ({ position: row.position, path: row.path, shownPath: row.shown_path })),
    record: (jobId, position, result) => {
      write(sequenceOf(jobId), position, result);
    },
    recordPending: (jobId, result) =>
      connection.run(sql`
        UPDATE job_file SET outcome = ${result.outcome}, reason = ${result.reason}, message = ${result.message}
        WHERE job_sequence = ${sequenceOf(jobId)} AND outcome = 'pending'`).changes,
    reopenCancelled: (jobId) => {
      connection.run(sql`
        UPDATE job_file SET outcome = 'pending', reason = NULL, message = NULL
        WHERE job_sequence = ${sequenceOf(jobId)} AND reason = 'import/cancelled'`);
    },
    setStatus: (jobId, status, at, error) => {
      connection.run(sql`
        UPDATE job SET status = ${status}, finished_at = ${at}, error = ${error} WHERE job_id = ${jobId}`);
    },
    markInterrupted: () => {
      connection.run(sql`UPDATE job SET status = 'interrupted' WHERE status = 'running'`);
    },
    account: (jobId) => {
      const row = connection.get<{ readonly sequence: number }>(sql`SELECT sequence FROM job WHERE job_id = ${jobId}`);
      if (row === undefined) return null;
      const totals = connection.get<{ pages: number; pagesWithoutText: number }>(sql`
        SELECT coalesce(sum(pages), 0) AS pages, coalesce(sum(pages_without_text), 0) AS pagesWithoutText
        FROM job_file WHERE job_sequence = ${row.sequence} AND outcome = 'imported'`);
      const files = connection
        .all<AccountRow>(sql`
          SELECT shown_path, outcome, reason, message, document_id FROM job_file
          WHERE job_sequence = ${row.sequence} ORDER BY position`)
        .map(toAccountFile);
      const count = (outcome: FileOutcome) => files.filter((file) => file.outcome === outcome).length;
      return {
        jobId,
        given: files.length,
        imported: count("imported"),
        duplicate: count("duplicate"),
        failed: count("failed"),
        skipped: count("skipped"),
        pending: count("pending"),
        pages: totals?.pages ?? 0,
        pagesWithoutText: totals?.pagesWithoutText ?? 0,
        files,
      };
    },
    transact: (work) => connection.transact(work),
  };
}
