import { FileWarning } from "lucide-react";
import { useCallback, useEffect, useEffectEvent, useImperativeHandle, useRef, useState } from "react";
import type { PageInfo } from "#shared/model/document.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { CanvasCache } from "./canvas-cache.ts";
import { OutlinePanel } from "./outline-panel.tsx";
import { PageStage } from "./page-stage.tsx";
import { PageTexts } from "./page-texts.ts";
import type { PageTools } from "./page-view.tsx";
import styles from "./reader.module.css";
import { ReaderToolbar } from "./reader-toolbar.tsx";
import type { ReaderMark, ReaderProps } from "./reader-types.ts";
import { RenderQueue } from "./render-queue.ts";
import { ScrollGutter } from "./scroll-gutter.tsx";
import { type PanelState, readPanelState, SidePanel, storePanelState } from "./side-panel.tsx";
import { ThumbnailPanel } from "./thumbnail-panel.tsx";
import { useCaret } from "./use-caret.ts";
import { usePdfDocument } from "./use-pdf-document.ts";
import { useReaderKeys } from "./use-reader-keys.ts";
import { useReaderView } from "./use-reader-view.ts";
import { useSelection } from "./use-selection.ts";
import { placeOfQuads } from "./view-place.ts";

/** Shows a document: its pages as pdf.js paints them, its text as the import read it. */
export function Reader(props: ReaderProps) {
  return <DocumentReader key={props.detail.documentId} {...props} />;
}

function DocumentReader(props: ReaderProps) {
  const { detail, fileUrl, marks, target, chrome, onMarkActivate, onPageChange, ref } = props;
  const { pageInfos } = detail;
  const isFull = chrome === "full";
  const document = usePdfDocument(fileUrl);
  const view = useReaderView(detail, target);
  const tools = usePageTools(props);
  const control = useSelection({ view, pageInfos, texts: tools.texts, onSelectionChange: props.onSelectionChange });
  const caret = useCaret({ view, pageInfos, texts: tools.texts, control, marks });
  const [panel, setPanel] = usePanelState();
  const pageField = useRef<HTMLInputElement>(null);
  const pdf = document.state.kind === "open" ? document.state.pdf : null;

  const togglePanel = (): void => setPanel({ ...panel, open: !panel.open });
  const keys = useReaderKeys({
    view,
    control,
    caret,
    onNextHit: props.onNextHit,
    onPreviousHit: props.onPreviousHit,
    onTogglePanel: isFull ? togglePanel : undefined,
    onFocusPageField: isFull ? () => pageField.current?.focus() : undefined,
  });

  useImperativeHandle(ref, () => ({
    clearSelection: control.clear,
    focus: () => view.scroller.current?.focus({ preventScroll: true }),
    goToPage: view.goToPage,
  }));

  const tellPage = useEffectEvent(onPageChange);
  const { currentPage } = view;
  useEffect(() => {
    // In braces: what the parent's function returns must not be taken for a clean-up.
    tellPage(currentPage);
  }, [currentPage]);

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
    if (info !== undefined) view.goTo(placeOfQuads(info, mark.quads, view.rotation));
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that no control inside has taken arrive here.
    <div className={styles.reader} data-chrome={chrome} onKeyDown={keys.onKeyDown} onKeyUp={keys.onKeyUp}>
      {isFull && (
        <ReaderToolbar
          view={view}
          pageInfos={pageInfos}
          panelOpen={panel.open}
          onTogglePanel={togglePanel}
          headerExtra={props.headerExtra}
          pageFieldRef={pageField}
        />
      )}
      <div className={styles.body}>
        {isFull && panel.open && (
          <SidePanel tab={panel.tab} onTab={(tab) => setPanel({ open: true, tab })}>
            {panel.tab === "outline" ? (
              <OutlinePanel
                outline={detail.outline}
                pageInfos={pageInfos}
                currentPage={currentPage}
                onGoToPage={view.goToPage}
              />
            ) : (
              <ThumbnailPanel
                pdf={pdf}
                pageInfos={pageInfos}
                rotation={view.rotation}
                currentPage={currentPage}
                queue={tools.queue}
                onGoToPage={view.goToPage}
              />
            )}
          </SidePanel>
        )}
        <div className={styles.pages}>
          {pageInfos.length > 0 && (
            <PageStage
              detail={detail}
              pdf={pdf}
              view={view}
              tools={tools}
              control={control}
              marks={marks}
              onMarkActivate={activateMark}
              textActions={props.textActions}
            />
          )}
          <ScrollGutter view={view} pageInfos={pageInfos} marks={marks} onGoToMark={goToMark} />
          {document.state.kind === "failed" && (
            <ReaderFailure reason={document.state.reason} onRetry={document.retry} />
          )}
          {pageInfos.length === 0 && <p className={styles.empty}>{say("reader.noPages")}</p>}
        </div>
      </div>
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
function usePageTools({ loadPageText, detail }: ReaderProps): PageTools {
  const [tools] = useState(() => ({
    texts: new PageTexts(loadPageText),
    queue: new RenderQueue(),
    cache: new CanvasCache(),
  }));
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

function usePanelState(): readonly [PanelState, (state: PanelState) => void] {
  const [state, setState] = useState(readPanelState);
  const change = (next: PanelState): void => {
    setState(next);
    storePanelState(next);
  };
  return [state, change];
}
