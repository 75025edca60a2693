import { join, resolve, sep } from "node:path";
import {
  addPassage,
  addSection,
  addText,
  createBrief,
  deleteBlock,
  deleteBrief,
  deleteSection,
  moveBlock,
  moveSection,
  renameBrief,
  renameSection,
  updateBlock,
} from "#core/briefs/edit-brief.ts";
import { readBrief } from "#core/briefs/read-brief.ts";
import { verifyCase } from "#core/custody/verify-case.ts";
import { exportAnnotated } from "#core/export/export-annotated.ts";
import { exportBrief } from "#core/export/export-brief.ts";
import { readPageText } from "#core/library/page-text.ts";
import { showDocument, updateDocument } from "#core/library/update-document.ts";
import { createPassage, deletePassage, listPassages, updatePassage } from "#core/passages/edit-passage.ts";
import { createTag, deleteTag, updateTag } from "#core/passages/edit-tag.ts";
import { editHistory, redoEdit, undoEdit } from "#core/passages/step-edits.ts";
import { searchPages } from "#core/search/search-pages.ts";
import type { Handlers } from "#shared/contract/contract.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { type CaseSession, INCOMING_FOLDER } from "./case-session.ts";

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
  return {
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

    "documents.import": ({ paths }) => startImport(session(), paths),
    "documents.list": () => ({ documents: ports().documents.list() }),
    "documents.show": ({ document }) => showDocument(ports(), document),
    "documents.page": ({ document, page }) => readPageText(ports(), document, page),
    "documents.update": ({ document, ...change }) => updateDocument(ports(), document, change),
    "search.query": (request) => searchPages(ports(), request),

    "tags.list": () => ({ tags: ports().tags.list() }),
    "tags.create": (choice) => createTag(ports(), choice),
    "tags.update": ({ tag, ...change }) => updateTag(ports(), tag, change),
    "tags.delete": ({ tag }) => {
      deleteTag(ports(), tag);
      return {};
    },

    "passages.create": (wanted) => createPassage(ports(), wanted),
    "passages.list": ({ document, tag, text }) => ({
      passages: listPassages(ports(), { documentId: document ?? null, tagIds: tag, text: text ?? null }),
    }),
    "passages.update": ({ passage, ...change }) => updatePassage(ports(), passage, change),
    "passages.delete": ({ passage }) => {
      deletePassage(ports(), passage);
      return {};
    },

    "briefs.list": () => ({ briefs: ports().briefs.list() }),
    "briefs.create": ({ title }) => createBrief(ports(), title),
    "briefs.show": ({ brief }) => readBrief(ports(), brief),
    "briefs.update": ({ brief, title }) => renameBrief(ports(), brief, title),
    "briefs.delete": ({ brief }) => {
      deleteBrief(ports(), brief);
      return {};
    },
    "briefs.add": ({ brief, passage, ...place }) => addPassage(ports(), brief, passage, place),
    "briefs.add-section": ({ brief, heading, position }) => addSection(ports(), brief, heading, position),
    "briefs.update-section": ({ section, heading }) => renameSection(ports(), section, heading),
    "briefs.move-section": ({ section, position }) => moveSection(ports(), section, position),
    "briefs.delete-section": ({ section }) => deleteSection(ports(), section),
    "briefs.add-text": ({ section, text, position }) => addText(ports(), section, text, position),
    "briefs.update-block": ({ block, text }) => updateBlock(ports(), block, text),
    "briefs.move-block": ({ block, section, position }) => moveBlock(ports(), block, section, position),
    "briefs.delete-block": ({ block }) => deleteBlock(ports(), block),

    "export.annotated": ({ document, ...target }) => exportAnnotated(ports(), document, target),
    "export.brief": ({ brief, format, ...target }) => exportBrief(ports(), brief, format, target),
  };
}

async function startImport(session: CaseSession, paths: readonly string[]) {
  for (const path of paths) {
    if (await session.ports.fileTree.exists(path)) continue;
    throw new ProbativeError("import/path-not-found", path);
  }
  const resolved = paths.map((path) => resolve(path));
  const [first, ...others] = resolved;
  const incoming = join(session.directory, INCOMING_FOLDER) + sep;
  const incomingFolder = first?.startsWith(incoming) === true && others.length === 0 ? first : null;
  const title = others.length === 0 ? "Import" : `Import of ${paths.length} files and folders`;
  return { jobId: session.jobs.start("import", title, { paths: resolved, incomingFolder, documents: null }) };
}
