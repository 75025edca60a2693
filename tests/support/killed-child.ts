import { writeSync } from "node:fs";
import { argv } from "node:process";
import { openCase } from "#hosts/case-session.ts";
import { performStep, plannedSteps } from "./planned-steps.ts";
import { createTestIds, createTestProgram } from "./test-program.ts";

/**
 * A program that works on a case until it is killed: `killed-child.ts import|edit CASE FOLDER`. It says what it has done
 * on its standard output, one line each, written before it goes on.
 */

const [, , mode, folder = "", given = ""] = argv;

function acknowledge(line: string): void {
  writeSync(1, `${line}\n`);
}

const program = { ...createTestProgram(2), ids: createTestIds(1000) };
let documents = () => 0;
const session = await openCase(folder, program, (event) => {
  if (event.kind === "changed" && event.areas.includes("documents")) acknowledge(`documents ${documents()}`);
  else acknowledge(event.kind);
});
const { ports, jobs } = session;
documents = () => ports.documents.list().length;

if (mode === "import") {
  const { read } = program.reader;
  const reader = {
    ...program.reader,
    read: (...values: Parameters<typeof read>) => {
      acknowledge("read");
      return read(...values);
    },
  };
  Object.assign(ports, { reader });
  jobs.start("import", "Import", { paths: [given], incomingFolder: null, documents: null });
  await jobs.settled();
} else {
  for (const [index, step] of plannedSteps().entries()) {
    performStep(ports, step);
    acknowledge(`step ${index + 1}`);
  }
}
acknowledge("end");
await session.close();
