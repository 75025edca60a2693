import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import type { FakeDocument } from "../../../support/fake-files.ts";
import { type GivenFiles, runImport, setUpTestCase } from "../../../support/test-case.ts";
import { createTestProgram } from "../../../support/test-program.ts";

// Much is done here, and continuous integration is slow.
vi.setConfig({ testTimeout: 60_000 });

/** The beginning of a program: nothing that is read. */
const PROGRAM = Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0xff, 0xfe, 0x80, 0x81]);

type Wanted = "imported" | "failed" | "skipped";

/** A file with what should become of it; files with the same `seed` are copies of each other. */
interface PlannedFile {
  readonly content: Uint8Array | FakeDocument;
  readonly extension: string;
  readonly wanted: Wanted;
  readonly key: string;
}

const document = (seed: number): FakeDocument => ({
  title: `Title ${seed % 3}`,
  pages: Array.from({ length: seed % 4 }, (_, page) => (page % 2 === 0 ? `SPECIMEN ${seed} page ${page}` : "")),
});

const planned: fc.Arbitrary<PlannedFile> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .nat({ max: 9 })
      .map((seed) => ({ content: document(seed), extension: "pdf", wanted: "imported" as const, key: `doc ${seed}` })),
  },
  fc.constantFrom("import/corrupt", "import/encrypted", "import/timeout", "import/page-count").map((fail) => ({
    content: { pages: ["x"], fail } as const,
    extension: "pdf",
    wanted: "failed" as const,
    key: fail,
  })),
  fc.constant({ content: new Uint8Array(0), extension: "pdf", wanted: "failed" as const, key: "empty" }),
  fc.constant({ content: PROGRAM, extension: "bin", wanted: "skipped" as const, key: "program" }),
  fc.constant({ content: PROGRAM, extension: "PDF", wanted: "failed" as const, key: "not a pdf" }),
);

it("the account of any mix of files balances, and says what became of each", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(planned, { maxLength: 24 }),
      fc.integer({ min: 1, max: 4 }),
      async (plan, concurrency) => {
        const test = await setUpTestCase(createTestProgram(concurrency));
        const files: GivenFiles = Object.fromEntries(plan.map((file, at) => [`${at}.${file.extension}`, file.content]));
        await test.give(files);
        const account = await runImport(test.session().jobs, test.ports(), [test.given]);
        const { given, imported, duplicate, failed, skipped, pending } = account;
        expect(imported + duplicate + failed + skipped).toBe(given);
        expect([given, pending]).toEqual([plan.length, 0]);
        const count = (wanted: Wanted) => plan.filter((file) => file.wanted === wanted).length;
        const different = new Set(plan.filter((file) => file.wanted === "imported").map((file) => file.key)).size;
        expect({ imported, duplicate, failed, skipped }).toEqual({
          imported: different,
          duplicate: count("imported") - different,
          failed: count("failed"),
          skipped: count("skipped"),
        });
        for (const file of account.files) {
          if (file.outcome === "failed" || file.outcome === "skipped") {
            expect(file.reason).toMatch(/^import\//);
            expect(file.message).toBeTruthy();
          } else expect(test.ports().documents.find(file.documentId as never)).not.toBeNull();
        }
        const { documents, pages, pagesWithoutText } = test.session().info();
        expect([documents, pages, pagesWithoutText]).toEqual([imported, account.pages, account.pagesWithoutText]);
        expect(test.ports().index.documentIds().size).toBe(imported);
        const staging = join(test.folder, "staging");
        expect(plan.length === 0 ? [] : readdirSync(staging)).toEqual([]);
        await test.close();
      },
    ),
    { numRuns: 20 },
  );
});
