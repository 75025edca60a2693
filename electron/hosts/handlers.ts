import { verifyCase } from "#core/custody/verify-case.ts";
import { editHistory, redoEdit, undoEdit } from "#core/passages/step-edits.ts";
import { createSearchRegistry } from "#core/search/pace.ts";
import type { Handlers } from "#shared/contract/contract.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { createBookmarkHandlers } from "./bookmark-handlers.ts";
import type { CaseSession } from "./case-session.ts";
import { createCodebookHandlers } from "./codebook-handlers.ts";
import { createExchangeHandlers } from "./exchange-handlers.ts";
import { createLibraryHandlers } from "./library-handlers.ts";
import { createLibraryViewHandlers } from "./library-view-handlers.ts";
import { createReadingHandlers } from "./reading-handlers.ts";
import { createSearchHandlers } from "./search-handlers.ts";
import { createSearchReportHandlers } from "./search-report-handlers.ts";
import { createUnderstandingHandlers } from "./understanding-handlers.ts";
import { createWritingHandlers } from "./writing-handlers.ts";

/** Handlers of the procedures that work on the open case. */
export type CaseHandlers = Omit<Handlers, ProgramProcedure>;

/** Procedures that work without a case: they open, make and close it. */
export type ProgramProcedure =
  | "case.create"
  | "case.open"
  | "case.close"
  | "case.current"
  | "case.recent"
  | "case.create-sample";

/**
 * The handlers, bound to whatever case is open when they are called.
 *
 * @param session the open case; throws `case/none-open`
 */
export function createCaseHandlers(session: () => CaseSession): CaseHandlers {
  const ports = () => session().ports;
  const searches = createSearchRegistry();
  return {
    ...createLibraryHandlers(session),
    ...createBookmarkHandlers(session),
    ...createReadingHandlers(session),
    ...createLibraryViewHandlers(session),
    ...createSearchHandlers(session, searches),
    ...createSearchReportHandlers(session, searches),
    ...createUnderstandingHandlers(session),
    ...createWritingHandlers(session),
    ...createExchangeHandlers(session),
    ...createCodebookHandlers(session),

    "case.info": () => session().info(),
    "case.verify": () => verifyCase(ports(), session().checkCatalogue),
    "case.rebuild-index": () => {
      const request = { paths: [], incomingFolder: null, documents: null };
      return { jobId: session().jobs.start("rebuild-index", "Rebuild the index", request) };
    },

    "jobs.list": () => ({ jobs: session().jobs.list() }),
    "jobs.show": ({ job }) => session().jobs.show(job),
    "jobs.account": ({ job }) => {
      const account = ports().jobs.account(job);
      if (account === null) throw new ProbativeError("job/not-found", job, { job });
      return account;
    },
    "jobs.cancel": ({ job }) => session().jobs.cancel(job),
    "jobs.resume": ({ job }) => {
      session().jobs.resume(job);
      return { jobId: job };
    },

    "edits.history": () => editHistory(ports()),
    "edits.undo": () => undoEdit(ports()),
    "edits.redo": () => redoEdit(ports()),
  };
}
