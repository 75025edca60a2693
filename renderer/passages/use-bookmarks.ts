import { useMemo } from "react";
import type { BookmarkId } from "#shared/base/ids.ts";
import type { DocumentDetail } from "#shared/model/document.ts";
import type { Bookmark } from "#shared/model/reading.ts";
import { useNavigation } from "../app/navigation.ts";
import { useClient } from "../client/use-client.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { namePage } from "../reader/page-entry.ts";
import { describeError } from "../ui/describe-error.ts";

/** The bookmarks of a document, and what can be done to them. Failures are announced. */
export interface Bookmarks {
  readonly list: readonly Bookmark[];
  /** Puts a bookmark on a page, or takes away the one that is there. */
  readonly toggle: (page: number) => void;
  readonly rename: (bookmarkId: BookmarkId, label: string) => void;
  readonly remove: (bookmarkId: BookmarkId) => void;
}

const NO_BOOKMARKS: readonly Bookmark[] = [];

/** Asks for the bookmarks of a document. */
export function useBookmarks({ documentId, pageInfos }: Pick<DocumentDetail, "documentId" | "pageInfos">): Bookmarks {
  const { transport } = useClient();
  const { announce } = useNavigation();
  const list = useCallQuery("bookmarks.list", { document: documentId }).data?.bookmarks ?? NO_BOOKMARKS;
  return useMemo(() => {
    const fail = (error: unknown): void => {
      const { message, action } = describeError(error);
      announce(`${message} ${action}`, "bad");
    };
    const nameOf = (page: number): string => namePage(pageInfos[page - 1] ?? { page, label: null });
    const remove = (bookmarkId: BookmarkId): void => {
      const page = list.find((bookmark) => bookmark.bookmarkId === bookmarkId)?.page ?? 1;
      transport
        .call("bookmarks.remove", { bookmark: bookmarkId })
        .then(() => announce(say("reader.bookmarkRemoved", { page: nameOf(page) })), fail);
    };
    return {
      list,
      remove,
      toggle: (page) => {
        const known = list.find((bookmark) => bookmark.page === page);
        if (known !== undefined) {
          remove(known.bookmarkId);
          return;
        }
        transport
          .call("bookmarks.add", { document: documentId, page })
          .then(() => announce(say("reader.bookmarkAdded", { page: nameOf(page) })), fail);
      },
      rename: (bookmarkId, label) => {
        transport.call("bookmarks.rename", { bookmark: bookmarkId, label }).catch(fail);
      },
    };
  }, [transport, announce, list, documentId, pageInfos]);
}
