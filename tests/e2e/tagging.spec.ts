import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { DocumentDetail } from "#shared/model/document.ts";
import { dragOver, findDocument, openSample } from "./support/actions.ts";
import { expect, test, type Workbench } from "./support/workbench.ts";

async function openNote(workbench: Workbench): Promise<DocumentDetail> {
  const { page } = workbench;
  await openSample(workbench);
  const detail = await findDocument(workbench, "Note 44/2025");
  await page.getByRole("grid", { name: "Documents" }).getByText(detail.title, { exact: true }).first().dblclick();
  await expect(page.getByRole("tab", { name: "Note 44/2025" })).toBeVisible();
  await page.getByRole("document", { name: /^Pages of/u }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator('[data-page="2"]')).toBeInViewport({ ratio: 0.5 });
  return detail;
}

async function seriousFindings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

test("a document is tagged sentence by sentence without the mouse, and the ends of a passage are moved", async ({
  workbench,
}) => {
  const { page, call, complaints } = workbench;
  await openNote(workbench);
  const listed = async () => (await call("passages.list", {})).passages;

  await page.keyboard.press("t");
  const bar = page.getByRole("region", { name: "Tag by sentences" });
  await expect(bar).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("f");
  await page.keyboard.type("Custody/transfer");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await listed()).length).toBe(1);
  await page.keyboard.press("h");
  await expect.poll(async () => (await listed())[0]?.marks).toEqual(["hot"]);
  expect(await seriousFindings(page)).toEqual([]);

  // The next two sentences as one passage: by its number, then a note.
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("1");
  await expect.poll(async () => (await listed()).length).toBe(2);
  await page.keyboard.press("n");
  await page.keyboard.type("Says **who** pays.");
  await page.keyboard.press("Control+Enter");
  await expect.poll(async () => (await listed()).map(({ note }) => note)).toContain("Says **who** pays.");
  await page.keyboard.press("Escape");
  await expect(bar).toBeHidden();
  const before = await listed();
  expect((await call("tags.list", {})).tags.map(({ name, passages }) => [name, passages])).toEqual([
    ["Custody › transfer", 2],
  ]);

  // The end of the current passage goes on by two words: one step, which can be undone.
  const current = before.find(({ note }) => note !== "");
  await page.keyboard.press("Shift+Alt+ArrowDown");
  await page.keyboard.press("Shift+Alt+ArrowDown");
  await page.keyboard.press("Enter");
  const quoteNow = async () => (await listed()).find(({ note }) => note !== "")?.quote ?? "";
  await expect.poll(async () => (await quoteNow()).length).toBeGreaterThan(current?.quote.length ?? 0);
  expect(await quoteNow()).toContain(current?.quote ?? "");
  await page.keyboard.press("Control+z");
  await expect.poll(quoteNow).toBe(current?.quote);
  expect(complaints).toEqual([]);
});

test("passages that overlap are gone through where they stand; text and areas are tagged by mouse", async ({
  workbench,
}) => {
  const { page, call, complaints } = workbench;
  const note = await openNote(workbench);
  const tagged = async (quote: string, ...tag: readonly string[]) =>
    call("passages.create", { document: note.documentId, page: 2, quote, tag: [...tag] });
  await tagged("for a period of one year, until it decides", "Custody › duration", "Assurances");
  await tagged("one year", "Payment › amount");

  const marks = page.locator('[data-page="2"] [data-kind="passage"]');
  await expect(marks).toHaveCount(2);
  await marks.nth(1).click();
  const popover = page.getByRole("dialog", { name: /^Passage,/u });
  await expect(popover.getByText("2 of 2 here")).toBeVisible();
  await page.keyboard.press("PageUp");
  await expect(popover.getByText("Custody › duration")).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(popover).toBeHidden();

  // The start of the longer one is drawn to the left.
  const handle = page.locator('[data-end="start"]');
  const from = await handle.boundingBox();
  if (from === null) throw new Error("the passage has no handle");
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x - 40, from.y + from.height / 2, { steps: 4 });
  await page.mouse.up();
  const longest = async () => (await call("passages.list", {})).passages[0]?.quote ?? "";
  await expect.poll(longest).toMatch(/\S+ for a period of one year, until it decides$/u);

  await page.keyboard.press("Escape");
  await dragOver(workbench, "Note 44/2025", 2, "The grant shall be used for the needs");
  const selection = page.getByRole("dialog", { name: "Tag the selection" });
  await expect(selection.getByRole("option", { name: /Payment › amount/u })).toBeVisible();
  await selection.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByRole("menuitemradio", { name: /^In parentheses/u })).toHaveAttribute("aria-checked", "true");
  await page.getByRole("menuitemradio", { name: /^Bates number/u }).click();
  await page.keyboard.press("Escape");
  await expect(selection).toBeHidden();

  await page.getByRole("button", { name: "Select an area" }).click();
  const sheet = await page.locator('[data-page="2"]').boundingBox();
  if (sheet === null) throw new Error("the page is not in sight");
  await page.mouse.move(sheet.x + 100, sheet.y + 300);
  await page.mouse.down();
  await page.mouse.move(sheet.x + 300, sheet.y + 380, { steps: 5 });
  await page.mouse.up();
  await expect(selection.getByRole("img", { name: "Picture of the area" })).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    selection.getByRole("button", { name: "Save the picture" }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe("page-2.png");
  await selection.getByRole("option", { name: /Payment › amount/u }).click();
  await expect
    .poll(async () => (await call("passages.list", {})).passages.some(({ region }) => region?.page === 2))
    .toBe(true);
  await expect(marks).toHaveCount(3);
  expect(complaints).toEqual([]);
});
