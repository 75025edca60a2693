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
import { exportAnnotated } from "#core/export/export-annotated.ts";
import { exportBrief } from "#core/export/export-brief.ts";
import { exportText } from "#core/export/export-text.ts";
import { journalToJson } from "#core/export/journal-text.ts";
import { reportImport } from "#core/import/report-import.ts";
import { reportToCsv, reportToJson } from "#core/import/report-text.ts";
import { createPassage, deletePassage, listPassages, updatePassage } from "#core/passages/edit-passage.ts";
import { createTag, deleteTag, updateTag } from "#core/passages/edit-tag.ts";
import type { Handlers } from "#shared/contract/contract.ts";
import type {
  briefProcedures,
  exportProcedures,
  passageProcedures,
  tagProcedures,
} from "#shared/contract/writing-procedures.ts";
import type { CaseSession } from "./case-session.ts";

type WritingHandlers = Pick<
  Handlers,
  | keyof typeof tagProcedures
  | keyof typeof passageProcedures
  | keyof typeof briefProcedures
  | keyof typeof exportProcedures
>;

/** Handlers of what people write: tags, passages, briefs, and what leaves the case. */
export function createWritingHandlers(session: () => CaseSession): WritingHandlers {
  const ports = () => session().ports;
  return {
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
    "export.account": ({ job, format, ...target }) => {
      const files = reportImport(ports(), job ?? null, true);
      const text = format === "csv" ? reportToCsv(files, true) : reportToJson(files);
      return exportText(ports(), text, { kind: "account", format, at: ports().clock.now() }, target);
    },
    "export.journal": (target) =>
      exportText(ports(), journalToJson(ports()), { kind: "journal", at: ports().clock.now() }, target),
  };
}
