import { deleteView, renameView, saveView } from "#core/library/keep-views.ts";
import { tagDocuments, tagsOfDocuments } from "#core/library/tag-documents.ts";
import type { Handlers } from "#shared/contract/contract.ts";
import type { CaseSession } from "./case-session.ts";

type LibraryViewHandlers = Pick<Handlers, Extract<keyof Handlers, `library.${string}`>>;

/** Handlers of the ways to look at the library. */
export function createLibraryViewHandlers(session: () => CaseSession): LibraryViewHandlers {
  const ports = () => session().ports;
  return {
    "library.views": () => ({ views: ports().libraryViews.list() }),
    "library.save-view": ({ viewId, name, view }) => saveView(ports(), { viewId: viewId ?? null, name, view }),
    "library.rename-view": ({ viewId, name }) => renameView(ports(), viewId, name),
    "library.delete-view": ({ viewId }) => {
      deleteView(ports(), viewId);
      return {};
    },
    "library.tags": () => ({ documents: tagsOfDocuments(ports()) }),
    "library.tag": ({ documents, tag, off }) => ({
      passages: tagDocuments(ports(), { documentIds: documents, name: tag, off }),
    }),
  };
}
