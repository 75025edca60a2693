import AxeBuilder from "@axe-core/playwright";
import type { BrowserContextOptions } from "@playwright/test";
import { findDocument, openSample, search } from "./support/actions.ts";
import { expect, test, type Workbench } from "./support/workbench.ts";

const WINDOWS: readonly (BrowserContextOptions & { readonly name: string })[] = [
  { name: "1440×900, light", viewport: { width: 1440, height: 900 }, colorScheme: "light" },
  { name: "1024×700, dark", viewport: { width: 1024, height: 700 }, colorScheme: "dark" },
];

/** What axe calls serious or critical on the screen as it is. */
async function seriousFindings({ page }: Workbench): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter((violation) => violation.impact === "serious" || violation.impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

async function fillCase(workbench: Workbench): Promise<void> {
  const { call } = workbench;
  const note = await findDocument(workbench, "Note 44/2025");
  const passage = await call("passages.create", {
    document: note.documentId,
    quote: "The Embassy will make available a grant to defray the costs of their custody",
    tag: ["Payment › terms"],
    note: "No amount is stated.",
  });
  const brief = await call("briefs.create", { title: "Statement of facts" });
  const { sections } = await call("briefs.add", {
    brief: brief.briefId,
    passage: passage.passageId,
    section: "The notes",
  });
  const quotation = sections[0]?.blocks[0];
  if (quotation === undefined) throw new Error("the brief has no quotation");
  await call("briefs.add", { brief: brief.briefId, passage: passage.passageId });
  await call("briefs.update-block", {
    block: quotation.blockId,
    text: "The Embassy shall make available a grant to defray the costs of their custody",
  });
}

for (const { name, ...windowOptions } of WINDOWS) {
  test.describe(name, () => {
    test.use({ windowOptions });

    test("axe finds nothing serious on any screen", async ({ workbench }, testInfo) => {
      const { page, complaints } = workbench;
      const look = async (screen: string) => {
        await testInfo.attach(screen, { body: await page.screenshot(), contentType: "image/png" });
        expect(await seriousFindings(workbench), screen).toEqual([]);
      };
      await expect(page.getByRole("button", { name: /sample/iu }).first()).toBeVisible();
      await look("welcome");
      await openSample(workbench);
      await fillCase(workbench);
      await look("library");
      await search(workbench, "custody");
      await look("search");
      await page.keyboard.press("Control+k");
      await page.keyboard.press("Control+a");
      await page.keyboard.type('"never closed');
      await expect(page.getByText(/quotation mark/iu).first()).toBeVisible();
      await look("search with a mistake");
      await search(workbench, '"grant to defray"');
      await page.keyboard.press("Enter");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("tab", { name: "Note 44/2025" })).toBeVisible();
      await look("reader");
      for (const view of ["Passages", "Briefs", "Activity"]) {
        await page.getByRole("button", { name: view, exact: true }).click();
        await expect(page.getByRole("region", { name: view, exact: true })).toBeVisible();
        await look(view);
      }
      await expect(page.getByRole("region", { name: "Activity" })).toBeVisible();
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog")).toBeVisible();
      await look("keys");
      expect(complaints).toEqual([]);
    });
  });
}
