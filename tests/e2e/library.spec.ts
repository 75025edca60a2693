import AxeBuilder from "@axe-core/playwright";
import type { Locator } from "@playwright/test";
import { findDocument, openSample } from "./support/actions.ts";
import { expect, test, type Workbench } from "./support/workbench.ts";

async function seriousFindings({ page }: Workbench): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter((violation) => violation.impact === "serious" || violation.impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

async function chooseGroup({ page }: Workbench, name: string): Promise<void> {
  await page.getByRole("button", { name: /^Group:/u }).click();
  await page.getByRole("menuitemradio", { name }).click();
}

/** The first columns of the rows in sight. */
function firstCells(table: Locator): Promise<readonly string[]> {
  return table.locator('[role="row"][data-index] > :first-child').allInnerTexts();
}

test("columns are filtered, sorted by several, moved and widened; a view keeps it all; undo takes the view back", async ({
  workbench,
}) => {
  const { page, call, complaints } = workbench;
  await openSample(workbench);
  const table = page.getByRole("grid", { name: "Documents" });
  const heading = (name: string) => table.getByRole("columnheader", { name }).getByRole("button");

  await page.getByRole("button", { name: "Filter by columns" }).click();
  await page.getByRole("textbox", { name: "Title contains" }).fill("complaint");
  await expect(page.getByText("2 of 46 documents")).toBeVisible();
  // The facets follow.
  const facets = page.getByRole("navigation", { name: "Narrow the library" });
  await expect(facets.getByRole("checkbox", { name: /^Complaint/u })).toBeVisible();
  await expect(facets.getByRole("checkbox", { name: /^E-mail/u })).toHaveCount(0);
  await page.getByRole("button", { name: "Remove the filter of Title" }).click();
  await expect(page.getByText("46 documents", { exact: true }).first()).toBeVisible();

  await heading("Kind").click();
  await heading("Pages").click({ modifiers: ["Shift"] });
  await expect(table.getByRole("columnheader", { name: "Kind" })).toHaveAttribute("aria-sort", "ascending");
  await expect(table.getByRole("columnheader", { name: "Pages" })).toHaveAttribute("aria-sort", "descending");

  // By keyboard: one place to the left, then wider.
  await heading("Pages").focus();
  await page.keyboard.press("Alt+Shift+ArrowLeft");
  const names = () => table.getByRole("columnheader").allInnerTexts();
  await expect
    .poll(async () => (await names()).slice(3, 5).map((name) => name.replace(/\s.*/su, "")))
    .toEqual(["Pages", "ECF"]);
  const width = async () => (await table.getByRole("columnheader", { name: "Pages" }).boundingBox())?.width ?? 0;
  const before = await width();
  await heading("Pages").focus();
  await page.keyboard.press("Alt+ArrowRight");
  await expect.poll(width).toBeGreaterThan(before + 10);

  await page.getByRole("button", { name: "Choose columns" }).click();
  await page.getByRole("dialog", { name: "Columns" }).getByRole("checkbox", { name: "Custodian" }).check();
  expect(await seriousFindings(workbench)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(table.getByRole("columnheader", { name: "Custodian" })).toBeAttached();

  await page.getByRole("button", { name: "All documents" }).click();
  await page.getByRole("menuitem", { name: "Keep as a new view…" }).click();
  await page.getByRole("textbox", { name: "Name of the view" }).fill("By kind");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "By kind" })).toBeVisible();
  const { views } = await call("library.views", {});
  expect(views.map(({ name }) => name)).toEqual(["By kind"]);
  expect(views[0]?.view.sort.map(({ column }) => column)).toEqual(["kind", "pages"]);

  // Another look, and back to the view.
  await page.getByRole("button", { name: "By kind" }).click();
  await page.getByRole("menuitemradio", { name: "All documents" }).click();
  await expect(table.getByRole("columnheader", { name: "Custodian" })).toHaveCount(0);
  await page.getByRole("button", { name: "All documents" }).click();
  await page.getByRole("menuitemradio", { name: "By kind" }).click();
  await expect(table.getByRole("columnheader", { name: "Custodian" })).toBeAttached();
  await page.reload();
  await expect(table.getByRole("columnheader", { name: "Custodian" })).toBeAttached();
  await call("edits.undo", {});
  await expect(page.getByRole("button", { name: "All documents" })).toBeVisible();
  expect(complaints).toEqual([]);
});

test("documents are grouped, folded, seen as pictures and edited together, by keyboard too", async ({ workbench }) => {
  const { page, call, complaints } = workbench;
  await openSample(workbench);
  const note = await findDocument(workbench, "Note 44/2025");
  await call("passages.create", {
    document: note.documentId,
    quote: "The Embassy will make available a grant to defray the costs of their custody",
    tag: ["Payment"],
  });
  await chooseGroup(workbench, "by family");
  const tree = page.getByRole("treegrid", { name: "Documents" });
  await expect(tree.getByRole("row", { name: /^production/u }).first()).toHaveAttribute("aria-expanded", "true");
  expect(await seriousFindings(workbench)).toEqual([]);
  await page.getByRole("button", { name: "Fold all groups" }).click();
  await expect.poll(async () => (await firstCells(tree)).at(-1)).toContain("Stands alone");
  // The keyboard opens the first one and goes into it.
  await tree.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await expect(tree.locator('[aria-level="2"][aria-selected="true"]')).toHaveCount(1);

  await chooseGroup(workbench, "by repeats");
  await expect(tree.getByRole("row", { name: /^Complaint for/u }).first()).toBeVisible();
  await page.getByRole("button", { name: "As pictures" }).click();
  const grid = page.getByRole("grid", { name: "Documents, as pictures" });
  await expect(grid.locator("canvas").first()).toBeVisible();
  expect(await seriousFindings(workbench)).toEqual([]);
  await grid
    .getByRole("gridcell", { name: /^Complaint for/u })
    .nth(1)
    .click();
  await page.keyboard.press("Shift+ArrowRight");
  const details = page.getByRole("complementary", { name: "Details" });
  await expect(details.getByText("2 documents selected")).toBeVisible();
  await details.getByRole("textbox", { name: "Custodian" }).fill("Clerk of the court");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Custodian entered for 2 documents.")).toBeVisible();

  await chooseGroup(workbench, "by custodian");
  await expect(grid.getByRole("gridcell", { name: /^Clerk of the court/u })).toBeVisible();
  await chooseGroup(workbench, "none");
  await page.getByRole("button", { name: "As a table" }).click();
  const table = page.getByRole("grid", { name: "Documents" });
  await table.focus();
  await page.keyboard.press("Control+a");
  await expect(details.getByText("46 documents selected")).toBeVisible();
  await details.getByRole("button", { name: "Tag their 1 passage…" }).click();
  await page.getByRole("combobox", { name: "Tag" }).fill("Hot");
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 passage tagged “Hot”.")).toBeVisible();
  await call("edits.undo", {});
  await call("edits.undo", {});
  await expect
    .poll(async () => (await call("documents.list", {})).documents.some(({ fields }) => fields.custodian !== null))
    .toBe(false);
  expect(complaints).toEqual([]);
});
