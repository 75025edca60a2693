import { COVERED_PLACES, makeBadRedactionMemo } from "#fixtures/release/bad-redaction-memo.ts";
import { importFolder, openEmptyCase, search, showView } from "./support/actions.ts";
import { expect, test } from "./support/workbench.ts";

test("hidden text stays out of search until it is revealed, and each decision is journaled", async ({ workbench }) => {
  const { page, call, complaints } = workbench;
  const [named, boy] = COVERED_PLACES;
  if (named === undefined || boy === undefined) throw new Error("the memorandum hides three texts");
  await openEmptyCase(workbench);
  await importFolder(workbench, { "memo.pdf": await makeBadRedactionMemo() });
  expect((await call("search.query", { query: "Quenda" })).groups).toEqual([]);

  // The figure in the status bar leads to the documents with hidden text.
  await page.getByRole("button", { name: "1 with hidden text" }).click();
  const library = page.getByRole("region", { name: "Library", exact: true });
  await library.getByRole("row").filter({ hasText: "Memorandum for the file" }).click();
  const hidden = library.getByRole("region", { name: "Hidden text" });
  await expect(hidden.getByRole("button", { name: /Hidden text/u })).toContainText("3 to decide");
  await hidden.getByRole("listitem").nth(1).getByRole("button", { name: "Keep hidden" }).click();
  await expect(hidden.getByRole("listitem").nth(1)).toContainText("Kept hidden");
  await expect(hidden.getByRole("button", { name: /Hidden text/u })).toContainText("2 to decide");

  await hidden.getByRole("listitem").nth(0).getByRole("button", { name: "Reveal…" }).click();
  const asked = page.getByRole("dialog", { name: "Reveal hidden text?" });
  await expect(asked).toContainText(`${named.words.length} characters on page 1`);
  await asked.getByRole("button", { name: "Leave it hidden for now" }).click();
  await expect(hidden.getByRole("listitem").nth(0)).not.toContainText("Revealed");
  await hidden.getByRole("listitem").nth(0).getByRole("button", { name: "Reveal…" }).click();
  await asked.getByRole("button", { name: "Reveal", exact: true }).click();
  await expect(hidden.getByRole("listitem").nth(0)).toContainText("Revealed");

  await search(workbench, "Quenda");
  await expect(page.getByRole("list", { name: "Documents found" }).getByText("Quenda").first()).toBeVisible();
  expect((await call("search.query", { query: "fifteen" })).groups).toEqual([]);

  const activity = await showView(workbench, "Activity");
  await activity.getByRole("button", { name: "Custody journal" }).click();
  await expect(activity.getByRole("row").filter({ hasText: "Hidden text decided" })).toHaveCount(2);
  await activity.getByRole("row").filter({ hasText: "decision reveal" }).click();
  await expect(activity.getByRole("region", { name: "Selected row" })).toContainText("A. Tester");
  await activity.getByRole("button", { name: "Verify the chain" }).click();
  await expect(activity.getByText("Every entry follows from the one before it.")).toBeVisible();
  expect(complaints).toEqual([]);
});
