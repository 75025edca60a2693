import type { FileResult, JobFile, JobRequest, JobStore } from "#core/ports/job-store.ts";
import type { DocumentId, JobId } from "#shared/base/ids.ts";
import type { Job, JobKind, JobStatus } from "#shared/model/job.ts";
import { type Connection, sql } from "./connection.ts";
import { readAccount } from "./job-account.ts";

interface JobRow {
  readonly job_id: string;
  readonly kind: string;
  readonly status: string;
  readonly title: string;
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly error: string | null;
  readonly files_done: number;
  readonly files_total: number;
  readonly files_failed: number;
  readonly pages: number;
}

interface FileRow {
  readonly position: number;
  readonly path: Uint8Array;
  readonly shown_path: string;
  readonly parent_position: number | null;
  readonly child_position: number | null;
  readonly child_name: string | null;
  readonly depth: number;
  readonly child_sha256: string | null;
}

function toJob(row: JobRow): Job {
  return {
    jobId: row.job_id as JobId,
    kind: row.kind as JobKind,
    status: row.status as JobStatus,
    title: row.title,
    done: row.files_done,
    total: row.files_total,
    pages: row.pages,
    failed: row.files_failed,
    current: null,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    error: row.error,
  };
}

function toJobFile(row: FileRow): JobFile {
  const { position, path, shown_path: shownPath, parent_position: parentPosition } = row;
  if (parentPosition === null) return { position, path, shownPath, inside: null };
  const inside = {
    parentPosition,
    childPosition: row.child_position ?? 0,
    name: row.child_name ?? "",
    depth: row.depth,
    sha256: row.child_sha256,
  };
  return { position, path, shownPath, inside };
}

const encoder = new TextEncoder();

/** What stands for the path of a file inside of another: one for each place, and none that a disk could have (NUL). */
function placeInside(parentPosition: number, childPosition: number): Uint8Array {
  return encoder.encode(`\0${parentPosition}/${childPosition}`);
}

/** Jobs and their accounts in `case.db`. Triggers keep the counts of a job (see the schema). */
export function openJobTable(connection: Connection): JobStore {
  function sequenceOf(jobId: JobId): number {
    const row = connection.get<{ readonly sequence: number }>(sql`SELECT sequence FROM job WHERE job_id = ${jobId}`);
    if (row === undefined) throw new Error("the job is not stored");
    return row.sequence;
  }

  /** One job, or all with the latest first. */
  function readJobs(jobId: JobId | null): readonly Job[] {
    return connection
      .all<JobRow>(sql`
        SELECT job_id, kind, status, title, started_at, finished_at, error, files_done, files_total, files_failed, pages
        FROM job WHERE ${jobId} IS NULL OR job_id = ${jobId} ORDER BY sequence DESC`)
      .map(toJob);
  }

  function nextPosition(sequence: number): number {
    const row = connection.get<{ readonly next: number }>(sql`
      SELECT coalesce(max(position) + 1, 0) AS next FROM job_file WHERE job_sequence = ${sequence}`);
    return row?.next ?? 0;
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
    find: (jobId) => readJobs(jobId)[0] ?? null,
    request: (jobId) => {
      const row = connection.get<{ readonly request: string }>(sql`SELECT request FROM job WHERE job_id = ${jobId}`);
      if (row === undefined) throw new Error("the job is not stored");
      return JSON.parse(row.request) as JobRequest;
    },
    list: () => readJobs(null),
    addFiles: (jobId, files) => {
      const sequence = sequenceOf(jobId);
      connection.transact(() => {
        let position = nextPosition(sequence);
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
    addChildren: (jobId, children) => {
      const sequence = sequenceOf(jobId);
      connection.transact(() => {
        let position = nextPosition(sequence);
        for (const { shownPath, inside, result } of children) {
          const { parentPosition, childPosition, name, depth, sha256 } = inside;
          const { changes } = connection.run(sql`
            INSERT INTO job_file (job_sequence, position, path, shown_path, parent_position, child_position, child_name,
              depth, child_sha256)
            VALUES (${sequence}, ${position}, ${placeInside(parentPosition, childPosition)}, ${shownPath},
              ${parentPosition}, ${childPosition}, ${name}, ${depth}, ${sha256})
            ON CONFLICT (job_sequence, path) DO NOTHING`);
          if (changes === 0) continue;
          if (result !== null) write(sequence, position, result);
          position += 1;
        }
      });
    },
    positionOf: (jobId, path) => {
      const row = connection.get<{ readonly position: number }>(sql`
        SELECT position FROM job_file WHERE job_sequence = ${sequenceOf(jobId)} AND path = ${path}`);
      if (row === undefined) throw new Error("the job has no such file");
      return row.position;
    },
    documentOf: (jobId, position) => {
      const row = connection.get<{ readonly document_id: string | null }>(sql`
        SELECT document_id FROM job_file WHERE job_sequence = ${sequenceOf(jobId)} AND position = ${position}`);
      return (row?.document_id as DocumentId | null | undefined) ?? null;
    },
    isListed: (jobId) =>
      connection.get<{ readonly listed: number }>(sql`SELECT listed FROM job WHERE job_id = ${jobId}`)?.listed === 1,
    markListed: (jobId) => {
      connection.run(sql`UPDATE job SET listed = 1 WHERE job_id = ${jobId}`);
    },
    pendingFiles: (jobId, afterPosition, limit) =>
      connection
        .all<FileRow>(sql`
          SELECT position, path, shown_path, parent_position, child_position, child_name, depth, child_sha256
          FROM job_file
          WHERE job_sequence = ${sequenceOf(jobId)} AND outcome = 'pending' AND position > ${afterPosition}
          ORDER BY position LIMIT ${limit}`)
        .map(toJobFile),
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
    account: (jobId) => readAccount(connection, jobId),
    transact: (work) => connection.transact(work),
  };
}
