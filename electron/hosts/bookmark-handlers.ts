import { addBookmark, listBookmarks, removeBookmark, renameBookmark } from "#core/library/bookmarks.ts";
import type { Handlers } from "#shared/contract/contract.ts";
import type { CaseSession } from "./case-session.ts";

/** Handlers of the pages that people want to come back to. */
export function createBookmarkHandlers(
  session: () => CaseSession,
): Pick<Handlers, Extract<keyof Handlers, `bookmarks.${string}`>> {
  const ports = () => session().ports;
  return {
    "bookmarks.list": ({ document }) => ({ bookmarks: listBookmarks(ports(), document ?? null) }),
    "bookmarks.add": ({ document, page, label }) => addBookmark(ports(), document, page, label),
    "bookmarks.rename": ({ bookmark, label }) => renameBookmark(ports(), bookmark, label),
    "bookmarks.remove": ({ bookmark }) => {
      removeBookmark(ports(), bookmark);
      return {};
    },
  };
}
