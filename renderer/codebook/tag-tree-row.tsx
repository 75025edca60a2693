import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { Archive, ChevronRight } from "lucide-react";
import { type CSSProperties, type MouseEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { say } from "../messages/say.ts";
import { formatNumber } from "../ui/format.ts";
import { Kbd } from "../ui/kbd.tsx";
import { tagColorStyle } from "../ui/tag-colors.ts";
import { type DropZone, zoneAt } from "./move-tag.ts";
import { RenameField } from "./rename-field.tsx";
import styles from "./tag-tree.module.css";
import type { TagCounts, TagNode } from "./tag-tree.ts";
import type { TreeRow } from "./tree-rows.ts";

/** What a line of the tree asks of the tree. */
export interface TreeRowActions {
  readonly choose: (node: TagNode) => void;
  readonly fold: (node: TagNode, folded: boolean) => void;
  readonly rename: (node: TagNode, leaf: string) => void;
  readonly stopRenaming: () => void;
  readonly startRenaming: (node: TagNode) => void;
  readonly accepts: (movedKey: string, over: TagNode, zone: DropZone) => boolean;
  readonly drop: (movedKey: string, over: TagNode, zone: DropZone) => void;
}

interface TagTreeRowProps {
  readonly row: TreeRow;
  readonly counts: TagCounts;
  readonly chosen: boolean;
  readonly reachable: boolean;
  readonly renaming: boolean;
  readonly style: CSSProperties;
  readonly actions: TreeRowActions;
}

const DRAG_KIND = "codebook-tag";

/** A tag in the codebook. It can be dragged before, after or into another one. */
export function TagTreeRow({ row, counts, chosen, reachable, renaming, style, actions }: TagTreeRowProps) {
  const { node, level, expanded } = row;
  const line = useRef<HTMLDivElement>(null);
  const { dragging, zone } = useTagDrag(line, node, actions);
  const archived = node.tag?.archived === true;
  const toggle = (event: MouseEvent) => {
    event.stopPropagation();
    actions.fold(node, expanded === true);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree hears the keys of all its lines.
    <div
      ref={line}
      role="treeitem"
      aria-level={level}
      aria-posinset={row.place}
      aria-setsize={row.siblings}
      aria-expanded={expanded ?? undefined}
      aria-selected={chosen}
      tabIndex={reachable ? 0 : -1}
      data-tag-line={node.key}
      data-chosen={chosen || undefined}
      data-archived={archived || undefined}
      data-dragging={dragging || undefined}
      data-zone={zone ?? undefined}
      className={styles.line}
      style={{
        ...style,
        ...(node.tag === null ? {} : tagColorStyle(node.tag.color)),
        paddingLeft: 6 + (level - 1) * 18,
      }}
      onClick={() => actions.choose(node)}
      onDoubleClick={() => actions.startRenaming(node)}
    >
      <span className={styles.chevron} onClick={expanded === null ? undefined : toggle} aria-hidden>
        {expanded !== null && <ChevronRight data-open={expanded} />}
      </span>
      <i className={node.tag === null ? styles.place : styles.swatch} />
      {renaming ? (
        <RenameField
          name={node.leaf}
          label={say("codebook.renameTag", { name: node.leaf })}
          onSave={(leaf) => actions.rename(node, leaf)}
          onCancel={actions.stopRenaming}
        />
      ) : (
        <span className={styles.name} title={node.name}>
          {node.leaf}
        </span>
      )}
      {node.tag !== null && node.tag.key !== null && <Kbd keys={String(node.tag.key)} />}
      {archived && <Archive className={styles.archived} aria-label={say("codebook.archivedTag")} />}
      {!renaming && <span className={styles.description}>{firstLine(node.tag?.description ?? "")}</span>}
      <Count
        shown={counts.own === 0 ? "–" : formatNumber(counts.own)}
        said={say("codebook.ownCount", { count: counts.own })}
      />
      <Count
        shown={expanded === null ? "" : formatNumber(counts.all)}
        said={expanded === null ? "" : say("codebook.allCount", { count: counts.all })}
      />
    </div>
  );
}

/** A figure under its head; those who hear it hear what it counts. */
function Count({ shown, said }: { readonly shown: string; readonly said: string }) {
  return (
    <span className={styles.count} title={said}>
      <span aria-hidden>{shown}</span>
      <span className={styles.said}>{said}</span>
    </span>
  );
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

/** Lets a line be dragged, and others be dropped on it. */
function useTagDrag(
  line: React.RefObject<HTMLDivElement | null>,
  node: TagNode,
  actions: TreeRowActions,
): { readonly dragging: boolean; readonly zone: DropZone | null } {
  const [dragging, setDragging] = useState(false);
  const [zone, setZone] = useState<DropZone | null>(null);
  const keyOfLine = useEffectEvent(() => node.key);
  const accepts = useEffectEvent((moved: string, at: DropZone) => actions.accepts(moved, node, at));
  const drop = useEffectEvent((moved: string, at: DropZone) => actions.drop(moved, node, at));
  useEffect(() => {
    const element = line.current;
    if (element === null) return;
    const stopDragging = draggable({
      element,
      getInitialData: () => ({ kind: DRAG_KIND, key: keyOfLine() }),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    });
    const stopReceiving = dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data["kind"] === DRAG_KIND,
      getData: ({ input }) => {
        const box = element.getBoundingClientRect();
        return { zone: zoneAt(input.clientY, box.top, box.height) };
      },
      onDrag: ({ self, source }) => {
        const at = readZone(self.data);
        setZone(accepts(String(source.data["key"]), at) ? at : null);
      },
      onDragLeave: () => setZone(null),
      onDrop: ({ self, source }) => {
        setZone(null);
        drop(String(source.data["key"]), readZone(self.data));
      },
    });
    return () => {
      stopDragging();
      stopReceiving();
    };
  }, [line]);
  return { dragging, zone };
}

function readZone(data: Readonly<Record<string | symbol, unknown>>): DropZone {
  return data["zone"] === "before" || data["zone"] === "after" ? data["zone"] : "inside";
}
