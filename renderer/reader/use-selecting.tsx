import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { KeyboardEvent as ReactKeyboardEvent, ReactNode } from "react";
import type { PageInfo } from "#shared/model/document.ts";
import type { PageRegion } from "#shared/model/passage.ts";
import { say } from "../messages/say.ts";
import { cropPage } from "./crop-region.ts";
import { KeyBar } from "./key-bar.tsx";
import type { PageTexts } from "./page-texts.ts";
import type { ReaderHandle, ReaderProps, SelectingMode } from "./reader-types.ts";
import { SelectingLayer } from "./selecting-layer.tsx";
import { useExtent } from "./use-extent.ts";
import type { ReaderView } from "./use-reader-view.ts";
import { useRegion } from "./use-region.ts";
import type { SelectionControl } from "./use-selection.ts";
import { useSentenceWalk } from "./use-sentence-walk.ts";

export interface SelectingSetup {
  readonly props: ReaderProps;
  readonly pdf: PDFDocumentProxy | null;
  readonly view: ReaderView;
  readonly pageInfos: readonly PageInfo[];
  readonly texts: PageTexts;
  readonly control: SelectionControl;
}

/** The ways of selecting beside drawing over text: sentence by sentence, rectangles, and the ends of a passage. */
export interface Selecting {
  readonly mode: SelectingMode | null;
  /** Goes over the pages, inside of what scrolls. */
  readonly layer: ReactNode;
  /** Stands at the foot of the pages: the keys of what is going on; null when nothing is. */
  readonly bar: ReactNode;
  /** Comes before all other keys of the reader; true when it took the key. */
  onKeyDown(event: ReactKeyboardEvent): boolean;
  /** Its part of what a parent may ask of the reader. */
  readonly handle: Pick<ReaderHandle, "setMode" | "adjustRegion" | "cropRegion" | "clearSelection">;
}

/** Selecting in the pages: text by pointer and caret, sentence by sentence, areas, and new extents of what is marked. */
export function useSelecting({ props, pdf, view, pageInfos, texts, control }: SelectingSetup): Selecting {
  const { adjustable = null, marks, onSelectionChange } = props;
  const onAdjust = props.onAdjust ?? ignore;
  const tellMode = props.onModeChange ?? ignore;
  const common = { view, pageInfos, texts };
  const extent = useExtent({ ...common, adjustable, onAdjust });
  const region = useRegion({
    ...common,
    onChosen: onSelectionChange,
    onAdjusted: onAdjust,
    onLeave: () => {
      onSelectionChange(null);
      tellMode(null);
    },
  });
  const walk = useSentenceWalk({ ...common, control, marks, onLeave: () => tellMode(null) });
  const mode: SelectingMode | null = walk.active ? "sentences" : region.active ? "region" : null;

  const setMode = (wanted: SelectingMode | null): void => {
    if (wanted === mode) return;
    if (wanted !== "sentences") walk.stop();
    if (wanted !== "region") region.stop();
    if (wanted === "sentences") walk.start();
    if (wanted === "region") {
      control.clear();
      region.start();
    }
    if (wanted !== null) tellMode(wanted);
  };

  const bar = region.active ? (
    <KeyBar
      title={say("tagging.regionMode")}
      hints={[
        { keys: "←", does: "" },
        { keys: "→", does: say("tagging.keyMove") },
        { keys: "Shift+→", does: say("tagging.keySize") },
        { keys: "Alt+→", does: say("tagging.keyFine") },
        { keys: "Enter", does: say(region.adjusts ? "tagging.keyStore" : "tagging.keyChoose") },
        { keys: "Esc", does: say("tagging.keyLeave") },
      ]}
      onLeave={region.stop}
    >
      {region.draft === null && <span>{say("tagging.dragHint")}</span>}
    </KeyBar>
  ) : extent.changed ? (
    <KeyBar
      title={say("tagging.extentMode")}
      hints={[
        { keys: "Shift+Alt+→", does: say("tagging.keyCharacter") },
        { keys: "Shift+Alt+↓", does: say("tagging.keyWord") },
        { keys: "Shift+Alt+Home", does: say("tagging.keyWhichEnd") },
        { keys: "Enter", does: say("tagging.keyStore") },
        { keys: "Esc", does: say("tagging.keyLeave") },
      ]}
      onLeave={extent.cancel}
    />
  ) : (
    (props.footer ?? null)
  );

  return {
    mode,
    bar,
    layer: <SelectingLayer {...common} region={region} extent={extent} />,
    onKeyDown: (event) => region.onKeyDown(event) || extent.onKeyDown(event) || walk.onKeyDown(event),
    handle: {
      setMode,
      adjustRegion: () => {
        if (adjustable === null || adjustable.region === null) return;
        walk.stop();
        region.start({ id: adjustable.id, region: adjustable.region });
        tellMode("region");
      },
      cropRegion: (of: PageRegion) => {
        const info = pageInfos[of.page - 1];
        if (pdf === null || info === undefined) return Promise.reject(new Error("the document is not open"));
        return cropPage(pdf, info, view.rotation, of.box);
      },
      clearSelection: () => {
        region.clear();
        if (walk.active) return;
        control.clear();
      },
    },
  };
}

function ignore(): void {}
