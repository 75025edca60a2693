import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Download, expect, type Locator } from "@playwright/test";
import type { DocumentId } from "#shared/base/ids.ts";
import type { DocumentDetail } from "#shared/model/document.ts";
import type { ImportAccount } from "#shared/model/job.ts";
import { quadsForRange } from "#shared/text/geometry.ts";
import { SAMPLE_TEMPLATE } from "./sample-template.ts";
import type { Workbench } from "./workbench.ts";

/** Documents of the sample, with those that come out of others. */
const SAMPLE_DOCUMENTS = 46;

/** Makes the sample case from the welcome screen and waits until it is imported; OCR goes on behind it. */
export async function createSample(workbench: Workbench): Promise<void> {
  const { page, call } = workbench;
  await page
    .getByRole("button", { name: /sample/iu })
    .first()
    .click();
  const documents = async () => (await call("case.current", {})).case?.documents ?? 0;
  await expect.poll(documents, { timeout: 90_000 }).toBe(SAMPLE_DOCUMENTS);
  await seeLibrary(workbench);
}

/** Opens a copy of the sample case, in which OCR is paused. */
export async function openSample(workbench: Workbench): Promise<void> {
  const { page, call, folder } = workbench;
  await expect(page.getByRole("button", { name: /sample/iu }).first()).toBeVisible();
  const directory = join(folder, "sample");
  cpSync(SAMPLE_TEMPLATE, directory, { recursive: true });
  expect((await call("case.open", { directory })).documents).toBe(SAMPLE_DOCUMENTS);
  await seeLibrary(workbench);
}

async function seeLibrary({ page }: Workbench): Promise<void> {
  await expect(page.getByRole("grid", { name: "Documents" }).getByRole("row").nth(1)).toBeVisible();
}

/** A document of the case by its short name. */
export async function findDocument({ call }: Workbench, shortName: string): Promise<DocumentDetail> {
  const { documents } = await call("documents.list", {});
  const document = documents.find((candidate) => candidate.shortName === shortName);
  if (document === undefined) throw new Error(`the sample has no ${shortName}`);
  return call("documents.show", { document: document.documentId });
}

/** Types a query into the search field and waits for its answer. */
export async function search({ page }: Workbench, query: string): Promise<void> {
  await page.keyboard.press("Control+Shift+f");
  await page.keyboard.press("Control+a");
  await page.keyboard.type(query);
  await expect(page.getByText(/\d+ hits? on \d+ pages? in \d+ documents?/u).first()).toBeVisible();
  // The results of an earlier query stay until the new ones come.
  await expect(page.locator("[data-stale]")).toHaveCount(0);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Where the first and the last letter of some words stand in the window, by the page's own geometry. Only for pages that
 * are not rotated and are in sight.
 */
async function placeOfWords(
  { page, call }: Workbench,
  detail: DocumentDetail,
  number: number,
  words: string,
): Promise<{ readonly from: Point; readonly to: Point }> {
  const { text, runs } = await call("documents.page", { document: detail.documentId as DocumentId, page: number });
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`page ${number} does not hold “${words}”`);
  const [left = 0, bottom = 0, , top = 0] = detail.pageInfos[number - 1]?.box ?? [];
  const sheet = await page.getByRole("region", { name: "Reader" }).locator(`[data-page="${number}"]`).boundingBox();
  if (sheet === null) throw new Error(`page ${number} is not in sight`);
  const scale = sheet.height / (top - bottom);
  const point = (x: number, y: number): Point => ({ x: sheet.x + (x - left) * scale, y: sheet.y + (top - y) * scale });
  const first = quadsForRange(runs, start, start + 1)[0];
  const last = quadsForRange(runs, start + words.length - 1, start + words.length)[0];
  if (first === undefined || last === undefined) throw new Error("the words have no place on the page");
  return {
    from: point(first[0] + 0.2, (first[1] + first[5]) / 2),
    to: point(last[2] - 0.2, (last[1] + last[5]) / 2),
  };
}

/** Selects words of a page with the mouse. They may run over several lines. */
export async function dragOver(workbench: Workbench, shortName: string, number: number, words: string): Promise<void> {
  const { page } = workbench;
  const detail = await findDocument(workbench, shortName);
  const { from, to } = await placeOfWords(workbench, detail, number, words);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** Bytes of a download. */
export async function readDownload(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

/** Drags one thing onto another as a hand does: pressed, moved a little, moved over the target, held, let go. */
export async function dragOnto({ page }: Workbench, source: Locator, target: Locator): Promise<void> {
  const from = await source.boundingBox();
  const to = await target.boundingBox();
  if (from === null || to === null) throw new Error("what is dragged or its target is not in sight");
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 12, from.y + from.height / 2 + 12, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
  // The browser reports what is dragged over once a frame: the drop must not come before the first report.
  await page.evaluate(() => new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle))));
  await page.mouse.move(to.x + to.width / 2 + 1, to.y + to.height / 2 + 1);
  await page.mouse.up();
}

/** Opens an empty case in a folder of the test. */
export async function openEmptyCase({ page, call, folder }: Workbench): Promise<void> {
  await expect(page.getByRole("button", { name: /sample/iu }).first()).toBeVisible();
  await call("case.create", { directory: join(folder, "matter"), title: "Doe v. Department of Transfers" });
  await expect(page.getByText("Drop files or folders here")).toBeVisible();
}

/** Files by their paths, with forward slashes. */
export type GivenFiles = Readonly<Record<string, Uint8Array>>;

/** Imports a folder through the browser's own dialog and waits until the import is done. */
export async function importFolder(workbench: Workbench, files: GivenFiles): Promise<ImportAccount> {
  const { page, call, folder } = workbench;
  const given = join(folder, "given");
  for (const [path, bytes] of Object.entries(files)) {
    const target = join(given, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Import folder…" }).click(),
  ]);
  await chooser.setFiles(given);
  const latest = async () => (await call("jobs.list", {})).jobs.find((job) => job.kind === "import");
  await expect.poll(async () => (await latest())?.status, { timeout: 60_000 }).toBe("done");
  const job = await latest();
  if (job === undefined) throw new Error("there is no import");
  return call("jobs.account", { job: job.jobId });
}

/** Shows a view of the rail. */
export async function showView({ page }: Workbench, name: string): Promise<Locator> {
  await page.getByRole("navigation", { name: "Views" }).getByRole("button", { name, exact: true }).click();
  return page.getByRole("region", { name, exact: true });
}
