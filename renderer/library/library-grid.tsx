// biome-ignore-all lint/a11y/useSemanticElements: only the lines in sight exist
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the card (aria-activedescendant)
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid has the keys of its cards
import { useVirtualizer } from "@tanstack/react-virtual";
import { ChevronRight } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import type { DocumentSummary } from "#shared/model/document.ts";
import { useNavigation } from "../app/navigation.ts";
import { say } from "../messages/say.ts";
import { classes } from "../ui/classes.ts";
import { formatNumber } from "../ui/format.ts";
import { useElementWidth } from "../ui/use-element-width.ts";
import { useMeasuredToken } from "../ui/use-measured-token.ts";
import { DocumentThumbnail } from "./document-thumbnail.tsx";
import { gridLines, nextInGrid } from "./grid-lines.ts";
import { type GroupRow, rowKeyOf } from "./group-documents.ts";
import { formatPartialDate, kindLabel } from "./labels.ts";
import styles from "./library-grid.module.css";
import { createThumbnailStore, type ThumbnailStore } from "./thumbnail-store.ts";
import type { LibraryModel } from "./use-library.ts";

/** A card, and the picture in it, in CSS pixels; the words below the picture grow with the text. */
const CARD = 168;
const PICTURE = { width: 148, height: 176 };
const WORDS = 62;

/** The documents by their first pages. The same keys and presses as in the table. */
export function LibraryGrid({ library }: { readonly library: LibraryModel }) {
  const { rows, selection, select } = library;
  const { openDocument } = useNavigation();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [measure, width] = useElementWidth();
  const rowHeight = useMeasuredToken("--row");
  const scale = useMeasuredToken("--scale");
  const [store] = useState(createThumbnailStore);
  useEffect(() => () => store.clear(), [store]);
  const across = Math.max(1, Math.floor(((width ?? 800) - 24) / CARD));
  const lines = useMemo(() => gridLines(rows, across), [rows, across]);
  const lead = useMemo(() => rows.findIndex((row) => rowKeyOf(row) === selection.lead), [rows, selection.lead]);
  const cardHeight = PICTURE.height + 20 + WORDS * scale;
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.heading === null ? cardHeight : rowHeight),
    overscan: 2,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights follow the size of text and what the lines hold
  useEffect(() => virtual.measure(), [rowHeight, cardHeight, lines, virtual]);
  const leadLine = useMemo(
    () => lines.findIndex((line) => lead >= line.from && lead < line.from + line.count),
    [lines, lead],
  );
  useEffect(() => {
    if (leadLine >= 0) virtual.scrollToIndex(leadLine, { align: "auto" });
  }, [leadLine, virtual]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const current = rows[lead];
    const run = (action: () => void) => {
      event.preventDefault();
      action();
    };
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() === "a") run(library.selectAll);
      return;
    }
    if (current !== undefined) {
      if (event.key === " ") return run(() => select(current, "toggle"));
      if (event.key === "Enter") {
        return run(() =>
          current.kind === "group" ? library.fold(current) : openDocument(current.document.documentId),
        );
      }
    }
    const next = rows[nextInGrid(event.key, lead, lines)];
    if (next !== undefined) run(() => select(next, event.shiftKey ? "stretch" : "alone"));
  };
  const rowAt = (event: MouseEvent) => {
    const element = event.target instanceof Element ? event.target.closest("[data-index]") : null;
    return element === null ? undefined : rows[Number(element.getAttribute("data-index"))];
  };
  const onPress = (event: MouseEvent) => {
    const row = rowAt(event);
    if (row === undefined) return;
    const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey;
    if (plain) library.fold(row);
    select(row, event.shiftKey ? "stretch" : plain ? "alone" : "toggle");
  };
  const onDoublePress = (event: MouseEvent) => {
    const row = rowAt(event);
    if (row?.kind === "document") openDocument(row.document.documentId);
  };
  return (
    <div ref={measure} className={styles.frame}>
      <div
        ref={scroller}
        role="grid"
        aria-label={say("library.gridName")}
        aria-multiselectable
        aria-rowcount={lines.length}
        aria-activedescendant={lead < 0 ? undefined : `${id}-${lead}`}
        tabIndex={0}
        className={styles.grid}
        onKeyDown={onKeyDown}
      >
        {rows.length === 0 && <div className={styles.empty}>{say("library.noMatch")}</div>}
        <div
          role="rowgroup"
          className={styles.body}
          style={{ blockSize: virtual.getTotalSize() }}
          onClick={onPress}
          onDoubleClick={onDoublePress}
        >
          {virtual.getVirtualItems().map(({ index, start, size }) => {
            const line = lines[index];
            if (line === undefined) return null;
            return (
              <div
                key={index}
                role="row"
                aria-rowindex={index + 1}
                className={styles.line}
                style={{ transform: `translateY(${start}px)`, blockSize: size }}
              >
                {rows.slice(line.from, line.from + line.count).map((row, at) => {
                  const place = line.from + at;
                  const cell = { id: `${id}-${place}`, place, lead: place === lead };
                  return row.kind === "group" ? (
                    <Heading key={row.key} {...cell} group={row} />
                  ) : (
                    <Card
                      key={row.document.documentId}
                      {...cell}
                      document={row.document}
                      selected={selection.keys.has(row.document.documentId)}
                      store={store}
                    />
                  );
                })}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface CellProps {
  readonly id: string;
  /** Among all rows. */
  readonly place: number;
  /** True where the keyboard stands. */
  readonly lead: boolean;
}

function Heading({ id, place, lead, group }: CellProps & { readonly group: GroupRow }) {
  return (
    <div
      id={id}
      role="gridcell"
      data-index={place}
      aria-expanded={group.open}
      className={classes(styles.heading, lead && styles.lead)}
    >
      <ChevronRight aria-hidden data-open={group.open} />
      <span className={styles.headingLabel} title={group.label}>
        {group.label}
      </span>
      <span className={styles.more}>{formatNumber(group.documents.length)}</span>
    </div>
  );
}

interface CardProps extends CellProps {
  readonly document: DocumentSummary;
  readonly selected: boolean;
  readonly store: ThumbnailStore;
}

function Card({ id, place, lead, document, selected, store }: CardProps) {
  const { fields, pages, title } = document;
  const facts = [
    fields.kind === null ? null : kindLabel(fields.kind),
    fields.date === null ? null : formatPartialDate(fields.date),
    say("library.pages", { count: pages }),
  ];
  return (
    <div
      id={id}
      role="gridcell"
      data-index={place}
      aria-selected={selected}
      className={classes(styles.card, selected && styles.selected, lead && styles.lead)}
      style={{ inlineSize: CARD - 8 }}
    >
      <DocumentThumbnail documentId={document.documentId} store={store} {...PICTURE} />
      <span className={styles.title} title={title}>
        {title}
      </span>
      <span className={styles.more}>{facts.filter(Boolean).join(" · ")}</span>
    </div>
  );
}
