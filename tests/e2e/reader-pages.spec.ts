import type { Page } from "@playwright/test";
import { findDocument, openSample, search } from "./support/actions.ts";
import { expect, test } from "./support/workbench.ts";

/** Device pixels of the sharp tiles that are in memory. */
function tilesOf(page: Page): Promise<readonly { readonly width: number; readonly height: number }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLCanvasElement>('[role="document"] [class*="tiles"] > canvas')].map(
      ({ width, height }) => ({ width, height }),
    ),
  );
}

async function openAtHit(page: Page): Promise<void> {
  await page.getByRole("list", { name: "Documents found" }).getByText("house the persons").first().dblclick();
  await expect(page.locator('[role="document"]:visible [data-page="2"] [class*="holder"] > canvas')).toBeVisible();
}

async function chooseAid(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: "Reading aids" }).click();
  await page.getByRole("menu").getByText(name).click();
}

test("a page that is larger than a tile is sharp where it is seen, and only there", async ({ workbench }) => {
  const { page } = workbench;
  await openSample(workbench);
  await search(workbench, '"house the persons"');
  await openAtHit(page);
  expect(await tilesOf(page)).toEqual([]);

  for (let step = 0; step < 9; step += 1) await page.keyboard.press("Control+Equal");
  await expect.poll(async () => (await tilesOf(page)).length).toBeGreaterThan(0);
  const pages = page.locator('[role="document"]:visible');
  await pages.evaluate((element) => element.scrollBy(0, 3000));
  await expect.poll(async () => (await tilesOf(page)).length).toBeGreaterThan(0);
  const tiles = await tilesOf(page);
  expect(tiles.length).toBeLessThanOrEqual(12);
  expect(tiles.every(({ width, height }) => width <= 1536 && height <= 1536)).toBe(true);
});

test("a page turned for good stays turned, takes its hit along and is turned back by undo", async ({ workbench }) => {
  const { page, call, complaints } = workbench;
  await openSample(workbench);
  await search(workbench, '"house the persons"');
  await openAtHit(page);
  const hit = page.locator('[role="document"]:visible [data-page="2"] [data-kind="hit"]').first();
  const before = await hit.boundingBox();

  await chooseAid(page, "Turn page 2 right, for good");
  await expect
    .poll(async () => {
      const after = await hit.boundingBox();
      return after !== null && before !== null && after.height > after.width && before.width > before.height;
    })
    .toBe(true);
  const { documentId } = await findDocument(workbench, "Note 44/2025");
  expect((await call("reading.show", { document: documentId })).turned).toEqual([{ page: 2, by: 90 }]);

  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await call("reading.show", { document: documentId })).turned).toEqual([]);
  await expect.poll(async () => (await hit.boundingBox())?.width ?? 0).toBeGreaterThan(30);

  await chooseAid(page, "Light on dark");
  await expect(page.locator('[data-paper="inverted"]').first()).toBeVisible();
  const wide = await page.locator('[role="document"]:visible [data-page="2"]').boundingBox();
  await chooseAid(page, "Leave out margins");
  await expect
    .poll(async () => {
      const cropped = await page.locator('[role="document"]:visible [data-page="2"]').boundingBox();
      return cropped !== null && wide !== null && cropped.width / cropped.height !== wide.width / wide.height;
    })
    .toBe(true);
  expect(complaints).toEqual([]);
});
