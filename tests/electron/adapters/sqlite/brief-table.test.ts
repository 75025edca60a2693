import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openBriefTable } from "#adapters/sqlite/brief-table.ts";
import { type Connection, sql } from "#adapters/sqlite/connection.ts";
import type { BriefStore } from "#core/ports/brief-store.ts";
import type { BlockId, SectionId } from "#shared/base/ids.ts";
import { setUpCaseDatabase } from "../../../support/test-database.ts";
import { createTestIds } from "../../../support/test-program.ts";

const AT = "2026-03-01T09:30:00.000Z";
const ids = createTestIds();

/** What the table should hold, as plain lists. */
interface Model {
  readonly sections: { readonly sectionId: SectionId; heading: string; blocks: { blockId: BlockId; text: string }[] }[];
}

type Command = (briefs: BriefStore, briefId: ReturnType<typeof newBrief>, model: Model) => void;

function newBrief(briefs: BriefStore) {
  const briefId = ids.next("brief");
  briefs.insert(briefId, "Brief", AT);
  return briefId;
}

function put<Item>(list: Item[], item: Item, position: number | null): void {
  list.splice(Math.min(position ?? list.length, list.length), 0, item);
}

const place = fc.option(fc.nat({ max: 6 }));
const pick = fc.nat({ max: 100 });

function sectionAt(model: Model, choice: number) {
  return model.sections[choice % Math.max(1, model.sections.length)];
}

function blockAt(model: Model, choice: number) {
  const all = model.sections.flatMap((section) => section.blocks.map((block) => ({ section, block })));
  return all[choice % Math.max(1, all.length)];
}

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.tuple(fc.string(), place).map(
    ([heading, position]): Command =>
      (briefs, briefId, model) => {
        const sectionId = ids.next("section");
        briefs.insertSection(briefId, sectionId, heading, position);
        put(model.sections, { sectionId, heading, blocks: [] }, position);
      },
  ),
  fc.tuple(pick, fc.nat({ max: 6 })).map(
    ([choice, position]): Command =>
      (briefs, _, model) => {
        const section = sectionAt(model, choice);
        if (section === undefined) return;
        briefs.moveSection(section.sectionId, position);
        model.sections.splice(model.sections.indexOf(section), 1);
        put(model.sections, section, position);
      },
  ),
  pick.map(
    (choice): Command =>
      (briefs, _, model) => {
        const section = sectionAt(model, choice);
        if (section === undefined) return;
        briefs.deleteSection(section.sectionId);
        model.sections.splice(model.sections.indexOf(section), 1);
      },
  ),
  fc.tuple(pick, fc.string(), place).map(
    ([choice, text, position]): Command =>
      (briefs, _, model) => {
        const section = sectionAt(model, choice);
        if (section === undefined) return;
        const blockId = ids.next("block");
        briefs.insertBlock(section.sectionId, { kind: "text", blockId, text }, position);
        put(section.blocks, { blockId, text }, position);
      },
  ),
  fc.tuple(pick, pick, fc.nat({ max: 6 })).map(
    ([choice, to, position]): Command =>
      (briefs, _, model) => {
        const found = blockAt(model, choice);
        const target = sectionAt(model, to);
        if (found === undefined || target === undefined) return;
        briefs.moveBlock(found.block.blockId, target.sectionId, position);
        found.section.blocks.splice(found.section.blocks.indexOf(found.block), 1);
        put(target.blocks, found.block, position);
      },
  ),
  fc.tuple(pick, fc.boolean(), fc.string()).map(
    ([choice, isDeletion, text]): Command =>
      (briefs, _, model) => {
        const found = blockAt(model, choice);
        if (found === undefined) return;
        const { section, block } = found;
        if (isDeletion) {
          briefs.deleteBlock(block.blockId);
          section.blocks.splice(section.blocks.indexOf(block), 1);
        } else {
          briefs.updateBlock(block.blockId, text);
          block.text = text;
        }
      },
  ),
);

function positionsOf(connection: Connection): { readonly sections: number[]; readonly blocks: number[][] } {
  const sections = connection.pluck<number>(sql`SELECT position FROM brief_section ORDER BY brief_id, position`);
  const rows = connection.all<{ section_id: string; position: number }>(
    sql`SELECT section_id, position FROM brief_block ORDER BY section_id, position`,
  );
  const blocks = [...Map.groupBy(rows, (row) => row.section_id).values()];
  return { sections, blocks: blocks.map((group) => group.map((row) => row.position)) };
}

describe("briefs", () => {
  it("hold what a plain list would, whatever is added, moved and deleted", () => {
    const connection = setUpCaseDatabase();
    const briefs = openBriefTable(connection);
    fc.assert(
      fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
        const briefId = newBrief(briefs);
        const model: Model = { sections: [] };
        for (const run of commands) run(briefs, briefId, model);
        const found = briefs.find(briefId)?.sections.map(({ sectionId, heading, blocks }) => ({
          sectionId,
          heading,
          blocks: blocks.map(({ blockId, text }) => ({ blockId, text })),
        }));
        const { sections, blocks } = positionsOf(connection);
        briefs.delete(briefId);
        expect(found).toEqual(model.sections);
        expect(sections).toEqual(sections.map((_, index) => index));
        for (const group of blocks) expect(group).toEqual(group.map((_, index) => index));
      }),
      { numRuns: 60 },
    );
    expect(connection.pluck(sql`SELECT count(*) FROM brief_block`)).toEqual([0]);
  });

  it("are listed in the order of creation with their figures", () => {
    const briefs = openBriefTable(setUpCaseDatabase());
    const [first, second] = [newBrief(briefs), newBrief(briefs)];
    const sectionId = ids.next("section");
    briefs.insertSection(first, sectionId, "", null);
    const passageId = ids.next("passage");
    const quotation = { kind: "quotation", blockId: ids.next("block"), text: "q", passageId } as const;
    briefs.insertBlock(sectionId, quotation, null);
    briefs.insertBlock(sectionId, { kind: "text", blockId: ids.next("block"), text: "t" }, null);
    briefs.rename(first, "Renamed");
    briefs.touch(second, "2026-03-02T00:00:00.000Z");
    expect(briefs.list()).toEqual([
      { briefId: first, title: "Renamed", updatedAt: AT, sections: 1, quotations: 1 },
      { briefId: second, title: "Brief", updatedAt: "2026-03-02T00:00:00.000Z", sections: 0, quotations: 0 },
    ]);
    expect(briefs.placeOfBlock(quotation.blockId)).toEqual({ briefId: first, sectionId });
    expect(briefs.find(first)?.sections[0]?.blocks[0]).toEqual(quotation);
    expect(briefs.placeOfBlock(ids.next("block"))).toBeNull();
    expect(briefs.briefOfSection(ids.next("section"))).toBeNull();
  });
});
