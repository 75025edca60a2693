import { makeReceiptPhoto, makeTelegram } from "#fixtures/scans/scans.ts";
import { LOW_CONFIDENCE } from "#shared/model/page-state.ts";
import { importFolder, openEmptyCase, search, showView } from "./support/actions.ts";
import { expect, test } from "./support/workbench.ts";

/** Recognition with the built-in engine, on a machine that does other things too. */
const RECOGNISED = { timeout: 90_000 } as const;

test("scans wait while OCR is paused, are recognised by the built-in engine, and can go back to their text layer", async ({
  workbench,
}) => {
  const { page, call, complaints } = workbench;
  await openEmptyCase(workbench);
  await call("ocr.configure", { engine: "built-in" });
  await call("ocr.pause", {});
  await importFolder(workbench, { "telegram.pdf": await makeTelegram(), "receipt.jpg": await makeReceiptPhoto() });
  const library = page.getByRole("region", { name: "Library", exact: true });
  const telegram = library.getByRole("row").filter({ hasText: "Telegram of March 16" });
  await expect(telegram).toContainText("1 waits for OCR");
  expect((await call("search.query", { query: "ZULU" })).groups).toEqual([]);
  await telegram.dblclick();
  const reader = page.getByRole("region", { name: "Reader", exact: true });
  await expect(reader.getByText("Text of little worth: waits for OCR")).toBeVisible();

  const activity = await showView(workbench, "Activity");
  const ocr = activity.getByRole("region", { name: "OCR", exact: true });
  await expect(ocr).toContainText("Paused");
  await expect(ocr).toContainText("2 pages wait");
  await ocr.getByRole("button", { name: "OCR settings" }).click();
  const settings = page.getByRole("dialog", { name: "OCR settings" });
  await expect(settings.getByRole("radio", { name: /^Built-in/u })).toBeChecked();
  await settings.getByRole("button", { name: "Done" }).click();
  await ocr.getByRole("button", { name: "Go on" }).click();
  await expect(ocr).toContainText("nothing waits · 2 recognised", RECOGNISED);

  await search(workbench, "ZULU");
  await page.getByRole("list", { name: "Documents found" }).getByText("ZULU").first().dblclick();
  await expect(reader.getByRole("button", { name: "Current hit" })).toBeVisible();
  await expect(reader.getByText(/^OCR \d+ %$/u)).toBeVisible();

  // The text layer, which is only the court's stamp, and back.
  await reader.getByRole("button", { name: "Use the text layer" }).click();
  await expect(page.getByText("Page 1 now shows its text layer.")).toBeVisible();
  expect((await call("search.query", { query: "ZULU" })).groups).toEqual([]);
  await reader.getByRole("button", { name: "Use the OCR text" }).click();
  await expect.poll(async () => (await call("search.query", { query: "ZULU" })).pages).toBe(1);

  // Words of which OCR was not sure are underlined, each of them.
  const { documents } = await call("documents.list", {});
  const receipt = documents.find((document) => document.format === "jpeg");
  if (receipt === undefined) throw new Error("the receipt was not imported");
  const { confidences } = await call("documents.page", { document: receipt.documentId, page: 1 });
  const doubtful = confidences.filter(([, , confidence]) => confidence < LOW_CONFIDENCE).length;
  expect(doubtful).toBeGreaterThan(0);
  await showView(workbench, "Library");
  await library.getByRole("row").filter({ hasText: receipt.title }).dblclick();
  await expect
    .poll(async () => reader.getByTitle(/^OCR is \d+ % sure of this word$/u).count())
    .toBeGreaterThanOrEqual(doubtful);
  expect(complaints).toEqual([]);
});
