import type { BriefStore, StoredBlock, StoredSection } from "#core/ports/brief-store.ts";
import type { BlockId, BriefId, PassageId, SectionId } from "#shared/base/ids.ts";
import { type Connection, sql } from "./connection.ts";

interface BlockRow {
  readonly block_id: string;
  readonly section_id: string;
  readonly kind: string;
  readonly text: string;
  readonly passage_id: string | null;
}

function toBlock(row: BlockRow): StoredBlock {
  const blockId = row.block_id as BlockId;
  return row.kind === "quotation"
    ? { kind: "quotation", blockId, text: row.text, passageId: row.passage_id as PassageId }
    : { kind: "text", blockId, text: row.text };
}

/** The list with `moved` at `position` (clamped to the list), wherever it stood before. */
function placed<Item>(items: readonly Item[], moved: Item, position: number | null): readonly Item[] {
  const others = items.filter((item) => item !== moved);
  others.splice(Math.min(position ?? others.length, others.length), 0, moved);
  return others;
}

/** Briefs in `case.db`. Positions are 0, 1, 2 … without gaps after every change. */
export function openBriefTable(connection: Connection): BriefStore {
  const sectionIds = (briefId: string) =>
    connection.pluck<string>(sql`SELECT section_id FROM brief_section WHERE brief_id = ${briefId} ORDER BY position`);
  const blockIds = (sectionId: string) =>
    connection.pluck<string>(sql`SELECT block_id FROM brief_block WHERE section_id = ${sectionId} ORDER BY position`);

  function orderSections(ids: readonly string[]): void {
    for (const [position, id] of ids.entries()) {
      connection.run(sql`
        UPDATE brief_section SET position = ${position} WHERE section_id = ${id} AND position <> ${position}`);
    }
  }

  function orderBlocks(ids: readonly string[]): void {
    for (const [position, id] of ids.entries()) {
      connection.run(sql`
        UPDATE brief_block SET position = ${position} WHERE block_id = ${id} AND position <> ${position}`);
    }
  }

  function briefOfSection(sectionId: SectionId): BriefId | null {
    const row = connection.get<{ readonly brief_id: string }>(sql`
      SELECT brief_id FROM brief_section WHERE section_id = ${sectionId}`);
    return (row?.brief_id as BriefId | undefined) ?? null;
  }

  function sectionOfBlock(blockId: BlockId): SectionId | null {
    const row = connection.get<{ readonly section_id: string }>(sql`
      SELECT section_id FROM brief_block WHERE block_id = ${blockId}`);
    return (row?.section_id as SectionId | undefined) ?? null;
  }

  function readSections(briefId: BriefId): readonly StoredSection[] {
    const blocks = connection.all<BlockRow>(sql`
      SELECT block_id, section_id, kind, text, passage_id FROM brief_block
      WHERE section_id IN (SELECT section_id FROM brief_section WHERE brief_id = ${briefId})
      ORDER BY position`);
    const bySection = Map.groupBy(blocks, (block) => block.section_id);
    return connection
      .all<{ readonly section_id: string; readonly heading: string }>(sql`
        SELECT section_id, heading FROM brief_section WHERE brief_id = ${briefId} ORDER BY position`)
      .map((row) => ({
        sectionId: row.section_id as SectionId,
        heading: row.heading,
        blocks: (bySection.get(row.section_id) ?? []).map(toBlock),
      }));
  }

  return {
    list: () =>
      connection.all(sql`
        SELECT brief_id AS briefId, title, updated_at AS updatedAt,
          (SELECT count(*) FROM brief_section WHERE brief_section.brief_id = brief.brief_id) AS sections,
          (SELECT count(*) FROM brief_block JOIN brief_section USING (section_id)
            WHERE brief_section.brief_id = brief.brief_id AND kind = 'quotation') AS quotations
        FROM brief ORDER BY sequence`),
    find: (briefId) => {
      const row = connection.get<{ readonly title: string; readonly updated_at: string }>(sql`
        SELECT title, updated_at FROM brief WHERE brief_id = ${briefId}`);
      if (row === undefined) return null;
      return { briefId, title: row.title, updatedAt: row.updated_at, sections: readSections(briefId) };
    },
    briefOfSection,
    placeOfBlock: (blockId) => {
      const sectionId = sectionOfBlock(blockId);
      const briefId = sectionId === null ? null : briefOfSection(sectionId);
      return sectionId === null || briefId === null ? null : { briefId, sectionId };
    },
    insert: (briefId, title, at) => {
      connection.run(sql`
        INSERT INTO brief (brief_id, sequence, title, created_at, updated_at)
        VALUES (${briefId}, (SELECT coalesce(max(sequence) + 1, 1) FROM brief), ${title}, ${at}, ${at})`);
    },
    rename: (briefId, title) => {
      connection.run(sql`UPDATE brief SET title = ${title} WHERE brief_id = ${briefId}`);
    },
    delete: (briefId) => {
      connection.run(sql`DELETE FROM brief WHERE brief_id = ${briefId}`);
    },
    touch: (briefId, at) => {
      connection.run(sql`UPDATE brief SET updated_at = ${at} WHERE brief_id = ${briefId}`);
    },
    insertSection: (briefId, sectionId, heading, position) => {
      const before = sectionIds(briefId);
      connection.run(sql`
        INSERT INTO brief_section (section_id, brief_id, position, heading)
        VALUES (${sectionId}, ${briefId}, ${before.length}, ${heading})`);
      orderSections(placed([...before, sectionId], sectionId, position));
    },
    renameSection: (sectionId, heading) => {
      connection.run(sql`UPDATE brief_section SET heading = ${heading} WHERE section_id = ${sectionId}`);
    },
    moveSection: (sectionId, position) => {
      const briefId = briefOfSection(sectionId);
      if (briefId !== null) orderSections(placed(sectionIds(briefId), sectionId, position));
    },
    deleteSection: (sectionId) => {
      const briefId = briefOfSection(sectionId);
      connection.run(sql`DELETE FROM brief_section WHERE section_id = ${sectionId}`);
      if (briefId !== null) orderSections(sectionIds(briefId));
    },
    insertBlock: (sectionId, block, position) => {
      const before = blockIds(sectionId);
      const passageId = block.kind === "quotation" ? block.passageId : null;
      connection.run(sql`
        INSERT INTO brief_block (block_id, section_id, position, kind, text, passage_id)
        VALUES (${block.blockId}, ${sectionId}, ${before.length}, ${block.kind}, ${block.text}, ${passageId})`);
      orderBlocks(placed([...before, block.blockId], block.blockId, position));
    },
    appendBlocks: (sectionId, blocks) => {
      const before = blockIds(sectionId).length;
      for (const [index, block] of blocks.entries()) {
        const passageId = block.kind === "quotation" ? block.passageId : null;
        connection.run(sql`
          INSERT INTO brief_block (block_id, section_id, position, kind, text, passage_id)
          VALUES (${block.blockId}, ${sectionId}, ${before + index}, ${block.kind}, ${block.text}, ${passageId})`);
      }
    },
    updateBlock: (blockId, text) => {
      connection.run(sql`UPDATE brief_block SET text = ${text} WHERE block_id = ${blockId}`);
    },
    moveBlock: (blockId, sectionId, position) => {
      const from = sectionOfBlock(blockId);
      const target = blockIds(sectionId);
      if (from !== sectionId) {
        connection.run(sql`
          UPDATE brief_block SET section_id = ${sectionId}, position = ${target.length} WHERE block_id = ${blockId}`);
        if (from !== null) orderBlocks(blockIds(from));
        target.push(blockId);
      }
      orderBlocks(placed(target, blockId, position));
    },
    deleteBlock: (blockId) => {
      const sectionId = sectionOfBlock(blockId);
      connection.run(sql`DELETE FROM brief_block WHERE block_id = ${blockId}`);
      if (sectionId !== null) orderBlocks(blockIds(sectionId));
    },
  };
}
