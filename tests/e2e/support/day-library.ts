import type { Locator } from "@playwright/test";
import { expect } from "@playwright/test";
import { reach } from "./day-hand.ts";
import { startsWith } from "./day-words.ts";
import { type Day, viewOf } from "./day-work.ts";

/** Documents of the sample, with those that come out of others. */
const SAMPLE_DOCUMENTS = 46;

/** The sample is made from the welcome screen. */
export async function openTheSample({ page, call, say, hand, look }: Day): Promise<void> {
  const sample = page.getByRole("button", { name: say("welcome.openSample") });
  await expect(sample).toBeVisible();
  await look("welcome");
  await hand.press(sample);
  const documents = async () => (await call("case.current", {})).case?.documents ?? 0;
  await expect.poll(documents, { timeout: 60_000 }).toBe(SAMPLE_DOCUMENTS);
  // The scans are for another day, and their recognition takes the machine.
  await call("ocr.pause", {});
}

/** Sorts by two columns, filters by a third, enters a field for what is left, and keeps the view. */
export async function orderTheLibrary(day: Day): Promise<void> {
  const { page, call, say, hand, look } = day;
  const library = viewOf(day, "library");
  const table = library.getByRole("grid", { name: say("library.tableName") });
  const column = (name: string) => table.getByRole("columnheader", { name: startsWith(name) });
  await expect(table.getByRole("row").nth(1)).toBeVisible();
  await hand.press(column(say("library.fieldDate")).getByRole("button"));
  await hand.pressWithShift(column(say("library.columnPages")).getByRole("button"));
  await expect(column(say("library.fieldDate"))).toHaveAttribute("aria-sort", /^(?:ascending|descending)$/u);
  await expect(column(say("library.columnPages"))).toHaveAttribute("aria-sort", "descending");

  await hand.press(library.getByRole("button", { name: say("library.showColumnFilters") }));
  const title = say("library.fieldTitle");
  await hand.fill(library.getByRole("textbox", { name: say("ui.columnContains", { column: title }) }), "verbal");
  const counts = say("library.documentsOf", { shown: 2, count: SAMPLE_DOCUMENTS });
  await expect(library.getByText(counts).first()).toBeVisible();

  await selectBoth(day, table);
  const details = library.getByRole("complementary", { name: say("library.details") });
  await expect(details.getByText(say("library.selectedDocuments", { count: 2 }))).toBeVisible();
  await look("library, two documents selected");
  await hand.fill(details.getByRole("textbox", { name: say("library.fieldCustodian") }), "Ministry of Government");
  await page.keyboard.press("Enter");
  const field = say("library.fieldCustodian");
  await expect(page.getByText(say("library.fieldEntered", { field, count: 2 }))).toBeVisible();
  const custodians = (await call("documents.list", {})).documents.flatMap(({ shortName, fields }) =>
    fields.custodian === null ? [] : [`${shortName}: ${fields.custodian}`],
  );
  expect(custodians.toSorted()).toEqual([
    "Nota 112/2025: Ministry of Government",
    "Note 44/2025: Ministry of Government",
  ]);

  const all = library.getByRole("button", { name: say("library.viewAll") });
  await hand.pick(all, page.getByRole("menuitem", { name: say("library.saveNewView") }));
  await hand.fill(page.getByRole("textbox", { name: say("library.viewName") }), "The two notes");
  await page.keyboard.press("Enter");
  const kept = library.getByRole("button", { name: "The two notes" });
  await expect(kept).toBeVisible();
  const [view] = (await call("library.views", {})).views;
  expect(view?.view.sort.map((sort) => sort.column)).toEqual(["date", "pages"]);
  await hand.pick(kept, page.getByRole("menuitemradio", { name: say("library.viewAll") }));
  await expect(library.getByText(counts)).toHaveCount(0);
}

async function selectBoth({ page, way }: Day, table: Locator): Promise<void> {
  const rows = table.locator('[role="row"][data-index]');
  await expect(rows).toHaveCount(2);
  if (way === "mouse") {
    await rows.nth(0).click();
    await rows.nth(1).click({ modifiers: ["Shift"] });
    return;
  }
  await reach(page, table);
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+ArrowDown");
}
