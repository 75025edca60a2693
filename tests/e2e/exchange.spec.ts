import { writeFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { openSample, readDownload, showView } from "./support/actions.ts";
import { expect, test, type Workbench } from "./support/workbench.ts";

async function seriousFindings({ page }: Workbench): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

/** Chooses a file in the dialog that is open. */
async function choose({ page, folder }: Workbench, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, text);
  const asked = page.waitForEvent("filechooser");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Choose/u })
    .click();
  await (await asked).setFiles(path);
}

test("a codebook goes out and comes in, with its lines shown first", async ({ workbench }) => {
  const { page, call, complaints } = workbench;
  await openSample(workbench);
  const view = await showView(workbench, "Tags");
  await view.getByRole("tab", { name: "Codebook" }).click();
  const menu = view.getByRole("button", { name: "Import and export" });
  await menu.click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Export as CSV" }).click();
  const csv = (await readDownload(await download)).toString("utf8");
  expect(csv).toMatch(/^\uFEFFpath,color,key,archived,description,examples\r\n/u);

  await menu.click();
  await page.getByRole("menuitem", { name: "Import a codebook…" }).click();
  const dialog = page.getByRole("dialog", { name: "Import a codebook" });
  await choose(workbench, "wrong.csv", "path,color\nNew place › Deep,pink\n");
  await expect(dialog.getByText("1 line has to be corrected first")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Import", exact: true })).toBeDisabled();
  await choose(workbench, "right.csv", `${csv}New place › Deep,teal,,no,What it is for.,\r\n`);
  await expect(dialog.getByText("1 new tag")).toBeVisible();
  expect(await seriousFindings(workbench)).toEqual([]);
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(async () => (await call("tags.list", {})).tags.at(-1)?.description).toBe("What it is for.");
  expect(complaints).toEqual([]);
});

test("a colleague's contribution is merged after its conflicts were decided", async ({ workbench }) => {
  const { page, call, complaints } = workbench;
  await openSample(workbench);
  const [document] = (await call("documents.list", {})).documents;
  if (document === undefined) throw new Error("the sample matter has no documents");
  const { text } = await call("documents.page", { document: document.documentId, page: 1 });
  const place = { document: document.documentId, ranges: [{ page: 1, start: 0, end: Math.min(40, text.length) }] };
  const passage = await call("passages.create", { ...place, tag: ["Shared"], note: "As Ana says." });
  const view = await showView(workbench, "Tags");
  await view.getByRole("tab", { name: "Passages" }).click();
  const menu = view.getByRole("button", { name: "Exchange" });
  await menu.click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Export a contribution for a colleague" }).click();
  const contribution = (await readDownload(await download)).toString("utf8");
  await call("passages.update", { passage: passage.passageId, note: "As I say." });

  await menu.click();
  await page.getByRole("menuitem", { name: "Merge a contribution…" }).click();
  const dialog = page.getByRole("dialog", { name: "Merge a contribution" });
  await choose(workbench, "damaged.json", contribution.replace("As Ana says.", "As Eve says."));
  await expect(dialog.getByText(/was changed after it was written/u)).toBeVisible();
  await choose(workbench, "contribution.json", contribution);
  await expect(dialog.getByText("1 conflict to decide")).toBeVisible();
  await expect(dialog.getByText("As Ana says.")).toBeVisible();
  expect(await seriousFindings(workbench)).toEqual([]);
  await dialog.getByRole("radio", { name: "Theirs" }).check({ force: true });
  await dialog.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(dialog).toBeHidden();
  const noteNow = async () => (await call("passages.show", { passage: passage.passageId })).passage.note;
  await expect.poll(noteNow).toBe("As Ana says.");
  await page.getByRole("button", { name: /^Undo/u }).click();
  await expect.poll(noteNow).toBe("As I say.");
  // The damaged file was refused.
  expect(complaints).toEqual([expect.stringContaining("status of 400")]);
});
