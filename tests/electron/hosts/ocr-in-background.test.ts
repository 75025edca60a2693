import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { CasePorts } from "#core/backend-context.ts";
import type { OcrEngine, RecognisedPage } from "#core/ports/ocr-engine.ts";
import { type CaseSession, createCase, openCase, type SessionOptions } from "#hosts/case-session.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { layOutText } from "../../support/lay-out-text.ts";
import { setUpTempFolder } from "../../support/temp-folder.ts";
import { writeFiles } from "../../support/test-case.ts";
import { createTestProgram } from "../../support/test-program.ts";

const WORKBENCH = { recogniseInBackground: true };
const ALONE = { recogniseInBackground: false };
const NOTHING = () => {};

/** An engine that recognises the same words on every page, once it is let go. */
function createFakeEngine() {
  const released = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const recognised: RecognisedPage = {
    text: "SPECIMEN recognised words",
    geometry: layOutText("SPECIMEN recognised words"),
    confidences: [],
    confidence: 91,
    turned: 0,
    skew: 0,
    resolution: 200,
    madeBy: "fake 1, eng",
  };
  const engine: OcrEngine = {
    name: "built-in",
    version: "fake 1",
    concurrency: 1,
    languages: async () => ["eng", "spa", "fra"],
    recognise: (_, signal) =>
      new Promise((resolve, reject) => {
        begun.resolve();
        signal.addEventListener("abort", () => reject(new ProbativeError("job/cancelled")), { once: true });
        void released.promise.then(() => resolve(recognised));
      }),
    close: async () => {},
  };
  return { engine, begun: begun.promise, release: () => released.resolve() };
}

async function setUpWorkbench(options: SessionOptions = WORKBENCH) {
  const root = setUpTempFolder();
  const given = join(root, "given");
  const folder = join(root, "case");
  await writeFiles(given, {
    "scan.pdf": { title: "Scan", pages: [{ text: "", textState: "none", pictured: 1 }, "SPECIMEN two"] },
  });
  const fake = createFakeEngine();
  const program = { ...createTestProgram(), ocrEngines: async () => [fake.engine] };
  let session: CaseSession | null = await createCase(folder, "Case", program, NOTHING, options);
  const close = async () => {
    const closing = session;
    session = null;
    await closing?.close();
  };
  onTestFinished(close);
  const { jobs, ports } = session;
  const importing = jobs.start("import", "Import", { paths: [given], incomingFolder: null, documents: null });
  return {
    fake,
    importing,
    jobs,
    ports,
    close,
    /** Closes the case, changes something of it, and opens it as `how` says. */
    open: async (how: SessionOptions = options, change: (own: CasePorts) => void = NOTHING) => {
      if (session !== null) change(session.ports);
      await close();
      session = await openCase(folder, program, NOTHING, how);
      return session;
    },
  };
}

describe("OCR in a workbench", () => {
  it("starts by itself after an import, and the case is idle meanwhile", async () => {
    const { fake, jobs, ports, importing } = await setUpWorkbench();
    await fake.begun;
    expect(jobs.show(importing).status).toBe("done");
    expect(jobs.isBusy()).toBe(false);
    expect(jobs.list()[0]).toMatchObject({ kind: "ocr", status: "running" });
    fake.release();
    await jobs.settled();
    const [scan] = ports.documents.list();
    expect(scan?.pagesWithoutText).toBe(0);
    expect(scan === undefined ? "" : ports.index.pageText(scan.documentId, 1)).toBe("SPECIMEN recognised words");
    expect(ports.index.ocrTotals()).toMatchObject({ done: 1, waiting: 0 });
  });

  it("is interrupted when the case is closed, and goes on when it is opened again", async () => {
    const { fake, close, open } = await setUpWorkbench();
    await fake.begun;
    await close();
    fake.release();
    const { jobs, ports } = await open();
    await jobs.settled();
    expect(ports.index.ocrTotals()).toMatchObject({ done: 1, waiting: 0 });
    expect(jobs.list().filter((job) => job.kind === "ocr" && job.status === "done")).toHaveLength(1);
  });

  it("stays off while it is paused, after an import and when the case is opened", async () => {
    const { close, open, jobs } = await setUpWorkbench(ALONE);
    await jobs.settled();
    const again = await open(WORKBENCH, (ports) => ports.settings.write({ ocrPaused: true }));
    expect(again.jobs.list().map((job) => job.kind)).toEqual(["import"]);
    await close();
  });

  it("does not start for a command that ends", async () => {
    const { jobs, ports } = await setUpWorkbench(ALONE);
    await jobs.settled();
    expect(jobs.list().map((job) => job.kind)).toEqual(["import"]);
    expect(ports.index.ocrTotals()).toMatchObject({ waiting: 1 });
  });
});
