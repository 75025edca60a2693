import { describe, expect, it } from "vitest";
import { openCaseSettings } from "#adapters/sqlite/case-settings-table.ts";
import { sql } from "#adapters/sqlite/connection.ts";
import { openRedactionTable } from "#adapters/sqlite/redaction-table.ts";
import type { StoredDecision } from "#core/ports/redaction-store.ts";
import { insertDocument, setUpCaseDatabase } from "../../../support/test-database.ts";

describe("decisions about hidden text", () => {
  it("are kept by place; a later one replaces an earlier one", () => {
    const connection = setUpCaseDatabase();
    const redactions = openRedactionTable(connection);
    const [one, other] = [insertDocument(connection), insertDocument(connection)];
    const decision: StoredDecision = {
      documentId: one,
      page: 2,
      region: { box: [72.25, 600, 300, 612.5], characters: 12, cover: "box" },
      decision: "keep-hidden",
      at: "2026-03-01T09:30:00.000Z",
      by: "A. Tester",
    };
    const above: StoredDecision = {
      ...decision,
      region: { box: [72.25, 650, 300, 662.5], characters: 3, cover: "picture" },
    };
    const elsewhere: StoredDecision = { ...decision, documentId: other, page: 1 };
    for (const made of [elsewhere, decision, above]) redactions.decide(made);
    const later: StoredDecision = { ...decision, decision: "reveal", at: "2026-03-02T00:00:00.000Z", by: "B. Tester" };
    redactions.decide(later);
    expect(redactions.list(one)).toEqual([above, later]);
    expect(redactions.list(null)).toEqual([above, later, elsewhere]);
  });
});

describe("the choices of a case", () => {
  it("are those of a new case until they are made, one by one", () => {
    const connection = setUpCaseDatabase();
    connection.run(sql`INSERT INTO case_property (name, value) VALUES ('title', 'Specimen “matter”')`);
    const settings = openCaseSettings(connection);
    expect(settings.read()).toEqual({
      ocrLanguages: ["eng", "spa", "fra"],
      ocrPaused: false,
      ocrEngine: "automatic",
      codebookGuids: {},
    });
    settings.write({ ocrPaused: true });
    settings.write({ ocrLanguages: ["deu"], ocrEngine: "system" });
    settings.write({ ocrEngine: "built-in" });
    expect(openCaseSettings(connection).read()).toEqual({
      ocrLanguages: ["deu"],
      ocrPaused: true,
      ocrEngine: "built-in",
      codebookGuids: {},
    });
    expect(connection.pluck(sql`SELECT value FROM case_property WHERE name = 'title'`)).toEqual(["Specimen “matter”"]);
  });
});
