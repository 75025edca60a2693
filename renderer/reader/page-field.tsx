import { type Ref, useState } from "react";
import type { PageInfo } from "#shared/model/document.ts";
import { say } from "../messages/say.ts";
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
  const total = pageInfos.length;

  const go = (): void => {
    const page = typed === null ? currentPage : findPage(pageInfos, typed, currentPage);
    setUnknown(page === null);
    if (page === null) return;
    setTyped(null);
    onGoToPage(page);
  };

  return (
    <label className={styles.pageField}>
      <span>{say(labelled ? "reader.beforeLabel" : "reader.beforePosition")}</span>
      <input
        ref={ref}
        value={typed ?? shown}
        style={{ width: `${Math.min(Math.max(longest, 2), 14)}.5ch` }}
        aria-label={say(labelled ? "reader.pageByLabel" : "reader.pageByPosition")}
        aria-invalid={unknown}
        title={
          unknown ? say("reader.noSuchPage", { typed: typed ?? "" }) : labelled ? say("reader.labelOrPosition") : ""
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
        {own === null || own === "" || own === String(currentPage)
          ? say("reader.ofPages", { total })
          : say("reader.positionOfPages", { page: currentPage, total })}
      </span>
    </label>
  );
}
