import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { makeTelegram } from "#fixtures/scans/scans.ts";
import { findDocument } from "./actions.ts";
import { reach } from "./day-hand.ts";
import { startsWith } from "./day-words.ts";
import { type Day, goTo, showView, viewOf } from "./day-work.ts";
import { SAMPLE_TEMPLATE } from "./sample-template.ts";

const MEMORANDUM = "Memorandum for the file, April 4, 2025";

/** The folder of a case is typed: a copy of the sample, in which OCR is paused. */
export async function openTheCase(day: Day): Promise<void> {
  const { page, folder, say, hand } = day;
  const directory = join(folder, "sample");
  cpSync(SAMPLE_TEMPLATE, directory, { recursive: true });
  await hand.press(page.getByRole("button", { name: say("welcome.openCaseButton") }));
  await hand.fill(page.getByRole("textbox", { name: say("welcome.caseFolder") }), directory);
  await page.keyboard.press("Enter");
  const table = viewOf(day, "library").getByRole("grid", { name: say("library.tableName") });
  await expect(table.getByRole("row").nth(1)).toBeVisible();
}

/** A folder with a new text, with a scan that the case has, and with a file that holds nothing. */
export async function importAFolder(day: Day): Promise<void> {
  const { page, call, folder, say, hand, way, look } = day;
  const given = join(folder, "given");
  mkdirSync(given);
  writeFileSync(join(given, "interview.txt"), "SPECIMEN. The warden promised to house the persons for one year.");
  writeFileSync(join(given, "telegram.pdf"), await makeTelegram());
  writeFileSync(join(given, "empty.pdf"), "");
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    way === "keyboard"
      ? goTo(day, say("app.importFolder"))
      : hand.pick(
          page.getByRole("banner").getByRole("button", { name: /sample/u }),
          page.getByRole("menuitem", { name: startsWith(say("app.importFolder")) }),
        ),
  ]);
  await chooser.setFiles(given);
  const jobs = async () => (await call("jobs.list", {})).jobs.filter(({ kind }) => kind === "import");
  await expect
    .poll(async () => (await jobs()).map(({ status }) => status), { timeout: 30_000 })
    .toEqual(["done", "done"]);
  const [job] = await jobs();
  if (job === undefined) throw new Error("there is no import");
  const { files } = await call("jobs.account", { job: job.jobId });
  expect(files.map(({ path, outcome }) => `${path}: ${outcome}`).toSorted()).toEqual([
    "given/empty.pdf: failed",
    "given/interview.txt: imported",
    "given/telegram.pdf: duplicate",
  ]);

  const activity = await showView(day, "activity");
  const account = activity.getByRole("grid", { name: say("jobs.filesOfImport") });
  await expect(account.getByRole("row").filter({ hasText: "telegram.pdf" })).toContainText(say("jobs.duplicate"));
  const empty = account.getByRole("row").filter({ hasText: "empty.pdf" });
  await expect(empty).toContainText(say("jobs.failed"));
  if (way === "mouse") await empty.click();
  else {
    await reach(page, account);
    await page.keyboard.press("Home");
    for (let row = 0; row < 3 && (await empty.getAttribute("aria-selected")) !== "true"; row += 1) {
      await page.keyboard.press("ArrowDown");
    }
  }
  await expect(activity.getByRole("region", { name: say("ui.selectedRow") })).toContainText("empty.pdf");
  await look("account of the import");
}

/** What lies under a bad redaction is revealed after a question, and the journal has the decision. */
export async function revealHiddenText(day: Day): Promise<void> {
  const { page, call, say, hand, way, look } = day;
  await hand.press(page.getByRole("button", { name: say("app.documentsWithHiddenText", { count: 2 }) }));
  const library = viewOf(day, "library");
  await expect(library).toBeVisible();
  const table = library.getByRole("grid", { name: say("library.tableName") });
  const row = table.getByRole("row").filter({ hasText: MEMORANDUM });
  if (way === "mouse") await row.click();
  else {
    await reach(page, table);
    await page.keyboard.press("Home");
    for (let press = 0; press < 2 && (await row.getAttribute("aria-selected")) !== "true"; press += 1) {
      await page.keyboard.press("ArrowDown");
    }
  }
  const hidden = library.getByRole("region", { name: say("library.hiddenText") });
  const places = hidden.getByRole("listitem");
  const count = await places.count();
  await expect(hidden).toContainText(say("library.toDecide", { count }));
  await hand.press(places.first().getByRole("button", { name: say("library.revealAsk") }));
  const dialog = page.getByRole("dialog", { name: say("library.revealTitle") });
  await expect(dialog).toContainText(say("library.revealJournaled"));
  await look("asking before hidden text is revealed");
  await hand.press(dialog.getByRole("button", { name: say("library.reveal"), exact: true }));
  await expect(places.first()).toContainText(say("library.revealed"));
  const { documentId } = await findDocument(day, MEMORANDUM);
  const decided = (await call("redactions.list", { document: documentId })).redactions.map(({ decision }) => decision);
  expect(decided.filter((decision) => decision === "reveal")).toHaveLength(1);

  const activity = await showView(day, "activity");
  await hand.press(activity.getByRole("button", { name: say("jobs.journal") }));
  const journal = activity.getByRole("grid", { name: say("jobs.journalTable") });
  await expect(journal.getByRole("row").filter({ hasText: say("jobs.actionHiddenTextDecided") })).toHaveCount(1);
  await hand.press(activity.getByRole("button", { name: say("jobs.verifyChain") }));
  await expect(activity.getByText(say("jobs.chainHolds"))).toBeVisible();
  await look("custody journal");
}
