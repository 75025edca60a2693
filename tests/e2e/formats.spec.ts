import { makeProduction } from "#fixtures/archive/production.ts";
import { makeSecondMessage } from "#fixtures/mail/thread.ts";
import { makeMemorandum } from "#fixtures/office/memorandum.ts";
import { importFolder, openEmptyCase, readDownload, showView } from "./support/actions.ts";
import { expect, test, type Workbench } from "./support/workbench.ts";

async function importMixedFolder(workbench: Workbench) {
  await openEmptyCase(workbench);
  return importFolder(workbench, {
    "production.zip": await makeProduction(),
    "mail/message.eml": makeSecondMessage(),
    "office/memorandum.docx": makeMemorandum(),
    "office/nothing.docx": new Uint8Array(),
    "program.bin": Uint8Array.from({ length: 400 }, (_, index) => (index * 37) % 256),
  });
}

test("a folder of mixed formats: the account nests what came out of files and gives each reason", async ({
  workbench,
}) => {
  const { page, complaints } = workbench;
  const account = await importMixedFolder(workbench);
  expect(account.imported + account.duplicate + account.failed + account.skipped).toBe(account.given);
  expect(account.given).toBeGreaterThan(8);

  const activity = await showView(workbench, "Activity");
  const table = activity.getByRole("grid", { name: "Files of this import" });
  // A file out of another one is called by its own name; the whole path stands in the details.
  const nested = table.getByRole("row").filter({ hasText: "web/register.html" });
  await expect(nested).toContainText("rendition");
  await expect(nested).not.toContainText("production.zip");
  await nested.click();
  const details = activity.getByRole("region", { name: "Selected row" });
  await expect(details).toContainText("production.zip › inner.zip › web/register.html");

  const failed = account.files.find((file) => file.path.endsWith("nothing.docx"));
  expect(failed?.outcome).toBe("failed");
  await activity.getByRole("button", { name: /failed$/u }).click();
  await table.getByRole("row").filter({ hasText: "nothing.docx" }).click();
  await expect(details).toContainText(failed?.message ?? "a reason");
  await table.press("ArrowUp");
  await expect(details).toBeVisible();

  const [written] = await Promise.all([
    page.waitForEvent("download"),
    activity
      .getByRole("button", { name: "Export account" })
      .click()
      .then(() => page.getByRole("menuitem", { name: /CSV/u }).click()),
  ]);
  const csv = (await readDownload(written)).toString("utf8");
  for (const { path } of account.files) expect(csv).toContain(path.split(" › ").at(-1) ?? path);
  expect(csv.trim().split("\n").length).toBeGreaterThan(account.given);

  await activity.getByRole("button", { name: "Custody journal" }).click();
  await activity.getByRole("button", { name: "Verify the chain" }).click();
  await expect(activity.getByText("Every entry follows from the one before it.")).toBeVisible();
  expect(complaints).toEqual([]);
});

test("facets narrow the library; a rendition shows what it was set from, and detected items lead to their place", async ({
  workbench,
}) => {
  const { page, call, complaints } = workbench;
  await importMixedFolder(workbench);
  const { documents } = await call("documents.list", {});
  const library = page.getByRole("region", { name: "Library", exact: true });
  const facets = library.getByRole("navigation", { name: "Narrow the library" });
  await facets
    .getByRole("region", { name: "Format" })
    .getByRole("button", { name: /^Show all/u })
    .click();
  await facets.getByRole("checkbox", { name: /^Word/u }).check();
  await expect(library.getByRole("status")).toHaveText(`1 of ${documents.length} documents`);
  await facets.getByRole("button", { name: "Clear" }).click();
  await expect(library.getByRole("status")).toHaveText(`${documents.length} documents`);
  await facets.getByRole("checkbox", { name: /^Out of another file/u }).check();
  const children = documents.filter((document) => document.parents.length > 0).length;
  await expect(library.getByRole("status")).toHaveText(`${children} of ${documents.length} documents`);
  await facets.getByRole("button", { name: "Clear" }).click();

  await facets
    .getByRole("checkbox", { name: /^E-mail/u })
    .first()
    .check();
  const message = documents.find((document) => document.format === "eml");
  if (message === undefined) throw new Error("there is no message");
  await library.getByRole("grid").getByRole("row").filter({ hasText: message.title }).dblclick();
  const reader = page.getByRole("region", { name: "Reader", exact: true });
  await expect(reader.getByTitle(/its pages were set from an e-mail/u)).toBeVisible();
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    reader.getByRole("button", { name: "Download the original" }).first().click(),
  ]);
  expect((await readDownload(saved)).equals(Buffer.from(makeSecondMessage()))).toBe(true);

  await reader.getByRole("tab", { name: "Document" }).click();
  const side = reader.getByRole("complementary", { name: "Document" });
  const amounts = side.getByRole("button", { name: /^Amounts/u });
  await amounts.click();
  const place = reader.getByRole("button", { name: "The place that was asked for" });
  await expect(place).toHaveCount(0);
  // By keyboard from item to item; the page goes along and the focus stays in the list.
  await amounts.press("ArrowDown");
  await expect(place).toBeVisible();
  const first = await place.boundingBox();
  await page.keyboard.press("ArrowDown");
  await expect.poll(async () => (await place.boundingBox())?.x).not.toBe(first?.x);
  await expect(side.locator("[data-detected]:focus")).toHaveCount(1);

  // The message holds a workbook, and the workbook leads back.
  await reader.getByRole("button", { name: "1 file" }).click();
  await page.getByRole("menuitem", { name: "payments.xlsx" }).click();
  await expect(reader.getByTitle(/set from an Excel workbook/u)).toBeVisible();
  await reader.getByTitle(`Came out of ${message.title}`).click();
  await expect(reader.getByTitle(/its pages were set from an e-mail/u)).toBeVisible();
  expect(complaints).toEqual([]);
});

test("fields of two documents are edited together, and one undo takes it back", async ({ workbench }) => {
  const { page, call, complaints } = workbench;
  await importMixedFolder(workbench);
  const library = page.getByRole("region", { name: "Library", exact: true });
  const rows = library.getByRole("grid").getByRole("row");
  const names = ["What we say about the third aircraft", "RE: Which figure is ours?"] as const;
  const courts = async () => {
    const { documents } = await call("documents.list", {});
    return names.map((name) => documents.find((document) => document.title === name)?.fields.court ?? null);
  };
  const before = await courts();
  await rows.filter({ hasText: names[0] }).click();
  await rows.filter({ hasText: names[1] }).click({ modifiers: ["ControlOrMeta"] });
  await expect(library.getByRole("heading", { name: "2 documents selected" })).toBeVisible();
  const court = library.getByRole("textbox", { name: "Court or agency" });
  await court.fill("Bureau of Arrivals");
  await court.press("Enter");
  await expect.poll(courts).toEqual(["Bureau of Arrivals", "Bureau of Arrivals"]);
  await expect(library.getByRole("checkbox", { name: /^Bureau of Arrivals 2/u })).toBeVisible();
  await page.getByRole("button", { name: /^Undo/u }).click();
  await expect.poll(courts).toEqual(before);
  await expect(library.getByRole("checkbox", { name: /^Bureau of Arrivals/u })).toHaveCount(0);
  expect(complaints).toEqual([]);
});
