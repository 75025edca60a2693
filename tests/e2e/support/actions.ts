import { readFile } from "node:fs/promises";
import { type Download, expect, type Locator } from "@playwright/test";
import type { DocumentId } from "#shared/base/ids.ts";
import type { DocumentDetail } from "#shared/model/document.ts";
import { quadsForRange } from "#shared/text/geometry.ts";
import type { Workbench } from "./workbench.ts";

/** Opens the sample case from the welcome screen and waits until it is imported. */
export async function openSample({ page, call }: Workbench): Promise<void> {
  await page
    .getByRole("button", { name: /sample/iu })
    .first()
    .click();
  await expect.poll(async () => (await call("case.current", {})).case?.documents ?? 0, { timeout: 60_000 }).toBe(13);
  await expect(page.getByRole("row").filter({ hasText: "Note Verbale 44/2025" })).toBeVisible();
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
  await page.keyboard.press("Control+k");
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
