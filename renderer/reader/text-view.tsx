import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  memo,
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useSyncExternalStore,
} from "react";
import type { PageInfo } from "#shared/model/document.ts";
import { LOW_CONFIDENCE, type WordConfidence } from "#shared/model/page-state.ts";
import { say } from "../messages/say.ts";
import { classes } from "../ui/classes.ts";
import { tagColorValue } from "../ui/tag-colors.ts";
import { describeSource, describeText } from "./page-chip.tsx";
import { namePage } from "./page-entry.ts";
import type { PageTexts } from "./page-texts.ts";
import type { ReaderMark } from "./reader-types.ts";
import { type MarkedSpan, segmentText, type TextSegment } from "./text-segments.ts";
import styles from "./text-view.module.css";

export interface TextViewProps {
  readonly title: string;
  readonly pageInfos: readonly PageInfo[];
  readonly texts: PageTexts;
  readonly marks: readonly ReaderMark[];
  readonly currentPage: number;
  /** Called when another page was scrolled to. */
  readonly onPage: (page: number) => void;
  readonly onMarkActivate: (id: string, anchor: DOMRect) => void;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** What lies on a piece of text: a mark of the reader, or how sure OCR was of it. */
type TextMark =
  | { readonly kind: "mark"; readonly mark: ReaderMark }
  | { readonly kind: "doubtful"; readonly confidence: number };

const NO_MARKS: readonly ReaderMark[] = [];

/** Pixels that a code unit of text takes in height, about: to begin with, before a page is measured. */
const PIXELS_PER_CHARACTER = 0.36;

/** The pages as text: to be listened to, to be read at any size, and to check what OCR made of them. */
export function TextView(props: TextViewProps) {
  const { title, pageInfos, texts, marks, currentPage, onPage, onMarkActivate, scroller } = props;
  const byPage = useMemo(() => Map.groupBy(marks, (mark) => mark.page), [marks]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where it begins; later it is scrolled.
  const initialOffset = useMemo(
    () => pageInfos.slice(0, currentPage - 1).reduce((sum, info) => sum + estimate(info), 0),
    [],
  );
  const virtual = useVirtualizer({
    count: pageInfos.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimate(pageInfos[index]),
    overscan: 1,
    initialOffset,
    getItemKey: (index) => index,
  });
  /** The page that was last told, so that following it does not scroll what the person scrolls. */
  const told = useRef(currentPage);
  const items = virtual.getVirtualItems();
  const offset = virtual.scrollOffset ?? initialOffset;
  const shown = (items.find((item) => item.end > offset + 60)?.index ?? currentPage - 1) + 1;
  const tell = useEffectEvent((page: number) => {
    if (page === told.current || !virtual.isScrolling) return;
    told.current = page;
    onPage(page);
  });
  useEffect(() => tell(shown), [shown]);
  const follow = useEffectEvent((page: number) => {
    if (page === told.current) return;
    told.current = page;
    virtual.scrollToIndex(page - 1, { align: "start" });
  });
  useEffect(() => follow(currentPage), [currentPage]);
  useCurrentInSight(scroller, marks, (page) => {
    told.current = page;
    virtual.scrollToIndex(page - 1, { align: "start" });
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    // The keys of the pages go on to the reader; those that move the text are the browser's.
    if (["ArrowUp", "ArrowDown", "PageUp", "PageDown", " "].includes(event.key)) event.stopPropagation();
  };
  return (
    <div
      ref={scroller}
      className={styles.view}
      role="document"
      aria-label={say("reader.textOf", { title })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the keyboard.
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={styles.pages} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const info = pageInfos[item.index];
          if (info === undefined) return null;
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className={styles.slot}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <PageOfText
                info={info}
                texts={texts}
                marks={byPage.get(info.page) ?? NO_MARKS}
                onMarkActivate={onMarkActivate}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function estimate(info: PageInfo | undefined): number {
  return 96 + (info?.characters ?? 0) * PIXELS_PER_CHARACTER;
}

/** Brings the current mark into sight whenever another one becomes it. */
function useCurrentInSight(
  scroller: RefObject<HTMLDivElement | null>,
  marks: readonly ReaderMark[],
  showPage: (page: number) => void,
): void {
  const current = marks.find((mark) => mark.look.current) ?? null;
  const key = current === null ? null : current.id;
  const bring = useEffectEvent((frames: number) => {
    if (current === null || frames > 30) return;
    const element = scroller.current?.querySelector(`[data-current][data-page="${current.page}"]`);
    if (element != null) element.scrollIntoView({ block: "center" });
    else requestAnimationFrame(() => bring(frames + 1));
  });
  const show = useEffectEvent(() => {
    if (current !== null) showPage(current.page);
  });
  useEffect(() => {
    if (key === null) return;
    show();
    bring(0);
  }, [key]);
}

interface PageOfTextProps {
  readonly info: PageInfo;
  readonly texts: PageTexts;
  readonly marks: readonly ReaderMark[];
  readonly onMarkActivate: (id: string, anchor: DOMRect) => void;
}

const PageOfText = memo(function PageOfText({ info, texts, marks, onMarkActivate }: PageOfTextProps) {
  const state = useSyncExternalStore(texts.subscribe, () => texts.stateOf(info.page));
  const load = useCallback(() => {
    // A page that fails says so itself; the store keeps that it failed.
    texts.request(info.page).catch(() => undefined);
  }, [texts, info.page]);
  const isMissing = state.kind === "loading";
  useEffect(() => {
    if (isMissing && info.characters > 0) load();
  }, [isMissing, info.characters, load]);

  const text = state.kind === "loaded" ? state.text : null;
  const paragraphs = useMemo(() => {
    if (text === null) return [];
    return segmentText(text.text, [...spansOfMarks(marks), ...doubtfulSpans(text.confidences)]);
  }, [text, marks]);
  const trouble = describeText(info);
  const source = describeSource(info);
  return (
    <article className={styles.page} aria-label={namePage(info)}>
      <header className={styles.head}>
        <h2 className={styles.name}>{namePage(info)}</h2>
        {source !== null && <span>{source}</span>}
        {trouble !== null && <span>{trouble}</span>}
      </header>
      {state.kind === "failed" && (
        <p className={styles.nothing}>
          {say("reader.textNotRead")}{" "}
          <button type="button" onClick={load}>
            {say("reader.tryAgain")}
          </button>
        </p>
      )}
      {info.characters === 0 && trouble === null && <p className={styles.nothing}>{say("reader.noTextHere")}</p>}
      {paragraphs.map((paragraph) => (
        <p key={paragraph.start} className={styles.paragraph} lang={languageOf(info)}>
          {paragraph.segments.map((segment) => (
            <Segment key={segment.start} segment={segment} page={info.page} onMarkActivate={onMarkActivate} />
          ))}
        </p>
      ))}
    </article>
  );
});

/** Screen readers choose their voice by it: the shortest name of the language, as BCP 47 wants it. */
function languageOf({ language }: PageInfo): string | undefined {
  return language === null ? undefined : Intl.getCanonicalLocales(language)[0];
}

function spansOfMarks(marks: readonly ReaderMark[]): readonly MarkedSpan<TextMark>[] {
  return marks.flatMap((mark) => (mark.span === undefined ? [] : [{ ...mark.span, mark: { kind: "mark", mark } }]));
}

function doubtfulSpans(confidences: readonly WordConfidence[]): readonly MarkedSpan<TextMark>[] {
  return confidences
    .filter(([, , confidence]) => confidence < LOW_CONFIDENCE)
    .map(([start, end, confidence]) => ({ start, end, mark: { kind: "doubtful", confidence } }));
}

interface SegmentProps {
  readonly segment: TextSegment<TextMark>;
  readonly page: number;
  readonly onMarkActivate: (id: string, anchor: DOMRect) => void;
}

function Segment({ segment, page, onMarkActivate }: SegmentProps) {
  if (segment.marks.length === 0) return segment.text;
  const doubt = segment.marks.find((mark) => mark.kind === "doubtful");
  const word =
    doubt === undefined ? (
      segment.text
    ) : (
      <span
        className={styles.doubtful}
        title={say("reader.doubtfulWord", { confidence: Math.round(doubt.confidence) })}
      >
        {segment.text}
      </span>
    );
  const marks = segment.marks.flatMap((mark) => (mark.kind === "mark" ? [mark.mark] : []));
  const hit = marks.find((mark) => mark.look.kind === "hit");
  const passage = marks.find((mark) => mark.look.kind === "passage");
  const top = hit ?? passage;
  if (top === undefined) return word;
  const begins = marks.filter((mark) => mark.span?.start === segment.start);
  const color = passage?.look.kind === "passage" ? passage.look.color : null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the passage's own card has the keyboard.
    <mark
      className={classes(
        styles.mark,
        passage !== undefined && styles.passage,
        hit !== undefined && styles.hit,
        hit?.look.current === true && styles.now,
      )}
      data-page={page}
      data-current={marks.some((mark) => mark.look.current) || undefined}
      title={top.label}
      style={color === null ? undefined : { textDecorationColor: tagColorValue(color) }}
      onClick={(event) => onMarkActivate((passage ?? top).id, event.currentTarget.getBoundingClientRect())}
    >
      {begins.length > 0 && <span className={styles.spoken}>{begins.map((mark) => mark.label).join("; ")}: </span>}
      {word}
    </mark>
  );
}
