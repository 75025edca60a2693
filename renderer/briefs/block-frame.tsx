import { GripVertical, MoreHorizontal } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import type { BriefBlock } from "#shared/model/brief.ts";
import { say } from "../messages/say.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, type MenuItem } from "../ui/menu.tsx";
import styles from "./brief-editor.module.css";
import type { DragData } from "./drag-data.ts";
import { type DropSide, useDraggable, useDropSide } from "./use-drag.ts";

interface BlockFrameProps {
  readonly block: BriefBlock;
  /** Said by screen readers, e.g. "Text 2 of 5". */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly onMove: (direction: 1 | -1) => void;
  readonly onDrop: (data: DragData, side: DropSide) => void;
  readonly children: ReactNode;
}

/** What every block of a brief has: a handle to drag it by, a menu, a place to drop beside, Alt+↑/↓ to move it. */
export function BlockFrame({ block, label, items, onMove, onDrop, children }: BlockFrameProps) {
  const element = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const dragging = useDraggable(element, { kind: "block", blockId: block.blockId }, handle);
  const drop = useDropSide(element, {
    accepts: (data) => data.kind === "passage" || (data.kind === "block" && data.blockId !== block.blockId),
    onDrop,
  });
  return (
    <li
      ref={element}
      className={styles.block}
      data-block={block.blockId}
      data-dragging={dragging || undefined}
      data-drop={drop?.side}
      onKeyDown={(event) => moveOnKey(event, onMove)}
    >
      <span ref={handle} className={styles.handle} aria-hidden="true" title={say("briefs.dragToMove")}>
        <GripVertical />
      </span>
      {children}
      <span className={styles.blockMenu}>
        <Menu
          items={items}
          placement="bottom-end"
          trigger={(trigger) => (
            <IconButton
              {...trigger}
              size="small"
              label={say("briefs.moreFor", { name: label })}
              icon={<MoreHorizontal aria-hidden />}
            />
          )}
        />
      </span>
    </li>
  );
}

/** Alt+↑ and Alt+↓. */
export function moveOnKey(event: KeyboardEvent, onMove: (direction: 1 | -1) => void): void {
  if (!event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
  event.preventDefault();
  event.stopPropagation();
  onMove(event.key === "ArrowDown" ? 1 : -1);
}
