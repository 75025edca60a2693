import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { caseSchema } from "#adapters/sqlite/migrations/case-schema.ts";
import { indexSchema } from "#adapters/sqlite/migrations/index-schema.ts";
import { openDatabase, type Schema } from "#adapters/sqlite/open-database.ts";
import { readBrief } from "#core/briefs/read-brief.ts";
import { redoEdit, undoEdit } from "#core/passages/step-edits.ts";
import { openCase } from "#hosts/case-session.ts";
import { schemaOf } from "../support/dump-database.ts";
import { plantDatabase, SEEDS } from "../support/plant-database.ts";
import { searchText } from "../support/search-text.ts";
import { setUpTempFolder } from "../support/temp-folder.ts";
import { createTestIds, createTestProgram } from "../support/test-program.ts";

const SCHEMAS: readonly Schema[] = [caseSchema, indexSchema];

function versionsOf(schema: Schema): readonly number[] {
  return schema.migrations.map((migration) => migration.version);
}

describe.each(SCHEMAS)("the $name schema", (schema) => {
  it("counts its versions up from 1, each with a reason", () => {
    expect(versionsOf(schema)).toEqual(schema.migrations.map((_, index) => index + 1));
    for (const { reason } of schema.migrations) expect(reason).not.toBe("");
  });

  it("has a database of every released version among the fixtures", () => {
    const released = readdirSync(SEEDS).filter((name) => name.startsWith(`${schema.name}-`));
    expect(released.toSorted()).toEqual(
      versionsOf(schema)
        .map((version) => `${schema.name}-${version}.sql`)
        .toSorted(),
    );
  });

  it.each(versionsOf(schema))("leads from version %i to what a new database has", (version) => {
    const folder = setUpTempFolder();
    const path = join(folder, "old.db");
    plantDatabase(schema, version, path);
    const migrated = openDatabase(path, schema, join(folder, "backups"));
    const fresh = openDatabase(join(folder, "new.db"), schema, join(folder, "backups"));
    expect(schemaOf(migrated).toSorted()).toEqual(schemaOf(fresh).toSorted());
    expect(migrated.pragma("user_version")).toEqual(fresh.pragma("user_version"));
    migrated.close();
    fresh.close();
  });
});

it("a case of the first version opens with everything that is in it", async () => {
  const folder = join(setUpTempFolder(), "case");
  mkdirSync(folder);
  plantDatabase(caseSchema, 1, join(folder, "case.db"));
  plantDatabase(indexSchema, 1, join(folder, "index.db"));
  const session = await openCase(folder, { ...createTestProgram(), ids: createTestIds(1000) }, () => {});
  const { ports } = session;
  expect(session.info()).toMatchObject({
    title: "Specimen matter",
    documents: 2,
    pages: 4,
    pagesWithoutText: 1,
    passages: 1,
  });
  // It is read anew at once, for what version 1 did not look for. The originals are not there: nothing is lost by that.
  await session.jobs.settled();
  expect(session.checkCatalogue()).toEqual([]);
  expect(ports.index.check()).toEqual([]);
  expect(ports.documents.list().map((document) => document.shortName)).toEqual(["Note 44/2025", "scan"]);
  const answer = await searchText(ports, "nunez");
  const found = answer.groups.flatMap((group) => group.pages);
  expect(found.map(({ page, label }) => ({ page, label }))).toEqual([{ page: 2, label: "ii" }]);
  expect(found[0]?.hits[0]?.quads).toHaveLength(1);
  const [brief] = ports.briefs.list();
  if (brief === undefined) throw new Error("the brief is gone");
  expect(readBrief(ports, brief.briefId).checks).toEqual({ verified: 1, altered: 0, orphaned: 0, missing: 0 });
  expect(redoEdit(ports).undo[0]?.label).toBe("Create tag “Undone”");
  while (ports.edits.history(1).undo.length > 0) undoEdit(ports);
  expect(session.info()).toMatchObject({ documents: 2, passages: 0, briefs: 0 });
  await session.close();
});
