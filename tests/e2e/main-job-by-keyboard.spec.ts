import { findDocument, openSample, readDownload, search } from "./support/actions.ts";
import { expect, test } from "./support/workbench.ts";

test("the main job by keyboard alone: search, open at the hit, select, tag, brief, order, export", async ({
  workbench,
}) => {
  const { page, call, complaints } = workbench;
  await openSample(workbench);

  await search(workbench, '"grant to defray"');
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tab", { name: "Note 44/2025" })).toBeVisible();
  const reader = page.getByRole("region", { name: "Reader" });
  await expect(reader.getByRole("button", { name: "Current hit" })).toBeVisible();

  // A caret at the hit, then the selection grows by words.
  await page.keyboard.press("s");
  for (let word = 0; word < 4; word += 1) await page.keyboard.press("Control+Shift+ArrowRight");
  await expect(page.getByRole("dialog", { name: /tag/iu })).toBeVisible();
  await page.keyboard.type("Payment › terms");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await call("passages.list", {})).passages.length).toBe(1);
  const [first] = (await call("passages.list", {})).passages;
  const note = await findDocument(workbench, "Note 44/2025");
  expect(first?.documentId).toBe(note.documentId);
  expect(first?.quote.split(/\s+/u).length).toBeGreaterThanOrEqual(3);

  // The same tag again by its number key.
  await page.keyboard.press("s");
  for (let word = 0; word < 8; word += 1) await page.keyboard.press("Control+Shift+ArrowRight");
  await page.keyboard.press("1");
  await expect.poll(async () => (await call("passages.list", {})).passages.length).toBe(2);
  const { tags } = await call("tags.list", {});
  expect(tags.map((tag) => [tag.name, tag.key, tag.passages])).toEqual([["Payment › terms", 1, 2]]);

  await page.getByRole("textbox", { name: "New brief" }).focus();
  await page.keyboard.type("Statement of facts");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Title of the brief" })).toBeVisible();
  const passages = page.getByRole("complementary", { name: "Passages" });
  await passages
    .getByRole("button", { name: /grant to defray/u })
    .first()
    .focus();
  await page.keyboard.press("b");
  await expect.poll(async () => (await call("briefs.list", {})).briefs[0]?.quotations).toBe(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("b");
  await expect.poll(async () => (await call("briefs.list", {})).briefs[0]?.quotations).toBe(2);

  const [{ briefId } = { briefId: undefined }] = (await call("briefs.list", {})).briefs;
  if (briefId === undefined) throw new Error("there is no brief");
  const order = async () =>
    (await call("briefs.show", { brief: briefId })).sections.flatMap((section) =>
      section.blocks.map((block) => block.blockId),
    );
  const before = await order();
  await page.getByRole("complementary", { name: "Brief" }).getByRole("listitem").first().getByRole("textbox").focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(order).toEqual(before.toReversed());

  await page.getByRole("button", { name: /^Undo/u }).press("Enter");
  await expect.poll(order).toEqual(before);

  await page.getByRole("complementary", { name: "Brief" }).getByRole("button", { name: "Export" }).press("Enter");
  const markdown = page.getByRole("menuitem", { name: /Markdown/u });
  await expect(markdown).toBeVisible();
  for (
    let item = 0;
    item < 3 && !(await markdown.evaluate((element) => element === document.activeElement));
    item += 1
  ) {
    await page.keyboard.press("ArrowDown");
  }
  await expect(markdown).toBeFocused();
  const [written] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const text = (await readDownload(written)).toString("utf8");
  expect(text).toContain("# Statement of facts");
  expect(text.match(/\(Note 44\/2025, PDF p\. 2\.\)/gu)).toHaveLength(2);
  expect(complaints).toEqual([]);
});
