import { ChevronDown, ChevronUp, Minus, MoveHorizontal, PanelLeft, Plus, RotateCw, Square } from "lucide-react";
import type { ReactNode, Ref } from "react";
import type { PageInfo } from "#shared/model/document.ts";
import { say } from "../messages/say.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { PageField } from "./page-field.tsx";
import styles from "./reader-toolbar.module.css";
import type { ReaderView } from "./use-reader-view.ts";
import { stepZoom } from "./zoom.ts";

export interface ReaderToolbarProps {
  readonly view: ReaderView;
  readonly pageInfos: readonly PageInfo[];
  readonly panelOpen: boolean;
  readonly onTogglePanel: () => void;
  readonly headerExtra: ReactNode;
  readonly pageFieldRef: Ref<HTMLInputElement>;
}

/** Side panel, what the document is, page, zoom and rotation. */
export function ReaderToolbar(props: ReaderToolbarProps) {
  const { view, pageInfos, panelOpen, onTogglePanel, headerExtra, pageFieldRef } = props;
  const { currentPage, zoomFactor, zoomMode } = view;
  const stepTo = (direction: 1 | -1) => () => view.setZoom({ kind: "fixed", factor: stepZoom(zoomFactor, direction) });
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={say("reader.toolbar")}>
      <IconButton
        label={say(panelOpen ? "reader.hidePanel" : "reader.showPanel")}
        shortcut="O"
        pressed={panelOpen}
        icon={<PanelLeft aria-hidden />}
        onClick={onTogglePanel}
      />
      <div className={styles.extra}>{headerExtra}</div>
      <div className={styles.group}>
        <IconButton
          className={styles.step ?? ""}
          label={say("reader.previousPage")}
          shortcut="←"
          icon={<ChevronUp aria-hidden />}
          disabled={currentPage <= 1}
          onClick={() => view.goToPage(currentPage - 1)}
        />
        <PageField ref={pageFieldRef} pageInfos={pageInfos} currentPage={currentPage} onGoToPage={view.goToPage} />
        <IconButton
          className={styles.step ?? ""}
          label={say("reader.nextPage")}
          shortcut="→"
          icon={<ChevronDown aria-hidden />}
          disabled={currentPage >= pageInfos.length}
          onClick={() => view.goToPage(currentPage + 1)}
        />
      </div>
      <div className={styles.group}>
        <IconButton label={say("reader.zoomOut")} shortcut="Ctrl+-" icon={<Minus aria-hidden />} onClick={stepTo(-1)} />
        <button
          type="button"
          className={styles.percent}
          title={say("reader.actualSize")}
          aria-label={say("reader.zoomAndReset", { factor: zoomFactor })}
          onClick={() => view.setZoom({ kind: "fixed", factor: 1 })}
        >
          {say("reader.zoom", { factor: zoomFactor })}
        </button>
        <IconButton label={say("reader.zoomIn")} shortcut="Ctrl+Plus" icon={<Plus aria-hidden />} onClick={stepTo(1)} />
        <IconButton
          label={say("reader.fitWidth")}
          shortcut="Ctrl+0"
          pressed={zoomMode.kind === "fit-width"}
          icon={<MoveHorizontal aria-hidden />}
          onClick={() => view.setZoom({ kind: "fit-width" })}
        />
        <IconButton
          label={say("reader.fitPage")}
          shortcut="Ctrl+9"
          pressed={zoomMode.kind === "fit-page"}
          icon={<Square aria-hidden />}
          onClick={() => view.setZoom({ kind: "fit-page" })}
        />
        <IconButton
          label={say("reader.rotate")}
          shortcut="R"
          icon={<RotateCw aria-hidden />}
          onClick={() => view.rotate(90)}
        />
      </div>
    </div>
  );
}
