import AxeBuilder from "@axe-core/playwright";
import { importFolder, openSample, readDownload, search, showView } from "./support/actions.ts";
import { expect, test, type Workbench } from "./support/workbench.ts";

async function seriousFindings({ page }: Workbench): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

test("a saved search says what is new since it was last looked at", async ({ workbench }) => {
  const { page, call, complaints } = workbench;
  await openSample(workbench);
  await search(workbench, '"grant to defray"');
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  await page.getByRole("combobox", { name: "Name" }).fill("Costs of custody");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Saved", exact: true }).first()).toBeVisible();

  await showView(workbench, "Library");
  await importFolder(workbench, {
    "later.txt": new TextEncoder().encode("SPECIMEN. The Embassy promised a grant to defray the costs of custody."),
  });
  const view = await showView(workbench, "Search");
  await view.getByRole("tab", { name: /^Saved searches/u }).click();
  const row = view
    .getByRole("grid", { name: "Saved searches" })
    .getByRole("row")
    .filter({ hasText: "Costs of custody" });
  await expect(row).toContainText("1 new");
  await row.click();
  const detail = view.getByRole("region", { name: "Selected row" });
  await expect(detail).toContainText("New, or with more hits 1");
  expect(await seriousFindings(workbench)).toEqual([]);

  await row.dblclick();
  await expect(page.getByRole("textbox", { name: "Search the case" })).toHaveValue('"grant to defray"');
  await expect(page.getByText(/\d+ hits? on \d+ pages? in \d+ documents?/u).first()).toBeVisible();
  await view.getByRole("tab", { name: /^Saved searches/u }).click();
  await expect(row).toContainText("nothing new");

  await detail.getByRole("button", { name: "Rename" }).click();
  await page.getByRole("combobox", { name: "Name" }).fill("Who pays");
  await page.keyboard.press("Enter");
  const renamed = view.getByRole("grid", { name: "Saved searches" }).getByRole("row").filter({ hasText: "Who pays" });
  await expect(renamed).toBeVisible();
  await detail.getByRole("button", { name: "Delete" }).click();
  await expect.poll(async () => (await call("search.list", {})).searches).toEqual([]);
  await page.getByRole("button", { name: /^Undo/u }).click();
  await expect(renamed).toBeVisible();
  expect(complaints).toEqual([]);
});

test("a term list counts every line, shows what is wrong in its place, leads to results, and is exported", async ({
  workbench,
}) => {
  const { page, call, complaints } = workbench;
  await openSample(workbench);
  const view = await showView(workbench, "Search");
  await view.getByRole("tab", { name: "Term list" }).click();
  await view
    .getByRole("textbox", { name: "Searches, one a line" })
    .fill(["# names", "custody", '"grant to defray', "zarzuela", "transfer* w/10 prison"].join("\n"));
  await page.keyboard.press("Control+Enter");
  const report = view.getByRole("grid", { name: "Searches of the list" });
  const custody = report.getByRole("row").filter({ hasText: /custody/u });
  const { documents } = await call("search.query", { query: "custody" });
  await expect(custody.getByRole("gridcell").nth(2)).toHaveText(String(documents));
  const wrong = report.getByRole("row").filter({ hasText: "grant to defray" });
  await expect(wrong.locator("mark")).toHaveText('"');
  await wrong.click();
  await expect(view.getByRole("region", { name: "Selected row" })).toContainText("Line 3, character 1");
  expect(await seriousFindings(workbench)).toEqual([]);
  await view.getByRole("button", { name: /^Found nothing/u }).click();
  await expect(report.getByRole("row")).toHaveCount(2);
  await view.getByRole("button", { name: /^All/u }).click();

  await view.getByRole("button", { name: "Export" }).click();
  const [written] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: /CSV/u }).click(),
  ]);
  expect((await readDownload(written)).toString("utf8")).toContain("transfer* w/10 prison");

  await report.getByRole("button", { name: "custody" }).click();
  await expect(page.getByRole("textbox", { name: "Search the case" })).toHaveValue("custody");
  await expect(view.getByRole("tab", { name: "Results" })).toHaveAttribute("aria-selected", "true");
  // The report is still there.
  await view.getByRole("tab", { name: "Term list" }).click();
  await expect(custody).toBeVisible();
  expect(complaints).toEqual([]);
});

test("a search that finds nothing is certified, and the certificate is checked against the case", async ({
  workbench,
}) => {
  const { page, complaints } = workbench;
  await openSample(workbench);
  await page.keyboard.press("/");
  await page.keyboard.type("zarzuela");
  await page.getByRole("button", { name: "Certificate", exact: true }).first().click();
  const make = page.getByRole("dialog", { name: "Certify this search" });
  await expect(make).toContainText("nothing was found");
  await make.getByRole("button", { name: "Make the certificate" }).click();
  const made = page.getByRole("dialog", { name: "The certificate is made" });
  await expect(made).toContainText("Nothing was found.");
  expect(await seriousFindings(workbench)).toEqual([]);
  const [pdf] = await Promise.all([
    page.waitForEvent("download"),
    made.getByRole("button", { name: "Save the PDF" }).click(),
  ]);
  expect((await readDownload(pdf)).subarray(0, 5).toString("latin1")).toBe("%PDF-");
  const [json] = await Promise.all([
    page.waitForEvent("download"),
    made.getByRole("button", { name: "Save the JSON" }).click(),
  ]);
  const certificate = await readDownload(json);

  await made.getByRole("button", { name: "Check a certificate…" }).click();
  const check = page.getByRole("dialog", { name: "Check a search certificate" });
  const choose = async (bytes: Buffer) => {
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      check.getByRole("button", { name: /^(?:Choose the certificate|Check another)…$/u }).click(),
    ]);
    await chooser.setFiles({ name: "certificate.json", mimeType: "application/json", buffer: bytes });
  };
  await choose(certificate);
  await expect(check).toContainText("The custody journal of this case knows this certificate, unchanged.");
  await expect(check).toContainText("Nothing differs but the time.");
  // A figure that somebody improved.
  await choose(Buffer.from(certificate.toString("utf8").replace(/"pagesWithoutText": ?\d+/u, '"pagesWithoutText": 0')));
  await expect(check).toContainText("does not know this certificate");
  expect(await seriousFindings(workbench)).toEqual([]);
  expect(complaints).toEqual([]);
});

test("synonyms are added, found and taken out", async ({ workbench }) => {
  const { page, call, complaints } = workbench;
  await openSample(workbench);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("synonyms");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Synonyms of the case" });
  await dialog.getByRole("textbox", { name: "Names that mean the same" }).fill("zarzuela = custody");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("list", { name: "Synonyms" })).toContainText("zarzuela");
  expect(await seriousFindings(workbench)).toEqual([]);
  expect((await call("search.query", { query: "zarzuela" })).documents).toBeGreaterThan(0);
  await dialog.getByRole("button", { name: "Forget the group zarzuela" }).click();
  await expect(dialog).toContainText("No synonyms yet");
  expect((await call("search.query", { query: "zarzuela" })).documents).toBe(0);
  expect(complaints).toEqual([]);
});
