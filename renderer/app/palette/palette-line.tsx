import { Bookmark, ChevronRight, FileText, Quote, Tag } from "lucide-react";
import { assertNever } from "#shared/base/assert-never.ts";
import { say } from "../../messages/say.ts";
import { newsOf } from "../../search/kept/saved-search-order.ts";
import { Chip } from "../../ui/chip.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { tagColorStyle } from "../../ui/tag-colors.ts";
import type { CommandId } from "../commands.ts";
import { keysOf } from "../shortcuts.ts";
import { IS_MAC } from "../use-shortcuts.ts";
import styles from "./palette.module.css";
import type { PaletteItem } from "./palette-groups.ts";
import { documentDetail, quoteLine } from "./palette-rows.ts";

/** What a row of the palette says: what it is, its name, and what tells it from others of that name. */
export function PaletteLine({ item }: { readonly item: PaletteItem }) {
  switch (item.sort) {
    case "document":
      return (
        <>
          <span className={styles.icon} aria-hidden>
            <FileText />
          </span>
          <span className={styles.title}>{item.row.title}</span>
          <span className={styles.detail}>{documentDetail(item.row)}</span>
        </>
      );
    case "passage":
      return (
        <>
          <span className={styles.icon} aria-hidden>
            <Quote />
          </span>
          <q className={styles.quote}>{quoteLine(item.row.quote)}</q>
          <span className={styles.detail}>{item.row.citation}</span>
        </>
      );
    case "tag":
      return (
        <>
          <span className={styles.tag} style={tagColorStyle(item.row.color)} aria-hidden>
            <Tag />
          </span>
          <span className={styles.title}>{item.row.name}</span>
          <span className={styles.detail}>{say("app.passagesOfTag", { count: item.row.passages })}</span>
        </>
      );
    case "search": {
      const news = newsOf(item.row);
      return (
        <>
          <span className={styles.icon} aria-hidden>
            <Bookmark />
          </span>
          <span className={styles.title}>{item.row.name}</span>
          {news !== null && <Chip tone="accent">{news}</Chip>}
          <code className={styles.query}>{item.row.search.query}</code>
        </>
      );
    }
    case "command": {
      // The rows of commands are the commands themselves.
      const keys = keysOf(item.row.id as CommandId, IS_MAC);
      return (
        <>
          <span className={styles.icon} aria-hidden>
            <ChevronRight />
          </span>
          <span className={styles.title}>{say(item.row.label)}</span>
          {item.row.of !== undefined && <span className={styles.detail}>{say(item.row.of)}</span>}
          {keys !== "" && <Kbd keys={keys} />}
        </>
      );
    }
    default:
      return assertNever(item);
  }
}
