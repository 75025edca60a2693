import AxeBuilder from "@axe-core/playwright";
import { openSample } from "./support/actions.ts";
import { expect, test } from "./support/workbench.ts";

test("the palette finds documents in spite of typing errors, runs commands, remembers, and hands over to the search", async ({
  workbench,
}) => {
  const { page, complaints } = workbench;
  await openSample(workbench);
  const palette = page.getByRole("dialog", { name: "Go to anything" });
  const field = palette.getByRole("combobox");
  const options = palette.getByRole("option");

  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await expect(options.first()).toContainText("Search the case");
  await page.keyboard.type("complant");
  await expect(palette.getByRole("group", { name: "Documents" }).getByRole("option").first()).toContainText(
    "Complaint",
  );
  await expect(options.last()).toContainText("Search the case for “complant”");
  const { violations } = await new AxeBuilder({ page }).include("dialog[open]").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(palette).toHaveCount(0);

  // By keyboard alone: the first row is chosen already.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("note 44");
  await expect(options.first()).toContainText("44/2025");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tab", { name: "Note 44/2025" })).toBeVisible();

  await page.keyboard.press("Control+k");
  await expect(palette.getByRole("group", { name: "Used lately" }).getByRole("option")).toHaveCount(1);
  await page.keyboard.type("term list");
  await expect(options.first()).toContainText("Term list");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Searches, one a line" })).toBeVisible();

  // End goes to the last row, which searches for what was typed.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("grant to defray");
  await page.keyboard.press("End");
  await expect(options.last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Search the case" })).toHaveValue("grant to defray");
  await expect(page.getByRole("tab", { name: "Results" })).toHaveAttribute("aria-selected", "true");

  // The field of the search has its own keys, also while something is typed elsewhere.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("search the case");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Search the case" })).toBeFocused();
  expect(complaints).toEqual([]);
});
