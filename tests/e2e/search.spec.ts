import AxeBuilder from "@axe-core/playwright";
import type { Locator } from "@playwright/test";
import { openSample, readDownload } from "./support/actions.ts";
import { expect, test, type Workbench } from "./support/workbench.ts";

/** Types a search and waits for its answer, whatever it is. */
async function ask({ page }: Workbench, query: string): Promise<Locator> {
  const field = page.getByRole("textbox", { name: "Search the case" });
  await field.fill(query);
  const results = page.getByRole("region", { name: "Search results" });
  await expect(results).toBeVisible();
  await expect(results.locator("[data-stale]")).toHaveCount(0);
  await expect(results.getByText(`Searching`)).toHaveCount(0);
  return results;
}

/** The counts at the head of a result. */
function counts(results: Locator): Locator {
  return results.getByRole("heading", { level: 1 });
}

/** How many hits the head of a result says. */
async function hitsOf(results: Locator): Promise<number> {
  const words = (await counts(results).textContent()) ?? "";
  return Number(/^[\d,]+/u.exec(words)?.[0].replaceAll(",", ""));
}

/** Serious things that axe finds on the screen. */
async function seriousFindings({ page }: Workbench): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

test("a search is explained, its forms can be taken out and put back, and fields narrow it", async ({ workbench }) => {
  const { page, complaints } = workbench;
  await openSample(workbench);
  const results = await ask(workbench, "(transfer* or traslad*) w/10 custody");
  await expect(results.getByText("“or” is read as OR.", { exact: false })).toBeVisible();
  const before = await hitsOf(results);

  const side = results.getByRole("complementary", { name: "Narrow and explain" });
  await side.getByRole("tab", { name: "Read as" }).click();
  await expect(side.getByRole("list", { name: "The search as a tree" })).toContainText("any of");
  await side.getByRole("button", { name: "Do not find transfers for transfer*" }).click();
  await expect(results.getByText("without 1 form")).toBeVisible();
  await expect.poll(() => hitsOf(results)).toBeLessThan(before);
  await side.getByRole("button", { name: "Find transfers again for transfer*" }).click();
  await expect.poll(() => hitsOf(results)).toBe(before);
  expect(await seriousFindings(workbench)).toEqual([]);

  await ask(workbench, "custody");
  const all = await hitsOf(results);
  await side.getByRole("tab", { name: "Narrow" }).click();
  const kind = side.getByRole("region", { name: "Kind" });
  await kind.getByRole("checkbox", { name: /^Complaint/u }).check();
  const narrowedBy = results.getByRole("list", { name: "Narrowed by" });
  await expect(narrowedBy).toContainText("Kind: Complaint");
  await expect.poll(() => hitsOf(results)).toBeLessThan(all);
  // Counts of a field are not narrowed by its own filter: a second value can be added to the first.
  const complaints1 = await hitsOf(results);
  await kind.getByRole("checkbox", { name: /^Diplomatic note/u }).check();
  await expect.poll(() => hitsOf(results)).toBeGreaterThan(complaints1);
  await narrowedBy.getByRole("button", { name: "Take away the filter Kind: Complaint" }).click();
  await expect(narrowedBy).not.toContainText("Complaint");
  await narrowedBy.getByRole("button", { name: "Clear" }).click();
  await expect.poll(() => hitsOf(results)).toBe(all);

  await results.getByRole("button", { name: /^Order: / }).click();
  await page.getByRole("menuitemradio", { name: "Most hits" }).click();
  await expect(results.locator("[data-stale]")).toHaveCount(0);
  const found = results.getByRole("list", { name: "Documents found" });
  const first = Number.parseInt(
    (await found.locator("[data-index='0']").textContent())?.match(/(\d+) hits/u)?.[1] ?? "",
    10,
  );
  const second = Number.parseInt(
    (await found.locator("[data-index='1']").textContent())?.match(/(\d+) hits/u)?.[1] ?? "",
    10,
  );
  expect(first).toBeGreaterThanOrEqual(second);
  expect(complaints).toEqual([]);
});

test("a mistake is pointed at, nothing found says what was not searched, and the help can be tried", async ({
  workbench,
}) => {
  const { page, complaints } = workbench;
  await openSample(workbench);
  const field = page.getByRole("textbox", { name: "Search the case" });
  const search = page.getByRole("region", { name: "Search", exact: true });
  await field.fill('custody AND ("never closed');
  await expect(search.getByText(/quotation marks are not closed/iu)).toBeVisible();
  await expect(search.locator("code mark")).toHaveText('"');

  await ask(workbench, "zzqqxxy");
  await expect(search.getByRole("heading", { name: "No document matches" })).toBeVisible();
  await expect(search.getByText(/16 pages without text could not be searched/u)).toBeVisible();
  expect(await seriousFindings(workbench)).toEqual([]);

  await field.press("Escape");
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "How to search" });
  await help.getByRole("searchbox", { name: "Find in this help" }).fill("not w/");
  await expect(help.getByRole("button", { name: "apple not w/5 pear" })).toBeVisible();
  await help.getByRole("searchbox", { name: "Find in this help" }).fill("kind:");
  expect(await seriousFindings(workbench)).toEqual([]);
  const example = help.getByRole("button", { name: /^kind:/u }).first();
  const query = (await example.textContent()) ?? "";
  await example.click();
  await expect(help).toBeHidden();
  await expect(field).toHaveValue(query);
  expect(complaints).toEqual([]);
});

test("hits are walked through by keys, on into the next document without leaving the reader", async ({ workbench }) => {
  const { page, complaints } = workbench;
  await openSample(workbench);
  const results = await ask(workbench, "(transfer* or traslad*) w/10 custody");
  await page.getByRole("textbox", { name: "Search the case" }).press("Enter");
  await expect(results.getByRole("button", { name: "Supplemental Motion to Enforce and to Compel" })).toHaveAttribute(
    "aria-current",
    "true",
  );
  await page.keyboard.press("Enter");
  const reader = page.getByRole("region", { name: "Reader", exact: true });
  const bar = reader.getByRole("region", { name: "Hits of the search" });
  await expect(bar).toContainText("hit 1 of 2");
  await expect(bar).toContainText("document 1 of 4");
  await expect(reader.getByRole("button", { name: "Current hit" })).toBeVisible();
  await page.keyboard.press("n");
  await expect(bar).toContainText("hit 2 of 2");
  await page.keyboard.press("n");
  await expect(bar).toContainText("document 2 of 4");
  await expect(bar).toContainText("hit 1 of 2");
  await expect(reader.getByRole("button", { name: "Current hit" })).toBeVisible();
  // One tab goes through the whole result.
  await expect(reader.getByRole("tablist", { name: /documents/iu }).getByRole("tab")).toHaveCount(1);
  await page.keyboard.press("p");
  await expect(bar).toContainText("document 1 of 4");
  await expect(bar).toContainText("hit 2 of 2");
  expect(await seriousFindings(workbench)).toEqual([]);
  await bar.getByRole("button", { name: "Stop showing hits" }).click();
  await expect(bar).toBeHidden();
  expect(complaints).toEqual([]);
});

test("chosen documents: tag all hits with a preview and one undo, find them among passages, export", async ({
  workbench,
}) => {
  const { page, call, complaints } = workbench;
  await openSample(workbench);
  const results = await ask(workbench, "custody");
  await page.getByRole("textbox", { name: "Search the case" }).press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+Space");
  await expect(results.getByText("2 chosen")).toBeVisible();
  await page.keyboard.press("Control+a");
  await expect(results.getByText("15 chosen")).toBeVisible();
  await results.getByRole("checkbox", { name: /^Choose Register of Payment Vouchers/u }).uncheck();
  await expect(results.getByText("14 chosen")).toBeVisible();

  await results.getByRole("button", { name: "Tag hits…" }).click();
  const dialog = page.getByRole("dialog", { name: "Tag all hits" });
  await expect(dialog.getByText(/^64 hits in 14 documents become \d+ passages/u)).toBeVisible();
  await dialog.getByRole("combobox", { name: "Tag" }).fill("Custody");
  await page.keyboard.press("Enter");
  await dialog.getByRole("radio", { name: "Paragraph" }).check();
  await dialog.getByRole("textbox", { name: "Note on each passage" }).fill("compare with the vouchers");
  expect(await seriousFindings(workbench)).toEqual([]);
  await dialog.getByRole("button", { name: /^Tag \d+ passages$/u }).click();
  const done = results.getByText(/^\d+ passages tagged “Custody”$/u);
  await expect(done).toBeVisible();
  const { passages } = await call("passages.list", {});
  expect(passages.length).toBe(Number.parseInt((await done.textContent()) ?? "", 10));
  expect(passages.every(({ note }) => note === "compare with the vouchers")).toBe(true);

  await ask(workbench, "vouchers");
  await results.getByRole("tab", { name: /^Passages and notes/u }).click();
  await results.getByRole("tabpanel").last().getByRole("button").first().click();
  const reader = page.getByRole("region", { name: "Reader", exact: true });
  await expect(reader).toBeVisible();

  await page.getByRole("navigation", { name: "Views" }).getByRole("button", { name: "Search", exact: true }).click();
  await results.getByRole("tab", { name: /^Documents/u }).click();
  await results.getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => (await call("passages.list", {})).passages.length).toBe(0);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    (async () => {
      await results.getByRole("button", { name: "Export…" }).click();
      await page.getByRole("menuitem", { name: "As CSV" }).click();
    })(),
  ]);
  expect((await readDownload(download)).toString("utf8")).toContain("ouchers");
  expect(complaints).toEqual([]);
});
