import { join, resolve, sep } from "node:path";
import { reportImport } from "#core/import/report-import.ts";
import { reportToCsv, reportToJson } from "#core/import/report-text.ts";
import { readPageText } from "#core/library/page-text.ts";
import { setDocuments } from "#core/library/set-documents.ts";
import { listDocuments, showDocument } from "#core/library/show-documents.ts";
import { requireLanguages } from "#core/ocr/choose-engine.ts";
import { useLayer } from "#core/ocr/use-layer.ts";
import { listDetections } from "#core/understanding/list-detections.ts";
import type { Handlers, ParsedInputOf } from "#shared/contract/contract.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { type CaseSession, INCOMING_FOLDER } from "./case-session.ts";

type LibraryHandlers = Pick<
  Handlers,
  Exclude<Extract<keyof Handlers, `${"documents" | "import"}.${string}`>, "documents.find">
>;

/** Handlers of the library: what comes into the case, and what is known of it. */
export function createLibraryHandlers(session: () => CaseSession): LibraryHandlers {
  const ports = () => session().ports;
  return {
    "documents.import": (wanted) => startImport(session(), wanted),
    "documents.list": ({ documents }) => ({ documents: listDocuments(ports(), documents ?? null) }),
    "documents.show": ({ document }) => showDocument(ports(), document),
    "documents.page": ({ document, page }) => readPageText(ports(), document, page),
    "documents.set": ({ documents, ...change }) => ({ documents: setDocuments(ports(), documents, change) }),
    "documents.detections": ({ document, page }) => ({
      detections: listDetections(ports(), document, page ?? null),
    }),
    "documents.use-layer": ({ document, page, layer }) => ({ orphaned: useLayer(ports(), document, page, layer) }),
    "import.report": ({ job, pages, format }) => {
      const files = reportImport(ports(), job ?? null, pages);
      // The window takes the rows: the same once more as text would only keep it busy.
      if (format === "rows") return { files, text: "" };
      return { files, text: format === "csv" ? reportToCsv(files, pages) : reportToJson(files) };
    },
  };
}

async function startImport(session: CaseSession, wanted: ParsedInputOf<"documents.import">) {
  const { ports } = session;
  const { paths, languages, ocr, annotations } = wanted;
  for (const path of paths) {
    if (await ports.fileTree.exists(path)) continue;
    throw new ProbativeError("import/path-not-found", path);
  }
  if (languages !== undefined) await requireLanguages(await ports.ocrEngines(), languages);
  const resolved = paths.map((path) => resolve(path));
  const [first, ...others] = resolved;
  const incoming = join(session.directory, INCOMING_FOLDER) + sep;
  const incomingFolder = first?.startsWith(incoming) === true && others.length === 0 ? first : null;
  const title = others.length === 0 ? "Import" : `Import of ${paths.length} files and folders`;
  const request = {
    paths: resolved,
    incomingFolder,
    documents: null,
    withoutOcr: !ocr,
    withoutAnnotations: !annotations,
  };
  const jobId = session.jobs.start("import", title, request);
  // Only an import that was started changes the case.
  if (languages !== undefined) ports.settings.write({ ocrLanguages: languages });
  return { jobId };
}
