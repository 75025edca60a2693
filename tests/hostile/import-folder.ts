import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { OutputOf } from "#shared/contract/contract.ts";
import { setUpBackend, type TestBackend } from "../support/test-backend.ts";

/** A real backend with one import behind it. */
export interface HostileImport extends TestBackend {
  readonly account: OutputOf<"jobs.account">;
  /** Folder that was imported. */
  readonly given: string;
  readonly caseFolder: string;
}

/** Writes files below `given` and imports them with the real backend, without OCR. */
export async function importHostile(
  files: Readonly<Record<string, Uint8Array | string>>,
  prepare: (given: string) => void = () => {},
): Promise<HostileImport> {
  const test = setUpBackend();
  const { backend, root } = test;
  const given = join(root, "given");
  const caseFolder = join(root, "case");
  mkdirSync(given);
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(given, path)), { recursive: true });
    writeFileSync(join(given, path), bytes);
  }
  prepare(given);
  await backend.call("case.create", { directory: caseFolder, title: "Hostile" });
  const { jobId } = await backend.call("documents.import", { paths: [given], ocr: false });
  return { ...test, given, caseFolder, account: await test.finished(jobId) };
}

/** Text of every page of every document, in the order of the library. */
export async function readAllPages({ backend }: Pick<HostileImport, "backend">): Promise<string> {
  const texts: string[] = [];
  for (const { documentId, pages } of (await backend.call("documents.list", {})).documents) {
    for (let page = 1; page <= pages; page += 1) {
      texts.push((await backend.call("documents.page", { document: documentId, page })).text);
    }
  }
  return texts.join("\n");
}

/** Every file below a folder, with its bytes. */
export function filesBelow(folder: string): readonly { readonly path: string; readonly bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, bytes: readFileSync(path) }));
}
