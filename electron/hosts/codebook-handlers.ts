import { browsePassages, passageIdsOf } from "#core/passages/browse-passages.ts";
import { changePassages, deletePassages } from "#core/passages/change-passages.ts";
import { countByDocument, countPlaces, countTogether } from "#core/passages/count-tags.ts";
import { archivePlace, movePlace, renamePlace } from "#core/passages/edit-codebook.ts";
import { adjustPassage } from "#core/passages/edit-passage.ts";
import { exportPassages } from "#core/passages/export-passages.ts";
import { linkPassages, showWithLinks, unlinkPassages, updateLink } from "#core/passages/link-passages.ts";
import { mergeTags, splitTag } from "#core/passages/merge-tags.ts";
import type { codebookProcedures, passageWorkProcedures } from "#shared/contract/codebook-procedures.ts";
import type { Handlers } from "#shared/contract/contract.ts";
import type { CaseSession } from "./case-session.ts";

type CodebookHandlers = Pick<Handlers, keyof typeof codebookProcedures | keyof typeof passageWorkProcedures>;

/** Handlers of the codebook as a whole, and of work on passages beyond making one and changing it. */
export function createCodebookHandlers(session: () => CaseSession): CodebookHandlers {
  const ports = () => session().ports;
  return {
    "tags.counts": () => countPlaces(ports()),
    "tags.rename": ({ path, name }) => ({ tags: renamePlace(ports(), path, name) }),
    "tags.move": ({ path, under, before }) => ({ tags: movePlace(ports(), path, { under, before: before ?? null }) }),
    "tags.merge": ({ from, into }) => mergeTags(ports(), from, into),
    "tags.split": ({ tag, passages, ...choice }) => splitTag(ports(), tag, passages, choice),
    "tags.archive": ({ path }) => ({ tags: archivePlace(ports(), path, true) }),
    "tags.unarchive": ({ path }) => ({ tags: archivePlace(ports(), path, false) }),
    "tags.matrix": ({ below, document }) => countByDocument(ports(), { below, documents: document }),
    "tags.together": ({ below, document }) => countTogether(ports(), { below, documents: document }),

    "passages.browse": (request) => browsePassages(ports(), request),
    "passages.ids": (conditions) => ({ passages: passageIdsOf(ports(), conditions) }),
    "passages.show": ({ passage }) => showWithLinks(ports(), passage),
    "passages.adjust": ({ passage, ...extent }) => adjustPassage(ports(), passage, extent),
    "passages.change": ({ passages, ...change }) => ({ changed: changePassages(ports(), passages, change) }),
    "passages.delete-many": ({ passages }) => ({ deleted: deletePassages(ports(), passages) }),
    "passages.link": (wanted) => linkPassages(ports(), wanted),
    "passages.update-link": ({ link, ...change }) => updateLink(ports(), link, change),
    "passages.unlink": ({ link }) => {
      unlinkPassages(ports(), link);
      return {};
    },
    "export.passages": (request) => exportPassages(ports(), request),
  };
}
