import { FileWarning, Images, ListTree } from "lucide-react";
import { useCallback, useEffect, useImperativeHandle, useRef, useState } from "react";
import type { PageInfo } from "#shared/model/document.ts";
import type { Bookmark } from "#shared/model/reading.ts";
import { useCommand } from "../app/command-handlers.ts";
import { useClient } from "../client/use-client.ts";
import { useCallMutation } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { usePanelOpen, useRemembered } from "../ui/use-panel-open.ts";
import { AddressDialog } from "./address-dialog.tsx";
import { CanvasCache } from "./canvas-cache.ts";
import { OutlinePanel } from "./outline-panel.tsx";
import { LinkActionsContext } from "./page-links-layer.tsx";
import { PageSketches } from "./page-sketches.ts";
import { PageStage } from "./page-stage.tsx";
import { PageTexts } from "./page-texts.ts";
import type { PageTools } from "./page-view.tsx";
import styles from "./reader.module.css";
import { ReaderToolbar } from "./reader-toolbar.tsx";
import type { ReaderMark, ReaderProps } from "./reader-types.ts";
import { ReadingAidsMenu } from "./reading-aids-menu.tsx";
import { RenderQueue } from "./render-queue.ts";
import { ScrollGutter } from "./scroll-gutter.tsx";
import { type ReaderPanel, SidePanel } from "./side-panel.tsx";
import { TextView } from "./text-view.tsx";
import { ThumbnailPanel } from "./thumbnail-panel.tsx";
import { useCaret } from "./use-caret.ts";
import { useHurry } from "./use-hurry.ts";
import { useLinkedScroll } from "./use-linked-scroll.ts";
import { usePdfDocument } from "./use-pdf-document.ts";
import { useReaderKeys } from "./use-reader-keys.ts";
import { useFollowedLinks, useNamedDocument } from "./use-reader-navigation.ts";
import { useReaderView } from "./use-reader-view.ts";
import { useReading, useShownDocument } from "./use-reading.ts";
import { useSelecting } from "./use-selecting.tsx";
import { useSelection } from "./use-selection.ts";
import { useSteady } from "./use-steady.ts";
import { useToldPage } from "./use-told-page.ts";
import { useHistoryStore, useViewHistory } from "./use-view-history.ts";
import { ViewHistory } from "./view-history.ts";
import { placeOfQuads, topOfPage } from "./view-place.ts";

/** Shows a document: its pages as pdf.js paints them, its text as the import read it. */
export function Reader(props: ReaderProps) {
  return <DocumentReader key={props.detail.documentId} {...props} />;
}

/** Tabs of the panel at the left; the parent gives the panels of the later ones. */
const PANEL_TABS = ["outline", "pages", "bookmarks", "detected", "files"] as const;

const NO_BOOKMARKS: readonly Bookmark[] = [];

/** Previews have no history of their own to speak of. */
const PREVIEWS = new ViewHistory();

function DocumentReader(props: ReaderProps) {
  const { fileUrl, marks, target, chrome, onMarkActivate, onPageChange, ref } = props;
  const isFull = chrome === "full";
  const document = usePdfDocument(fileUrl);
  const pdf = document.state.kind === "open" ? document.state.pdf : null;
  const tools = usePageTools(props);
  const reading = useReading(props.detail.documentId);
  const { detail: shown, lookAt } = useShownDocument(props.detail, reading, pdf, tools.queue);
  const detail = useNamedDocument(shown, reading);
  const { documentId, pageInfos } = detail;
  const tabsHistory = useHistoryStore();
  const history = isFull ? tabsHistory : PREVIEWS;
  const [returned] = useState(() => history.awaited(documentId));
  const view = useReaderView(detail, target, returned);
  const hurried = useHurry(view.scroll.top);
  const jumps = useViewHistory(history, documentId, view, target);
  useEffect(() => lookAt(view.first, view.last), [lookAt, view.first, view.last]);
  const control = useSelection({ view, pageInfos, texts: tools.texts, onSelectionChange: props.onSelectionChange });
  const caret = useCaret({ view, pageInfos, texts: tools.texts, control, marks, onMarkActivate });
  const selecting = useSelecting({ props, pdf, view, pageInfos, texts: tools.texts, control });
  const links = useFollowedLinks(detail, view, jumps, control.hasJustDrawn);
  const beside = props.counterpart ?? null;
  const link = useLinkedScroll({ documentId, pageInfos, texts: tools.texts, view, beside });
  const setReading = useCallMutation("reading.set");
  const [panelOpen, setPanelOpen] = usePanelOpen("reader-tools", false);
  const [panelTab, setPanelTab] = useRemembered("reader-tools-tab", PANEL_TABS);
  const [shownAs, setShownAs] = useRemembered("reader-shown-as", ["pages", "text"]);
  const showsText = isFull && shownAs === "text";
  const textScroller = useRef<HTMLDivElement>(null);
  const pageField = useRef<HTMLInputElement>(null);

  const togglePanel = (): void => setPanelOpen(!panelOpen);
  const focus = (): void => (showsText ? textScroller : view.scroller).current?.focus({ preventScroll: true });
  const toggleText = (): void => {
    setShownAs(showsText ? "pages" : "text");
    // What takes its place has the keyboard, once it stands there.
    requestAnimationFrame(() => (showsText ? view.scroller : textScroller).current?.focus({ preventScroll: true }));
  };
  const bookmarks = props.bookmarks ?? NO_BOOKMARKS;
  const { currentPage } = view;
  const { onBookmark } = props;
  const bookmarkPage = onBookmark === undefined ? undefined : () => onBookmark(currentPage);
  const isCommanded = isFull && props.commanded !== false;
  useCommand("go-back", () => jumps.step(-1), isCommanded);
  useCommand("go-forward", () => jumps.step(1), isCommanded);
  useCommand("toggle-bookmark", () => bookmarkPage?.(), isCommanded && bookmarkPage !== undefined);
  useCommand("toggle-text", toggleText, isCommanded);
  useCommand("go-to-page", () => pageField.current?.focus(), isCommanded);
  useCommand("toggle-left", togglePanel, isCommanded);
  const keys = useReaderKeys({
    view,
    control,
    caret,
    selecting,
    onNextHit: props.onNextHit,
    onPreviousHit: props.onPreviousHit,
    onTogglePanel: isFull ? togglePanel : undefined,
    onFocusPageField: isFull ? () => pageField.current?.focus() : undefined,
    onJumpToPage: jumps.goToPage,
    onToggleText: isFull ? toggleText : undefined,
  });

  useImperativeHandle(ref, () => ({
    ...selecting.handle,
    focus,
    goToPage: jumps.goToPage,
  }));

  useToldPage(currentPage, onPageChange);

  // Stable, so that pages need not be made anew whenever the parent is; a click that ends a selection is not for a mark.
  const handlers = useRef({ onMarkActivate, hasJustDrawn: control.hasJustDrawn });
  useEffect(() => {
    handlers.current = { onMarkActivate, hasJustDrawn: control.hasJustDrawn };
  });
  const activateMark = useCallback((id: string, anchor: DOMRect) => {
    if (!handlers.current.hasJustDrawn()) handlers.current.onMarkActivate(id, anchor);
  }, []);

  const goToMark = (mark: ReaderMark): void => {
    const info = pageInfos[mark.page - 1];
    if (info !== undefined) jumps.goTo(placeOfQuads(info, mark.quads, view.rotation));
  };

  const panels: readonly ReaderPanel[] = [
    {
      id: "outline",
      name: say("reader.outline"),
      icon: <ListTree aria-hidden />,
      content: (
        <OutlinePanel
          outline={detail.outline}
          pageInfos={pageInfos}
          currentPage={currentPage}
          onGoToPage={jumps.goToPage}
        />
      ),
    },
    {
      id: "pages",
      name: say("reader.pages"),
      icon: <Images aria-hidden />,
      content: (
        <ThumbnailPanel
          pdf={pdf}
          pageInfos={pageInfos}
          rotation={view.rotation}
          currentPage={currentPage}
          queue={tools.queue}
          sketches={tools.sketches}
          onGoToPage={jumps.goToPage}
        />
      ),
    },
    ...(props.panels ?? []),
  ];

  const toolbar = useSteady(
    isFull && (
      <ReaderToolbar
        view={view}
        jumps={jumps}
        onGoToPage={(page) => {
          jumps.goToPage(page);
          focus();
        }}
        pageInfos={pageInfos}
        scheme={reading.labelScheme}
        ecf={detail.fields.ecfNumber}
        onScheme={(labelScheme) => setReading.mutate({ document: documentId, labelScheme })}
        bookmarked={bookmarks.some((bookmark) => bookmark.page === currentPage)}
        onBookmark={bookmarkPage}
        onFind={props.onFind}
        showsText={showsText}
        onToggleText={toggleText}
        link={link}
        panelOpen={panelOpen}
        onTogglePanel={togglePanel}
        headerExtra={props.headerExtra}
        readingAids={<ReadingAidsMenu documentId={detail.documentId} page={currentPage} />}
        pageFieldRef={pageField}
      />
    ),
    hurried,
  );
  const side = useSteady(
    isFull && panelOpen && (
      <SidePanel panels={panels} tab={panelTab} onTab={setPanelTab} onCollapse={() => setPanelOpen(false)} />
    ),
    hurried,
  );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that no control inside has taken arrive here.
    <div className={styles.reader} data-chrome={chrome} onKeyDown={keys.onKeyDown} onKeyUp={keys.onKeyUp}>
      {toolbar}
      <div className={styles.body}>
        {side}
        <div className={styles.pages}>
          {pageInfos.length > 0 && (
            // Behind the text it stays, so that coming back finds it where it was.
            <LinkActionsContext value={isFull ? links.actions : null}>
              <div className={styles.stage} inert={showsText} data-behind={showsText || undefined}>
                <PageStage
                  detail={detail}
                  pdf={pdf}
                  view={view}
                  hurried={hurried}
                  tools={tools}
                  control={control}
                  marks={marks}
                  onMarkActivate={activateMark}
                  textActions={props.textActions}
                  layer={selecting.layer}
                />
              </div>
            </LinkActionsContext>
          )}
          {showsText ? (
            <TextView
              title={detail.title}
              pageInfos={pageInfos}
              texts={tools.texts}
              marks={marks}
              currentPage={currentPage}
              onPage={(page) => view.goTo(topOfPage(page))}
              onMarkActivate={onMarkActivate}
              scroller={textScroller}
            />
          ) : (
            <ScrollGutter
              view={view}
              pageInfos={pageInfos}
              marks={marks}
              bookmarks={bookmarks}
              onGoToMark={goToMark}
              onGoToPage={jumps.goToPage}
            />
          )}
          {selecting.bar}
          {document.state.kind === "failed" && (
            <ReaderFailure reason={document.state.reason} onRetry={document.retry} />
          )}
          {pageInfos.length === 0 && <p className={styles.empty}>{say("reader.noPages")}</p>}
        </div>
      </div>
      {links.address !== null && <AddressDialog address={links.address} onClose={links.closeAddress} />}
      <div className={styles.spoken} aria-live="polite">
        {control.quote === null ? "" : say("reader.selected", { quote: control.quote.slice(0, 200) })}
      </div>
    </div>
  );
}

function ReaderFailure({ reason, onRetry }: { readonly reason: string; readonly onRetry: () => void }) {
  return (
    <div className={styles.failure} role="alert">
      <FileWarning aria-hidden />
      <strong>{say("reader.notPainted")}</strong>
      <span>{reason}</span>
      <Button onClick={onRetry}>{say("reader.tryAgain")}</Button>
    </div>
  );
}

/** Texts, pictures and the queue of painting, for as long as the document is open. */
function usePageTools({ loadPageText, detail, target, chrome }: ReaderProps): PageTools {
  const { transport } = useClient();
  const [tools] = useState(() => ({
    texts: new PageTexts(loadPageText),
    queue: new RenderQueue(),
    cache: new CanvasCache(),
    sketches: new PageSketches(detail.pageInfos, async (from, to) => {
      const answer = await transport.call("reading.sketch", { document: detail.documentId, from, to });
      return answer.sketches;
    }),
  }));
  const start = useRef(target?.page ?? 1);
  useEffect(() => {
    // A preview shows a page or two; whoever reads goes everywhere.
    if (chrome === "full") tools.sketches.fill(start.current);
    return () => tools.sketches.stop();
  }, [tools, chrome]);
  useEffect(() => tools.texts.setLoader(loadPageText), [tools, loadPageText]);
  useEffect(() => () => tools.cache.clear(), [tools]);
  const seen = useRef(detail.pageInfos);
  useEffect(() => {
    const changed = detail.pageInfos.filter((info, index) => hasOtherText(info, seen.current[index]));
    seen.current = detail.pageInfos;
    if (changed.length > 0) tools.texts.forget(changed.map((info) => info.page));
  }, [tools, detail.pageInfos]);
  return tools;
}

/** True when OCR, or a choice of layer, gave the page another text. */
function hasOtherText(now: PageInfo, before: PageInfo | undefined): boolean {
  if (before === undefined || now === before) return false;
  return now.layer !== before.layer || now.characters !== before.characters || now.confidence !== before.confidence;
}
