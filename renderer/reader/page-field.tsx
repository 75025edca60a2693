import { type Ref, useState } from "react";
import type { LabelScheme } from "#shared/model/reading.ts";
import { say } from "../messages/say.ts";
import { classes } from "../ui/classes.ts";
import { findPage, hasLabels } from "./page-entry.ts";
import { BEFORE_VALUE, type NamedPage } from "./page-names.ts";
import styles from "./reader-toolbar.module.css";

export interface PageFieldProps {
  readonly pageInfos: readonly NamedPage[];
  /** The scheme that was chosen for the document; null when the program chooses. */
  readonly scheme: LabelScheme | null;
  /** Number of the document at the court, when it is known. */
  readonly ecf: string | null;
  readonly currentPage: number;
  readonly onGoToPage: (page: number) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** Shows the name of the current page; typing any name of a page and Enter goes there. */
export function PageField({ pageInfos, scheme, ecf, currentPage, onGoToPage, ref }: PageFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [unknown, setUnknown] = useState(false);
  const labelled = hasLabels(pageInfos);
  const info = pageInfos[currentPage - 1];
  const own = info?.label ?? null;
  const isNamed = own !== null && own !== "";
  const shown = isNamed ? own : labelled ? `#${currentPage}` : String(currentPage);
  const longest = Math.max(shown.length, String(pageInfos.length).length, typed?.length ?? 0);
  const total = pageInfos.length;
  const before = BEFORE_VALUE[scheme !== null && isNamed ? scheme : labelled ? "printed" : "file"];

  /** False when no page is called so. */
  const go = (): boolean => {
    const page = typed === null ? currentPage : findPage(pageInfos, typed, currentPage, ecf);
    setUnknown(page === null);
    if (page === null) return false;
    setTyped(null);
    onGoToPage(page);
    return true;
  };

  return (
    <label className={styles.pageField}>
      <span>{say(before)}</span>
      <input
        ref={ref}
        value={typed ?? shown}
        style={{ width: `${Math.min(Math.max(longest, 2), 14)}.5ch` }}
        aria-label={say(labelled ? "reader.pageByLabel" : "reader.pageByPosition")}
        aria-invalid={unknown}
        title={unknown ? say("reader.noSuchPage", { typed: typed ?? "" }) : say("reader.anyName")}
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
          if (event.key !== "Enter" && event.key !== "Escape") return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === "Enter") {
            if (!go()) event.currentTarget.select();
            return;
          }
          setTyped(null);
          event.currentTarget.blur();
        }}
      />
      <span className={styles.ofPages}>
        {!isNamed || own === String(currentPage)
          ? say("reader.ofPages", { total })
          : say("reader.positionOfPages", { page: currentPage, total })}
      </span>
    </label>
  );
}
