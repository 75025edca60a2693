import type { DocumentId, JobId } from "#shared/base/ids.ts";
import type { OutputOf } from "#shared/contract/contract.ts";
import type { Job } from "#shared/model/job.ts";

export const JOB_ID = "job_000000000001" as JobId;
export const DOCUMENT_ID = "doc_000000000001" as DocumentId;

export const CASE_INFO: OutputOf<"case.info"> = {
  directory: "/cases/matter",
  title: "Doe v. Roe",
  createdAt: "2026-01-02T03:04:05.000Z",
  documents: 1,
  pages: 3,
  pagesWithoutText: 0,
  passages: 0,
  briefs: 0,
};

export const RUNNING_JOB: Job = {
  jobId: JOB_ID,
  kind: "import",
  status: "running",
  title: "Import",
  done: 1,
  total: 3,
  pages: 1200,
  failed: 1,
  current: "a.pdf",
  startedAt: "2026-01-02T03:04:05.000Z",
  finishedAt: null,
  error: null,
};

export const ACCOUNT: OutputOf<"jobs.account"> = {
  jobId: JOB_ID,
  given: 3,
  imported: 1,
  duplicate: 1,
  failed: 1,
  skipped: 0,
  pending: 0,
  pages: 3,
  pagesWithoutText: 1,
  files: [
    { path: "a.pdf", outcome: "imported", documentId: DOCUMENT_ID },
    {
      path: "b.pdf",
      outcome: "duplicate",
      reason: "import/duplicate",
      message: "The same file is in the case already.",
    },
    { path: "c\u001b[2J.pdf", outcome: "failed", reason: "import/encrypted", message: "The PDF is encrypted." },
  ],
};
