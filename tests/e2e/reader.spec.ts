import AxeBuilder from "@axe-core/playwright";
import { findDocument, importFolder, openEmptyCase, openSample } from "./support/actions.ts";
import { linkedPdf } from "./support/linked-pdf.ts";
import { expect, test, type Workbench } from "./support/workbench.ts";

/** Opens a document by the palette. */
async function open({ page }: Workbench, shortName: string): Promise<void> {
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Go to anything" });
  await palette.getByRole("combobox").fill(shortName);
  await palette.getByRole("group", { name: "Documents" }).getByRole("option").first().click();
  await expect(page.getByRole("tab", { name: shortName, exact: true }).last()).toHaveAttribute("aria-selected", "true");
  await expect(page.locator("[data-page='1']").last()).toBeAttached();
}

async function goToPage({ page }: Workbench, typed: string): Promise<void> {
  await page.keyboard.press("g");
  await page.keyboard.type(typed);
  await page.keyboard.press("Enter");
}

/** Nothing that axe calls serious. */
async function expectAccessible({ page }: Workbench): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

const pageField = ({ page }: Workbench) => page.getByRole("textbox", { name: /^Page/u }).first();

test("words are found in the open document, and boxed where they stand", async ({ workbench }) => {
  const { page, call, complaints } = workbench;
  await openSample(workbench);
  await open(workbench, "Note 44/2025");
  const { documentId } = await findDocument(workbench, "Note 44/2025");
  const { total } = await call("documents.find", { document: documentId, text: "embassy" });
  await page.keyboard.press("Control+f");
  const bar = page.getByRole("search", { name: "Find in this document" });
  await expect(bar.getByRole("textbox")).toBeFocused();
  await page.keyboard.type("embassy");
  await expect(bar.getByRole("status")).toHaveText(`1 of ${total}`);
  await expect(page.locator("[data-kind='hit'][aria-current='true']")).toHaveCount(1);
  await page.keyboard.press("Shift+Enter");
  await expect(bar.getByRole("status")).toHaveText(`${total} of ${total}`);
  await expect(page.locator("[data-kind='hit'][aria-current='true']")).toBeInViewport();
  await bar.getByRole("button", { name: "Match case and accents" }).click();
  await expect(bar.getByRole("status")).toHaveText("Not in this document");
  await expectAccessible(workbench);
  await bar.getByRole("textbox").focus();
  await page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);
  await expect(page.getByRole("document", { name: /^Pages of/u })).toBeFocused();
  expect(complaints).toEqual([]);
});

test("pages go by every name that they bear, and one of them can be shown first", async ({ workbench }) => {
  const { page, complaints } = workbench;
  await openSample(workbench);
  await open(workbench, "Note 44/2025");
  for (const [typed, there] of [
    ["ECF 81-2 p 3", "3"],
    ["cv-119", "2"],
    ["#4", "4"],
  ] as const) {
    await goToPage(workbench, typed);
    await expect(pageField(workbench)).toHaveValue(there);
    await expect(page.getByRole("document", { name: /^Pages of/u })).toBeFocused();
  }
  await goToPage(workbench, "ECF 12-3 p 1");
  await expect(pageField(workbench)).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^ECF 81-2 p\. 4/u }).click();
  await page.getByRole("menuitemradio", { name: "Bates number: CV-000121" }).click();
  await expect(pageField(workbench)).toHaveValue("CV-000121");
  await expect(page.getByRole("region", { name: "CV-000121" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(pageField(workbench)).toHaveValue("4");
  expect(complaints).toEqual([]);
});

test("one goes back to where one was, also in another document; bookmarks and panels lead there too", async ({
  workbench,
}) => {
  const { page, complaints } = workbench;
  await openSample(workbench);
  await open(workbench, "Note 44/2025");
  await goToPage(workbench, "#3");
  await page.keyboard.press("Control+d");
  await expect(page.getByText("PDF p. 3 has a bookmark")).toBeVisible();
  await open(workbench, "Tr.");
  await page.keyboard.press("End");
  await expect(page.locator("[data-page='44']")).toBeVisible();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(page.locator("[data-page='1']")).toBeInViewport();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(page.getByRole("tab", { name: "Note 44/2025" })).toHaveAttribute("aria-selected", "true");
  await expect(pageField(workbench)).toHaveValue("3");
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(pageField(workbench)).toHaveValue("1");
  await page.keyboard.press("Alt+ArrowRight");
  await page.keyboard.press("Alt+ArrowRight");
  await expect(page.getByRole("tab", { name: "Tr.", exact: true })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Alt+ArrowLeft");
  await page.keyboard.press("Home");

  await page.keyboard.press("o");
  await page.getByRole("tab", { name: "Bookmarks" }).click();
  const bookmark = page
    .getByRole("tabpanel", { name: "Bookmarks" })
    .getByRole("button", { name: "PDF p. 3", exact: true });
  await bookmark.click();
  await expect(pageField(workbench)).toHaveValue("3");
  await bookmark.focus();
  await page.keyboard.press("F2");
  await page.keyboard.type("The payment");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^The payment/u })).toBeVisible();
  await page.getByRole("tab", { name: "Detected items" }).click();
  await page.getByRole("button", { name: /^Bates numbers/u }).click();
  await page.getByRole("button", { name: /^CV-000119/u }).click();
  await expect(pageField(workbench)).toHaveValue("2");
  await expectAccessible(workbench);
  expect(complaints).toEqual([]);
});

test("links in a document work; what leads outside is shown and asked about, scripts are nothing", async ({
  workbench,
}) => {
  const { page, complaints } = workbench;
  await openEmptyCase(workbench);
  await importFolder(workbench, { "linked.pdf": linkedPdf() });
  await open(workbench, "linked");
  const links = page.locator("[data-page='1']").getByRole("link");
  await expect(links).toHaveCount(2);
  await links.last().focus();
  await expect(page.getByText("Leads out of this document: https://court.example/case?id=1")).toBeVisible();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "A link out of this document" });
  await expect(dialog).toContainText("https://court.example/case?id=1");
  await expect(dialog.getByRole("button", { name: "Open in the browser" })).toBeVisible();
  await dialog.getByRole("button", { name: "Stay here" }).click();
  expect(page.context().pages()).toHaveLength(1);

  await links.first().click();
  await expect(pageField(workbench)).toHaveValue("3");
  await page.getByRole("link", { name: "Go back" }).click();
  await expect(pageField(workbench)).toHaveValue("1");
  expect(complaints).toEqual([]);
});

test("pages are there as text; a copy on the other side scrolls along", async ({ workbench }) => {
  const { page, complaints } = workbench;
  await openSample(workbench);
  await open(workbench, "Compl.");
  await page.keyboard.press("Control+f");
  await page.keyboard.type("shoelaces");
  await expect(page.getByRole("search").getByRole("status")).toHaveText(/^1 of/u);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+f");
  await page.getByRole("button", { name: "Show the pages as text" }).click();
  const text = page.getByRole("document", { name: /^Text of/u });
  await expect(text.locator("mark", { hasText: "shoelaces" }).first()).toBeInViewport();
  await expect(text.getByRole("article").first()).toBeVisible();
  await expectAccessible(workbench);
  await page.getByRole("button", { name: "Show the pages as text" }).click();
  await expect(text).toHaveCount(0);

  await page.keyboard.press("Alt+o");
  await open(workbench, "Compl. (2)");
  await page.getByRole("button", { name: "Scroll along with the document on the other side" }).last().click();
  const fields = page.getByRole("textbox", { name: /^Page/u });
  await fields.last().fill("#7");
  await page.keyboard.press("Enter");
  const position = page.getByText("PDF 7 of 30");
  await expect(position).toHaveCount(2);
  expect(complaints).toEqual([]);
});
