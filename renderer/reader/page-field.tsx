import { type Ref, useState } from "react";
import type { PageInfo } from "#shared/model/document.ts";
import { classes } from "../ui/classes.ts";
import { findPage, hasLabels } from "./page-entry.ts";
import styles from "./reader-toolbar.module.css";

export interface PageFieldProps {
  readonly pageInfos: readonly PageInfo[];
  readonly currentPage: number;
  readonly onGoToPage: (page: number) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** Shows the printed label of the current page; typing one and Enter goes there. */
export function PageField({ pageInfos, currentPage, onGoToPage, ref }: PageFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [unknown, setUnknown] = useState(false);
  const labelled = hasLabels(pageInfos);
  const info = pageInfos[currentPage - 1];
  const own = info?.label ?? null;
  const shown = own === null || own === "" ? (labelled ? `#${currentPage}` : String(currentPage)) : own;
  const longest = Math.max(shown.length, String(pageInfos.length).length, typed?.length ?? 0);
  const total = pageInfos.length.toLocaleString("en-US");

  const go = (): void => {
    const page = typed === null ? currentPage : findPage(pageInfos, typed, currentPage);
    setUnknown(page === null);
    if (page === null) return;
    setTyped(null);
    onGoToPage(page);
  };

  return (
    <label className={styles.pageField}>
      <span>{labelled ? "p." : "PDF p."}</span>
      <input
        ref={ref}
        value={typed ?? shown}
        style={{ width: `${Math.min(Math.max(longest, 2), 14)}.5ch` }}
        aria-label={labelled ? "Page, by its printed label" : "Page of the PDF"}
        aria-invalid={unknown}
        title={
          unknown
            ? `No page is called “${typed ?? ""}”`
            : labelled
              ? "A printed label, or # and the page of the PDF"
              : ""
        }
        className={classes(styles.pageInput, unknown && styles.unknown)}
        spellCheck={false}
        autoComplete="off"
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setUnknown(false);
        }}
        onBlur={() => {
          setTyped(null);
          setUnknown(false);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") go();
          else if (event.key === "Escape") setTyped(null);
          else return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === "Escape") event.currentTarget.blur();
          else event.currentTarget.select();
        }}
      />
      <span className={styles.ofPages}>
        {own === null || own === "" || own === String(currentPage) ? `of ${total}` : `PDF ${currentPage} of ${total}`}
      </span>
    </label>
  );
}
