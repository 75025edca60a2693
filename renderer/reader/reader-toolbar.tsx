import {
  ArrowLeft,
  ArrowRight,
  Bookmark,
  ChevronDown,
  ChevronUp,
  Ellipsis,
  FileText,
  Link2,
  Minus,
  MoveHorizontal,
  PanelLeft,
  Plus,
  RotateCw,
  ScanSearch,
  Square,
} from "lucide-react";
import type { ReactNode, Ref } from "react";
import type { LabelScheme } from "#shared/model/reading.ts";
import { say } from "../messages/say.ts";
import { classes } from "../ui/classes.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, type MenuItem } from "../ui/menu.tsx";
import { PageField } from "./page-field.tsx";
import type { NamedPage } from "./page-names.ts";
import { PageNamesMenu } from "./page-names-menu.tsx";
import styles from "./reader-toolbar.module.css";
import type { ScrollLink } from "./use-linked-scroll.ts";
import type { ReaderView } from "./use-reader-view.ts";
import type { Jumps } from "./use-view-history.ts";
import { stepZoom } from "./zoom.ts";

export interface ReaderToolbarProps {
  readonly view: ReaderView;
  readonly jumps: Jumps;
  /** Goes to the page that was typed, and puts the keyboard on the pages. */
  readonly onGoToPage: (page: number) => void;
  readonly pageInfos: readonly NamedPage[];
  readonly scheme: LabelScheme | null;
  /** Number of the document at the court, when it is known. */
  readonly ecf: string | null;
  /** Undefined where nothing can be chosen. */
  readonly onScheme: ((scheme: LabelScheme | null) => void) | undefined;
  /** Whether the page in sight has a bookmark. */
  readonly bookmarked: boolean;
  readonly onBookmark: (() => void) | undefined;
  readonly onFind: (() => void) | undefined;
  readonly showsText: boolean;
  readonly onToggleText: () => void;
  /** Null where nothing stands beside it that it could scroll along with. */
  readonly link: ScrollLink | null;
  readonly panelOpen: boolean;
  readonly onTogglePanel: () => void;
  readonly headerExtra: ReactNode;
  /** The menu of reading aids. */
  readonly readingAids: ReactNode;
  readonly pageFieldRef: Ref<HTMLInputElement>;
}

/** Side panel, what the document is, page, zoom and rotation. */
export function ReaderToolbar(props: ReaderToolbarProps) {
  const { view, jumps, pageInfos, scheme, ecf, link, panelOpen, onTogglePanel, headerExtra, pageFieldRef } = props;
  const { currentPage, zoomFactor, zoomMode } = view;
  const info = pageInfos[currentPage - 1];
  const stepTo = (direction: 1 | -1) => () => view.setZoom({ kind: "fixed", factor: stepZoom(zoomFactor, direction) });
  // Where there is no room for a button of its own, the menu at the end has it.
  const folded: readonly MenuItem[] = [
    { id: "in", label: say("reader.zoomIn"), shortcut: "Ctrl+Plus", onSelect: stepTo(1) },
    { id: "out", label: say("reader.zoomOut"), shortcut: "Ctrl+-", onSelect: stepTo(-1) },
    {
      id: "actual",
      label: say("reader.actualSize"),
      checked: zoomMode.kind === "fixed" && zoomFactor === 1,
      onSelect: () => view.setZoom({ kind: "fixed", factor: 1 }),
    },
    {
      id: "width",
      label: say("reader.fitWidth"),
      shortcut: "Ctrl+0",
      checked: zoomMode.kind === "fit-width",
      onSelect: () => view.setZoom({ kind: "fit-width" }),
    },
    {
      id: "page",
      label: say("reader.fitPage"),
      shortcut: "Ctrl+9",
      checked: zoomMode.kind === "fit-page",
      onSelect: () => view.setZoom({ kind: "fit-page" }),
    },
    { id: "rotate", label: say("reader.rotate"), shortcut: "R", onSelect: () => view.rotate(90) },
  ];
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={say("reader.toolbar")}>
      <IconButton
        label={say(panelOpen ? "reader.hidePanel" : "reader.showPanel")}
        shortcut="O"
        pressed={panelOpen}
        icon={<PanelLeft aria-hidden />}
        onClick={onTogglePanel}
      />
      <div className={styles.group}>
        <IconButton
          label={say("reader.back")}
          shortcut="Alt+←"
          icon={<ArrowLeft aria-hidden />}
          disabled={!jumps.back}
          onClick={() => jumps.step(-1)}
        />
        <IconButton
          label={say("reader.forward")}
          shortcut="Alt+→"
          icon={<ArrowRight aria-hidden />}
          disabled={!jumps.forward}
          onClick={() => jumps.step(1)}
        />
      </div>
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
        <PageField
          ref={pageFieldRef}
          pageInfos={pageInfos}
          scheme={scheme}
          ecf={ecf}
          currentPage={currentPage}
          onGoToPage={props.onGoToPage}
        />
        <IconButton
          className={styles.step ?? ""}
          label={say("reader.nextPage")}
          shortcut="→"
          icon={<ChevronDown aria-hidden />}
          disabled={currentPage >= pageInfos.length}
          onClick={() => view.goToPage(currentPage + 1)}
        />
        {info !== undefined && props.onScheme !== undefined && (
          <PageNamesMenu info={info} scheme={scheme} ecf={ecf} onScheme={props.onScheme} />
        )}
        {props.onBookmark !== undefined && (
          <IconButton
            label={say(props.bookmarked ? "reader.removeBookmark" : "reader.addBookmark")}
            shortcut="Ctrl+D"
            pressed={props.bookmarked}
            icon={<Bookmark aria-hidden fill={props.bookmarked ? "currentColor" : "none"} />}
            onClick={props.onBookmark}
          />
        )}
      </div>
      <div className={classes(styles.group, styles.zoom)}>
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
      <div className={styles.group}>
        {props.onFind !== undefined && (
          <IconButton
            label={say("reader.findInDocument")}
            shortcut="Ctrl+F"
            icon={<ScanSearch aria-hidden />}
            onClick={props.onFind}
          />
        )}
        <IconButton
          label={say("reader.textView")}
          shortcut="V"
          pressed={props.showsText}
          icon={<FileText aria-hidden />}
          onClick={props.onToggleText}
        />
        {props.readingAids}
        {link !== null && (
          <IconButton
            label={say(link.linked ? "reader.unlinkScrolling" : "reader.linkScrolling")}
            pressed={link.linked}
            icon={<Link2 aria-hidden />}
            onClick={link.toggle}
          />
        )}
        <span className={styles.more}>
          <Menu
            placement="bottom-end"
            trigger={(menu) => <IconButton {...menu} label={say("reader.moreViews")} icon={<Ellipsis aria-hidden />} />}
            items={folded}
          />
        </span>
      </div>
    </div>
  );
}
