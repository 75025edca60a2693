import { Bookmark as BookmarkIcon, Ellipsis } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import type { PageInfo } from "#shared/model/document.ts";
import type { Bookmark } from "#shared/model/reading.ts";
import { say } from "../messages/say.ts";
import { namePage } from "../reader/page-entry.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu } from "../ui/menu.tsx";
import styles from "./document-lists.module.css";
import type { Bookmarks } from "./use-bookmarks.ts";

interface BookmarksPanelProps {
  readonly bookmarks: Bookmarks;
  readonly pageInfos: readonly PageInfo[];
  /** Page in sight. */
  readonly page: number;
  readonly onGoToPage: (page: number) => void;
}

/** The pages that somebody wants to come back to. F2 renames, Delete removes, arrows go from one to the next. */
export function BookmarksPanel({ bookmarks, pageInfos, page, onGoToPage }: BookmarksPanelProps) {
  const [renamed, setRenamed] = useState<Bookmark | null>(null);
  if (bookmarks.list.length === 0) return <p className={styles.empty}>{say("reader.noBookmarks")}</p>;
  return (
    <ul className={styles.list} onKeyDown={walkList}>
      {bookmarks.list.map((bookmark) => {
        const pageName = namePage(pageInfos[bookmark.page - 1] ?? { page: bookmark.page, label: null });
        const name = bookmark.label === "" ? pageName : bookmark.label;
        if (renamed?.bookmarkId === bookmark.bookmarkId) {
          return (
            <li key={bookmark.bookmarkId} className={styles.row}>
              <NameField
                name={bookmark.label}
                placeholder={pageName}
                onDone={(label) => {
                  setRenamed(null);
                  if (label !== null) bookmarks.rename(bookmark.bookmarkId, label);
                }}
              />
            </li>
          );
        }
        return (
          <li key={bookmark.bookmarkId} className={styles.row} data-here={bookmark.page === page || undefined}>
            <button
              type="button"
              className={styles.item}
              aria-current={bookmark.page === page ? "page" : undefined}
              onClick={() => onGoToPage(bookmark.page)}
              onKeyDown={(event) => {
                if (event.key === "F2") setRenamed(bookmark);
                else if (event.key === "Delete") bookmarks.remove(bookmark.bookmarkId);
                else return;
                event.preventDefault();
                event.stopPropagation();
              }}
            >
              <BookmarkIcon aria-hidden />
              <span className={styles.name}>{name}</span>
              {bookmark.label !== "" && <span className={styles.aside}>{pageName}</span>}
            </button>
            <Menu
              placement="bottom-end"
              trigger={(props) => (
                <IconButton
                  {...props}
                  size="small"
                  label={say("reader.bookmarkActions", { name })}
                  icon={<Ellipsis aria-hidden />}
                />
              )}
              items={[
                {
                  id: "rename",
                  label: say("reader.renameBookmark"),
                  shortcut: "F2",
                  onSelect: () => setRenamed(bookmark),
                },
                {
                  id: "remove",
                  label: say("reader.deleteBookmark"),
                  shortcut: "Delete",
                  danger: true,
                  onSelect: () => bookmarks.remove(bookmark.bookmarkId),
                },
              ]}
            />
          </li>
        );
      })}
    </ul>
  );
}

interface NameFieldProps {
  readonly name: string;
  readonly placeholder: string;
  /** Null: the name stays. */
  readonly onDone: (label: string | null) => void;
}

function NameField({ name, placeholder, onDone }: NameFieldProps) {
  const [typed, setTyped] = useState(name);
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it takes the place of what had the keyboard.
      autoFocus
      className={styles.field}
      aria-label={say("reader.bookmarkName")}
      placeholder={placeholder}
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => onDone(typed.trim())}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Enter") onDone(typed.trim());
        if (event.key === "Escape") onDone(null);
      }}
    />
  );
}

/** Arrows go from one row of a list of buttons to the next; they are no keys of the pages then. */
function walkList(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(`.${styles.item}`)];
  const at = rows.findIndex((row) => row.matches(":focus"));
  if (at < 0) return;
  event.preventDefault();
  event.stopPropagation();
  rows[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
}
