import { GripVertical, MoreHorizontal, Plus } from "lucide-react";
import { useRef } from "react";
import type { BlockId, PassageId } from "#shared/base/ids.ts";
import type { BriefBlock, BriefSection } from "#shared/model/brief.ts";
import type { TagColor } from "#shared/model/tag.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, type MenuItem } from "../ui/menu.tsx";
import { AutoTextArea } from "./auto-text-area.tsx";
import { BlockFrame, moveOnKey } from "./block-frame.tsx";
import styles from "./brief-editor.module.css";
import { headingOf } from "./brief-order.ts";
import type { DragData } from "./drag-data.ts";
import { QuotationBlock, type QuotationBlockModel } from "./quotation-block.tsx";
import { TextBlock } from "./text-block.tsx";
import { useDraft } from "./use-draft.ts";
import { useDraggable, useDropSide } from "./use-drag.ts";

/** What a section asks of the editor. Gaps are counted on screen: 0 is before the first block or section. */
export interface SectionActions {
  readonly setHeading: (section: BriefSection, heading: string) => Promise<unknown>;
  readonly moveSection: (section: BriefSection, direction: 1 | -1) => void;
  readonly deleteSection: (section: BriefSection) => void;
  readonly addSectionAfter: (section: BriefSection) => void;
  readonly dropOnSection: (section: BriefSection, data: DragData, gap: number) => void;
  readonly dropSection: (section: BriefSection, data: DragData, side: "before" | "after") => void;
  readonly addText: (section: BriefSection, position: number) => void;
  readonly setText: (blockId: BlockId, text: string) => Promise<unknown>;
  readonly moveBlock: (blockId: BlockId, direction: 1 | -1) => void;
  readonly deleteBlock: (blockId: BlockId) => void;
  readonly openSource: (block: QuotationBlockModel) => void;
}

interface BriefSectionViewProps {
  readonly section: BriefSection;
  /** 1-based place and number of sections, for names. */
  readonly number: number;
  readonly sections: number;
  readonly colors: ReadonlyMap<PassageId, TagColor>;
  readonly actions: SectionActions;
}

/** A section of a brief: its heading, its blocks, and the places to add and drop. */
export function BriefSectionView({ section, number, sections, colors, actions }: BriefSectionViewProps) {
  const element = useRef<HTMLElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const heading = useDraft(section.heading, (text) => actions.setHeading(section, text));
  const dragging = useDraggable(element, { kind: "section", sectionId: section.sectionId }, handle);
  const drop = useDropSide(element, {
    accepts: (data) => data.kind !== "section" || data.sectionId !== section.sectionId,
    onDrop: (data, side) => {
      if (data.kind === "section") actions.dropSection(section, data, side);
      else actions.dropOnSection(section, data, side === "before" ? 0 : section.blocks.length);
    },
  });
  const name = headingOf(section);
  const move = (direction: 1 | -1) => {
    heading.flush();
    actions.moveSection(section, direction);
  };
  const items: readonly MenuItem[] = [
    { id: "up", label: say("briefs.moveUp"), shortcut: "Alt+↑", disabled: number === 1, onSelect: () => move(-1) },
    {
      id: "down",
      label: say("briefs.moveDown"),
      shortcut: "Alt+↓",
      disabled: number === sections,
      onSelect: () => move(1),
    },
    { id: "section", label: say("briefs.addSectionBelow"), onSelect: () => actions.addSectionAfter(section) },
    {
      id: "delete",
      label: say("briefs.deleteSection"),
      danger: true,
      separated: true,
      onSelect: () => actions.deleteSection(section),
    },
  ];
  return (
    <section
      ref={element}
      className={styles.section}
      aria-label={name}
      data-section={section.sectionId}
      data-dragging={dragging || undefined}
      data-drop={drop === null ? undefined : `${drop.kind === "section" ? "section" : "block"}-${drop.side}`}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the heading inside. */}
      <div className={styles.sectionHead} onKeyDown={(event) => moveOnKey(event, move)}>
        <span ref={handle} className={styles.handle} aria-hidden="true" title={say("briefs.dragToMove")}>
          <GripVertical />
        </span>
        <h3 className={styles.headingBox}>
          <AutoTextArea
            label={say("briefs.headingOfSection", { number })}
            singleLine
            className={styles.heading ?? ""}
            placeholder={say("briefs.untitledSection")}
            maxLength={500}
            value={heading.value}
            onChange={(event) => heading.change(event.target.value)}
            onBlur={heading.flush}
          />
        </h3>
        <span className={styles.blockMenu}>
          <Menu
            items={items}
            placement="bottom-end"
            trigger={(trigger) => (
              <IconButton
                {...trigger}
                size="small"
                label={say("briefs.moreForSection", { name })}
                icon={<MoreHorizontal aria-hidden />}
              />
            )}
          />
        </span>
      </div>
      <ul className={styles.blocks} aria-label={say("briefs.blocksOf", { name })}>
        {section.blocks.map((block, index) => (
          <Block key={block.blockId} block={block} index={index} section={section} colors={colors} actions={actions} />
        ))}
      </ul>
      <div className={styles.sectionFoot}>
        <Button
          size="small"
          variant="quiet"
          icon={<Plus aria-hidden />}
          onClick={() => actions.addText(section, section.blocks.length)}
        >
          {say("briefs.addText")}
        </Button>
        {section.blocks.length === 0 && <span className={styles.dropHint}>{say("briefs.orDrop")}</span>}
      </div>
    </section>
  );
}

interface BlockProps {
  readonly block: BriefBlock;
  readonly index: number;
  readonly section: BriefSection;
  readonly colors: ReadonlyMap<PassageId, TagColor>;
  readonly actions: SectionActions;
}

function Block({ block, index, section, colors, actions }: BlockProps) {
  const label = say(block.kind === "text" ? "briefs.textOf" : "briefs.quotationOf", {
    position: index + 1,
    count: section.blocks.length,
  });
  const items: readonly MenuItem[] = [
    ...(block.kind === "quotation" && block.documentId !== null
      ? [{ id: "source", label: say("briefs.openSource"), onSelect: () => actions.openSource(block) }]
      : []),
    { id: "up", label: say("briefs.moveUp"), shortcut: "Alt+↑", onSelect: () => actions.moveBlock(block.blockId, -1) },
    {
      id: "down",
      label: say("briefs.moveDown"),
      shortcut: "Alt+↓",
      onSelect: () => actions.moveBlock(block.blockId, 1),
    },
    { id: "above", label: say("briefs.addTextAbove"), onSelect: () => actions.addText(section, index) },
    {
      id: "below",
      label: say("briefs.addTextBelow"),
      shortcut: "Ctrl+↵",
      onSelect: () => actions.addText(section, index + 1),
    },
    {
      id: "delete",
      label: say("briefs.delete"),
      danger: true,
      separated: true,
      onSelect: () => actions.deleteBlock(block.blockId),
    },
  ];
  return (
    <BlockFrame
      block={block}
      label={label}
      items={items}
      onMove={(direction) => actions.moveBlock(block.blockId, direction)}
      onDrop={(data, side) => actions.dropOnSection(section, data, side === "before" ? index : index + 1)}
    >
      {block.kind === "text" ? (
        <TextBlock
          block={block}
          label={label}
          onStore={(text) => actions.setText(block.blockId, text)}
          onAddBelow={() => actions.addText(section, index + 1)}
        />
      ) : (
        <QuotationBlock
          block={block}
          label={label}
          color={colors.get(block.passageId) ?? null}
          onStore={(text) => actions.setText(block.blockId, text)}
          onOpenSource={() => actions.openSource(block)}
        />
      )}
    </BlockFrame>
  );
}
