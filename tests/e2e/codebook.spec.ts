import AxeBuilder from "@axe-core/playwright";
import type { PassageId } from "#shared/base/ids.ts";
import { findDocument, openSample, readDownload, showView } from "./support/actions.ts";
import { expect, test, type Workbench } from "./support/workbench.ts";

/** Three tagged passages of one note, in the order of their places. */
async function tagNote(workbench: Workbench): Promise<readonly PassageId[]> {
  const { call } = workbench;
  const { documentId } = await findDocument(workbench, "Note 44/2025");
  const made: PassageId[] = [];
  for (const [page, tag, note] of [
    [1, ["Payment › Amount"], "No **amount** is stated."],
    [2, ["Payment", "Custody"], ""],
    [3, ["Custody › Length"], ""],
  ] as const) {
    const { text } = await call("documents.page", { document: documentId, page });
    const start = text.indexOf(" ", 200) + 1;
    const ranges = [{ page, start, end: start + 60 }];
    made.push((await call("passages.create", { document: documentId, ranges, tag: [...tag], note })).passageId);
  }
  return made;
}

async function seriousFindings({ page }: Workbench): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter((violation) => violation.impact === "serious" || violation.impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

test("the codebook by keyboard: rename, move, undo, and by mouse: drag and merge", async ({ workbench }) => {
  const { page, call, complaints } = workbench;
  await openSample(workbench);
  await tagNote(workbench);
  const view = await showView(workbench, "Tags");
  await view.getByRole("tab", { name: "Codebook" }).click();
  const tree = view.getByRole("tree", { name: "Codebook" });
  const line = (name: RegExp) => tree.getByRole("treeitem", { name });
  const names = async () => (await call("tags.list", {})).tags.map((tag) => tag.name).toSorted();
  await expect(line(/^Payment/u)).toHaveAttribute("aria-expanded", "true");
  await expect(line(/^Payment/u)).toContainText("2 with the tags below");

  // Renaming takes what stands below along.
  await line(/^Payment/u).click();
  await page.keyboard.press("F2");
  await page.keyboard.type("Money");
  await page.keyboard.press("Enter");
  await expect.poll(names).toEqual(["Custody", "Custody › Length", "Money", "Money › Amount"]);
  await expect(line(/^Money/u)).toBeFocused();

  // Out of its place and back in.
  await page.keyboard.press("ArrowDown");
  await expect(line(/^Amount/u)).toBeFocused();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect.poll(names).toContain("Amount");
  await expect(line(/^Amount/u)).toBeFocused();
  await page.keyboard.press("Alt+ArrowRight");
  await expect.poll(names).toContain("Money › Amount");

  // By mouse: onto another tag.
  await line(/^Amount/u).dragTo(line(/^Custody/u));
  await expect.poll(names).toContain("Custody › Amount");
  await page.keyboard.press("Control+z");
  await expect.poll(names).toContain("Money › Amount");

  // What a tag means is kept when the field is left.
  await line(/^Custody/u).click();
  await view.getByRole("textbox", { name: "Description" }).fill("Where people are held");
  await page.keyboard.press("Tab");
  await expect(line(/^Custody/u)).toContainText("Where people are held");
  expect(await seriousFindings(workbench)).toEqual([]);

  await view.getByRole("button", { name: "Merge…" }).click();
  const dialog = page.getByRole("dialog", { name: "Merge “Custody” with other tags" });
  await dialog.getByRole("checkbox", { name: /^Custody › Length/u }).check();
  await dialog.getByRole("button", { name: "Merge 2 tags" }).click();
  await expect.poll(names).toEqual(["Custody", "Money", "Money › Amount"]);
  expect(complaints).toEqual([]);
});

test("passages are narrowed, linked, marked and exported; the picture of tags leads to them", async ({ workbench }) => {
  const { page, call, complaints } = workbench;
  await openSample(workbench);
  const [first, second] = await tagNote(workbench);
  const view = await showView(workbench, "Tags");
  const cards = view.locator("[data-passage]");
  await expect(cards).toHaveCount(3);

  // With a tag and those below it, then without one of them.
  await view.getByRole("checkbox", { name: /^Custody/u }).check();
  await expect(cards).toHaveCount(2);
  await view.getByRole("checkbox", { name: /^Length/u }).check();
  await view.getByRole("button", { name: "Custody › Length: with" }).click();
  await page.getByRole("menuitemradio", { name: "without" }).click();
  await expect(cards).toHaveCount(1);
  await view.getByRole("button", { name: "Clear", exact: true }).click();
  await expect(cards).toHaveCount(3);
  await expect(cards.first().locator("strong")).toHaveText("amount");

  // A link of two chosen passages stands on both cards.
  await view
    .getByRole("checkbox", { name: /^Select:/u })
    .nth(0)
    .check();
  await view
    .getByRole("checkbox", { name: /^Select:/u })
    .nth(1)
    .check();
  await view.getByRole("button", { name: "Link…" }).click();
  const dialog = page.getByRole("dialog", { name: "Link two passages" });
  await dialog.getByRole("textbox", { name: "Reason" }).fill("One states what the other leaves open.");
  await dialog.getByRole("button", { name: "Link", exact: true }).click();
  await expect(cards.nth(0)).toContainText("Supports");
  await expect(cards.nth(1)).toContainText("Supported by");
  await expect(cards.nth(1)).toContainText("One states what the other leaves open.");
  const links = (await call("passages.show", { passage: first as PassageId })).links;
  expect(links.map((link) => link.other.passageId)).toEqual([second]);

  // Marks by key, one step each.
  await cards.nth(2).locator("[data-passage-quote]").focus();
  await page.keyboard.press("h");
  await expect(cards.nth(2)).toContainText("Hot");
  await page.keyboard.press("m");
  await expect(cards.nth(2).getByRole("button", { name: "Less context" })).toBeVisible();
  expect(await seriousFindings(workbench)).toEqual([]);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    view
      .getByRole("button", { name: "Export" })
      .click()
      .then(() => page.getByRole("menuitem", { name: "CSV, for spreadsheets" }).click()),
  ]);
  expect((await readDownload(download)).toString("utf8")).toContain("Payment › Amount");

  // The cell of the matrix leads to its passages.
  await view.getByRole("tab", { name: "Tags by documents" }).click();
  await view.getByRole("gridcell", { name: /^Custody in .*: 1 passage$/u }).click();
  await expect(view.getByRole("tab", { name: "Passages" })).toHaveAttribute("aria-selected", "true");
  await expect(cards).toHaveCount(1);
  await view.getByRole("tab", { name: "Tags together" }).click();
  await expect(view.getByRole("gridcell", { name: "Payment and Custody: 1 passage" })).toBeVisible();
  expect(await seriousFindings(workbench)).toEqual([]);
  expect(complaints).toEqual([]);
});
