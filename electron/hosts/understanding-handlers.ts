import { verifyJournal } from "#core/custody/verify-journal.ts";
import { rereadDocument } from "#core/import/reread-document.ts";
import { configureOcr, ocrStatus, pauseOcr, startOcr } from "#core/ocr/control-ocr.ts";
import { decideRedaction } from "#core/redactions/decide-redaction.ts";
import { listRedactions } from "#core/redactions/list-redactions.ts";
import { listDuplicates } from "#core/sameness/list-duplicates.ts";
import { listBates } from "#core/understanding/list-bates.ts";
import type { Handlers } from "#shared/contract/contract.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { CaseSession } from "./case-session.ts";

type UnderstandingHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `${"bates" | "ocr" | "duplicates" | "redactions" | "journal"}.${string}`>
>;

/** Handlers of OCR, sameness, hidden text and custody. */
export function createUnderstandingHandlers(session: () => CaseSession): UnderstandingHandlers {
  const ports = () => session().ports;
  return {
    "ocr.status": () => ocrStatus(session()),
    "ocr.start": (wanted) => ({ jobId: startOcr(session(), wanted) }),
    "ocr.pause": () => pauseOcr(session()),
    "ocr.configure": (choice) => configureOcr(session(), choice),
    "bates.list": ({ document }) => ({ series: listBates(ports(), document ?? null) }),
    "duplicates.list": ({ document }) => ({ clusters: listDuplicates(ports(), document ?? null) }),
    "redactions.list": ({ document }) => ({ redactions: listRedactions(ports(), document ?? null) }),
    "redactions.decide": async ({ decision, ...target }) => {
      // A job that reads the same document would write what was decided before.
      if (session().jobs.isBusy()) throw new ProbativeError("case/busy");
      const reread = async (documentId: typeof target.document) => {
        await rereadDocument(ports(), documentId, new AbortController().signal);
      };
      return { redactions: await decideRedaction(ports(), target, decision, reread) };
    },
    "journal.list": ({ after, limit }) => ({ entries: ports().journal.entries(after, limit) }),
    "journal.verify": ({ head }) => verifyJournal(ports(), head ?? null),
    "journal.head": () => ports().journal.head(),
  };
}
