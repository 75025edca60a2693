import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "#adapters/sqlite/connection.ts";
import { caseSchema } from "#adapters/sqlite/migrations/case-schema.ts";
import { indexSchema } from "#adapters/sqlite/migrations/index-schema.ts";
import { addPassage, addSection, addText, createBrief } from "#core/briefs/edit-brief.ts";
import { createPassage } from "#core/passages/edit-passage.ts";
import { createTag } from "#core/passages/edit-tag.ts";
import { undoEdit } from "#core/passages/step-edits.ts";
import { createCase } from "#hosts/case-session.ts";
import { dumpDatabase } from "./dump-database.ts";
import { fakePdf } from "./fake-reader.ts";
import { createTestProgram } from "./test-program.ts";

/**
 * Writes fixtures/databases for the newest version of each schema, with rows in every table. Run it once when a version
 * is released (`node tests/support/write-database-seeds.ts`); what it wrote then stays as it is for ever.
 */

const DOCUMENTS = {
  "note.pdf": fakePdf({
    title: "Note Verbale 44/2025",
    author: "Embassy",
    outline: [{ title: "Note", page: 1, children: [] }],
    pages: [
      {
        label: "i",
        text: "SPECIMEN\nThe Embassy presents its compliments.\n\nThe persons will be housed for one year.",
      },
      { label: "ii", text: "SPECIMEN\nNúñez signed on 14 March 2025." },
    ],
  }),
  "notes.txt": new TextEncoder().encode("SPECIMEN"),
  "scan.pdf": fakePdf({ title: "Scan", pages: ["", "SPECIMEN"] }),
};

async function fillCase(folder: string, given: string): Promise<void> {
  const session = await createCase(folder, "Specimen matter", createTestProgram(1), () => {});
  const { ports, jobs } = session;
  jobs.start("import", "Import", { paths: [given], incomingFolder: null, documents: null });
  await jobs.settled();
  const document = ports.documents.list()[0]?.documentId;
  if (document === undefined) throw new Error("nothing was imported");
  createTag(ports, { name: "Custody › cost", color: "teal" });
  const quote = "will be housed for one year";
  const passage = createPassage(ports, { document, quote, tag: ["Custody › cost"], note: "Compare “grant”." });
  const { briefId } = createBrief(ports, "Statement of facts");
  addPassage(ports, briefId, passage.passageId, { section: "The arrangement" });
  const section = addSection(ports, briefId, "The number", undefined).sections.at(-1)?.sectionId;
  if (section === undefined) throw new Error("no section was added");
  addText(ports, section, "It isn't known; see 'Scan'.", undefined);
  createTag(ports, { name: "Undone" });
  undoEdit(ports);
  await session.close();
}

function withoutMachine(dump: string, given: string): string {
  const hex = (text: string) => Buffer.from(text).toString("hex");
  return dump.replaceAll(given, "/matter").replaceAll(hex(given), hex("/matter"));
}

const root = await mkdtemp(join(tmpdir(), "probative-seeds-"));
const given = join(root, "given");
await mkdir(given);
for (const [name, bytes] of Object.entries(DOCUMENTS)) await writeFile(join(given, name), bytes);
await fillCase(join(root, "case"), given);
for (const { name, migrations } of [caseSchema, indexSchema]) {
  const connection = connect(join(root, "case", `${name}.db`), { readonly: true });
  const version = migrations.at(-1)?.version ?? 0;
  const heading = `-- The ${name} database of a case, as version ${version} of its schema was released. SPECIMEN.\n`;
  const target = join(import.meta.dirname, `../../fixtures/databases/${name}-${version}.sql`);
  await writeFile(target, heading + withoutMachine(dumpDatabase(connection), given));
  connection.close();
}
await rm(root, { recursive: true });
