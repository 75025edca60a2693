import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { generateHostileFiles } from "#fixtures/hostile.ts";
import { generateMatter } from "#fixtures/matter.ts";
import { createRandom } from "#fixtures/random.ts";
import { isErrorCode } from "#shared/errors/codes.ts";
import { setUpBackend } from "../support/test-backend.ts";
import { type MutatedFile, mutateFiles } from "./mutate.ts";

/**
 * Malformed files (safety, H1 to H5): made by mutation of the fixtures and, where they are on this machine, of real hostile
 * documents. `npm run test:hostile` makes as many as the promise says; the ordinary run takes a sample.
 */
const IS_NIGHTLY = import.meta.env.MODE === "nightly";
const FILES = IS_NIGHTLY ? 1500 : 120;
const MINUTES = IS_NIGHTLY ? 60 : 6;

/** Mutating a large file mostly makes the run longer. */
const LARGEST_SEED = 400_000;

const CORPUS = resolve(import.meta.dirname, "../../../shared/corpus");
const FOLDERS = ["hostile", "email", "office", "html", "scanned"];

function realFiles(): readonly MutatedFile[] {
  return FOLDERS.map((folder) => join(CORPUS, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => statSync(path).isFile() && statSync(path).size > 0 && statSync(path).size < LARGEST_SEED)
    .map((path) => ({ path, bytes: readFileSync(path) }));
}

async function collectSeeds(): Promise<readonly MutatedFile[]> {
  const generated = [...(await generateMatter()), ...(await generateHostileFiles())];
  const sound = generated.filter(({ bytes }) => bytes.length > 0 && bytes.length < LARGEST_SEED);
  return IS_NIGHTLY ? [...sound, ...realFiles()] : sound;
}

function listBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
}

test(`${FILES} malformed files: no crash, and a reason for each that is not read`, {
  timeout: MINUTES * 60_000,
}, async () => {
  const { backend, root, home, finished } = setUpBackend();
  const given = join(root, "given");
  mkdirSync(given);
  for (const { path, bytes } of mutateFiles(await collectSeeds(), FILES, createRandom(20_261_122))) {
    writeFileSync(join(given, path), bytes);
  }
  const before = listBelow(given);
  await backend.call("case.create", { directory: join(root, "case"), title: "Malformed" });
  const { jobId } = await backend.call("documents.import", { paths: [given], ocr: false });
  const account = await finished(jobId);

  expect((await backend.call("jobs.show", { job: jobId })).status).toBe("done");
  const { given: total, imported, duplicate, failed, skipped, pending } = account;
  expect(total).toBeGreaterThanOrEqual(FILES);
  expect(imported + duplicate + failed + skipped).toBe(total);
  expect(pending).toBe(0);
  const unread = account.files.filter((file) => file.outcome === "failed" || file.outcome === "skipped");
  expect(unread.filter(({ reason = "", message = "" }) => !isErrorCode(reason) || message === "")).toEqual([]);
  const crashed = account.files.filter(
    ({ reason }) => reason === "import/worker-crashed" || reason === "import/timeout",
  );
  expect(crashed.map(({ path, reason, message }) => ({ path, reason, message }))).toEqual([]);

  // What was given is as it was, and nothing stands outside of the case and the program's own folder.
  expect(listBelow(given)).toEqual(before);
  expect(readdirSync(root).sort()).toEqual(["case", "given", home.slice(root.length + 1)].sort());
  const report = await backend.call("case.verify", {});
  expect(report).toMatchObject({ ok: true });
  // The case still works: it can be searched.
  expect((await backend.call("search.query", { query: "specimen" })).documents).toBeGreaterThan(0);
});
