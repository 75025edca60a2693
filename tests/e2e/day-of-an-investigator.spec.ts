import { readFileSync } from "node:fs";
import type { Language } from "../../renderer/messages/language.ts";
import { findDocument, readDownload } from "./support/actions.ts";
import { go, reach, type Way } from "./support/day-hand.ts";
import { importAFolder, openTheCase, revealHiddenText } from "./support/day-intake.ts";
import { startsWith } from "./support/day-words.ts";
import { beginDay, type Day, goTo, searchFor, showView, viewOf, windowOf } from "./support/day-work.ts";
import { expect, test } from "./support/workbench.ts";

const TELEGRAM = "Telegram of March 16, 2025";
const QUERY = "house w/3 persons";
const HOUSING = "Housing";
const PROMISE = "Promise";
const SEAL = "Seal";

const DAYS: readonly { readonly way: Way; readonly language: Language }[] = [
  { way: "keyboard", language: "en" },
  { way: "mouse", language: "es" },
];

/** The parts of the day, in their order. */
const PARTS: readonly ((day: Day) => Promise<void>)[] = [
  openTheCase,
  importAFolder,
  revealHiddenText,
  recogniseTheTelegram,
  cutOutTheSeal,
  tagAllHits,
  orderTheCodebook,
  judgePassages,
  lookAtTheMatrix,
  exportPassages,
  certify,
];

for (const { way, language } of DAYS) {
  test.describe(`${way}, ${language}`, () => {
    test.use({ windowOptions: windowOf(language) });

    test(`an investigator's day by ${way}, in ${language}: from new files to the certificate`, async ({
      workbench,
    }, testInfo) => {
      const day = beginDay(workbench, testInfo, way, language);
      for (const part of PARTS) await test.step(part.name, () => part(day));
      expect(day.complaints).toEqual([]);
    });
  });
}

/** The telegram, of which only the court's stamp is text, is recognised before all other scans; then OCR waits again. */
async function recogniseTheTelegram(day: Day): Promise<void> {
  const { page, call, say, hand, way, look } = day;
  const found = async () => (await call("search.query", { query: "zulu" })).documents;
  expect(await found()).toBe(0);
  await openDocument(day, TELEGRAM);
  const reader = viewOf(day, "reader");
  await hand.press(reader.getByRole("button", { name: say("reader.recognise") }).first());
  const activity = await showView(day, "activity");
  const ocr = activity.getByRole("region", { name: say("jobs.ocr"), exact: true });
  const stop = ocr.getByRole("button", { name: say("jobs.pause") });
  const start = ocr.getByRole("button", { name: say("jobs.goOn") });
  await expect(start.or(stop)).toBeVisible();
  if (await start.isVisible()) await hand.press(start);
  await expect(ocr).toContainText(say("jobs.ocrRunning"));
  await look("activity, OCR at work");
  await expect.poll(found, { timeout: 60_000 }).toBe(1);
  await hand.press(stop);
  await expect(ocr).toContainText(say("jobs.ocrPaused"));
  if (way === "mouse") await showView(day, "reader");
  else await page.keyboard.press("Alt+3");
}

async function openDocument(day: Day, title: string): Promise<void> {
  const { page, say, hand, way } = day;
  if (way === "keyboard") await goTo(day, title);
  else {
    const library = await showView(day, "library");
    const clear = library.getByRole("button", { name: say("library.clearFacets"), exact: true });
    if (await clear.isVisible()) await clear.click();
    await hand.fill(library.getByRole("searchbox", { name: say("library.filterDocuments") }), title);
    await library
      .getByRole("grid", { name: say("library.tableName") })
      .getByRole("row")
      .filter({ hasText: title })
      .first()
      .dblclick();
  }
  await expect(page.getByRole("tab", { name: title })).toHaveAttribute("aria-selected", "true");
  await expect(page.locator("[data-page='1'] canvas").filter({ visible: true }).first()).toBeVisible();
}

/** A part of the scan is tagged as it looks. */
async function cutOutTheSeal(day: Day): Promise<void> {
  const { page, call, say, hand, way, look } = day;
  const reader = viewOf(day, "reader");
  const sheet = reader.locator("[data-page='1']").filter({ visible: true }).first();
  await expect(sheet).toBeVisible();
  if (way === "mouse") {
    await hand.press(reader.getByRole("button", { name: say("tagging.regionMode") }));
    const box = await sheet.boundingBox();
    if (box === null) throw new Error("the page is not in sight");
    await page.mouse.move(box.x + box.width * 0.3, box.y + 120);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.7, box.y + 240, { steps: 5 });
    await page.mouse.up();
  } else {
    await reach(page, reader.getByRole("document").filter({ visible: true }).first());
    await page.keyboard.press("a");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Enter");
  }
  const selection = page.getByRole("dialog", { name: say("passages.tagSelection") });
  await expect(selection.getByRole("img", { name: say("tagging.picture") })).toBeVisible();
  await look("an area of a scan");
  await page.keyboard.type(SEAL);
  await page.keyboard.press("Enter");
  const regions = async () => (await call("passages.list", {})).passages.map(({ region }) => region?.page ?? null);
  await expect.poll(regions).toEqual([1]);
  await page.keyboard.press("Escape");
}

/** A search is kept under a name, and all its hits become passages, as the preview said. */
async function tagAllHits(day: Day): Promise<void> {
  const { page, call, say, hand, way, look } = day;
  const { hits, documents } = await searchFor(day, QUERY);
  const results = page.getByRole("region", { name: say("search.searchResults") });
  if (way === "keyboard") await page.keyboard.press("Enter");
  await hand.press(results.getByRole("button", { name: say("kept.save"), exact: true }));
  await page
    .getByRole("dialog")
    .getByRole("combobox", { name: say("kept.name") })
    .press("Control+a");
  await page.keyboard.type("Who houses them");
  await page.keyboard.press("Enter");
  await expect(results.getByRole("button", { name: say("kept.saved"), exact: true })).toBeVisible();
  expect((await call("search.list", {})).searches.map(({ name }) => name)).toEqual(["Who houses them"]);

  await hand.press(results.getByRole("button", { name: say("search.tagHits") }));
  const dialog = page.getByRole("dialog", { name: say("search.tagAllHits") });
  const tag = dialog.getByRole("combobox", { name: say("passages.tag") });
  for (const name of [HOUSING, PROMISE]) {
    await hand.fill(tag, name);
    await page.keyboard.press("Enter");
  }
  await hand.fill(dialog.getByRole("textbox", { name: say("search.noteOnEach") }), "compare with the notes");
  const before = (await call("passages.list", {})).passages.length;
  const become = (passages: number) => say("search.hitsBecome", { hits, documents, passages });
  const number = dialog.getByRole("button", { name: /\d/u });
  await expect(number).toBeVisible();
  const passages = Number(/\d+/u.exec((await number.textContent()) ?? "")?.[0]);
  await expect(dialog.getByText(become(passages))).toBeVisible();
  await look("tagging all hits");
  await hand.press(dialog.getByRole("button", { name: say("search.tagPassages", { known: "yes", count: passages }) }));
  await expect(dialog).toBeHidden();
  const made = async () => (await call("passages.list", {})).passages;
  await expect.poll(async () => (await made()).length).toBe(before + passages);
  expect((await made()).filter(({ note }) => note === "compare with the notes")).toHaveLength(passages);
  await look("search, its hits tagged");
}

/** A tag gets another name, another place, and one becomes part of another. */
async function orderTheCodebook(day: Day): Promise<void> {
  const { page, call, say, hand, way, look } = day;
  const view = await showView(day, "passages");
  await hand.turnTo(view.getByRole("tab", { name: say("codebook.codebook") }));
  const tree = view.getByRole("tree", { name: say("codebook.codebook") });
  const line = (name: string) => tree.getByRole("treeitem", { name: startsWith(name) });
  const names = async () => (await call("tags.list", {})).tags.map(({ name }) => name).toSorted();
  const choose = async (name: string) => {
    if (way === "mouse") return line(name).click();
    await reach(page, tree.locator("[role=treeitem][tabindex='0']"));
    await page.keyboard.press("Home");
    await go(page, line(name), "ArrowDown", 8);
  };
  await expect(line(SEAL)).toBeVisible();

  await choose(PROMISE);
  await page.keyboard.press("F2");
  await page.keyboard.type("Undertaking");
  await page.keyboard.press("Enter");
  await expect.poll(names).toEqual([HOUSING, SEAL, "Undertaking"]);

  if (way === "mouse") await line("Undertaking").dragTo(line(HOUSING));
  else {
    await choose("Undertaking");
    await page.keyboard.press("Alt+ArrowRight");
  }
  await expect.poll(async () => (await names()).some((name) => /^\S+ › Undertaking$/u.test(name))).toBe(true);
  if (!(await names()).includes(`${HOUSING} › Undertaking`)) throw new Error((await names()).join());

  await hand.press(view.getByRole("button", { name: say("codebook.newTag"), exact: true }));
  await page.keyboard.type("Stamp");
  await page.keyboard.press("Enter");
  await expect(line("Stamp")).toBeVisible();
  await choose("Stamp");
  await hand.press(view.getByRole("button", { name: say("codebook.merge") }));
  const dialog = page.getByRole("dialog", { name: say("codebook.mergeTitle", { name: "Stamp" }) });
  await hand.toggle(dialog.getByRole("checkbox", { name: startsWith(SEAL) }));
  await look("merging two tags");
  await hand.press(dialog.getByRole("button", { name: say("codebook.mergeTags", { count: 2 }) }));
  await expect.poll(names).toEqual([HOUSING, `${HOUSING} › Undertaking`, "Stamp"]);
  const stamp = (await call("tags.list", {})).tags.find(({ name }) => name === "Stamp");
  expect(stamp?.passages).toBe(1);
  await expect(line("Stamp")).toContainText(say("codebook.ownCount", { count: 1 }));
  await look("codebook");
}

/** The browser is narrowed to a tag; all that is left is marked, and two of them are linked with a reason. */
async function judgePassages(day: Day): Promise<void> {
  const { page, call, say, hand, look } = day;
  const view = viewOf(day, "passages");
  await hand.turnTo(view.getByRole("tab", { name: say("passages.passages"), exact: true }));
  const cards = view.locator("[data-passage]");
  const { passages } = await call("passages.list", {});
  await expect(cards).toHaveCount(passages.length);
  await hand.toggle(view.getByRole("checkbox", { name: startsWith("Undertaking") }));
  await expect(cards).toHaveCount(passages.length - 1);

  const boxes = cards.getByRole("checkbox");
  await hand.toggle(boxes.first());
  const bar = view.getByRole("toolbar", { name: say("passages.selectedPassages") });
  await hand.press(bar.getByRole("button", { name: say("passages.selectAll", { count: passages.length - 1 }) }));
  await expect(bar).toContainText(say("passages.selected", { count: passages.length - 1 }));
  const mark = say("passages.putMark", { mark: say("passages.markReviewed") });
  await hand.pick(
    bar.getByRole("button", { name: say("passages.mark"), exact: true }),
    page.getByRole("menuitem", { name: mark, exact: true }),
  );
  const reviewed = async () =>
    (await call("passages.list", {})).passages.filter(({ marks }) => marks.includes("reviewed")).length;
  await expect.poll(reviewed).toBe(passages.length - 1);
  await look("passages, all marked");

  await hand.press(bar.getByRole("button", { name: say("passages.clearSelection") }));
  await selectTwo(day);
  await hand.press(bar.getByRole("button", { name: say("passages.linkThem") }));
  const dialog = page.getByRole("dialog", { name: say("passages.linkTitle") });
  await hand.choose(dialog.getByRole("radio", { name: say("passages.relationSameEvent") }));
  await hand.fill(dialog.getByRole("textbox", { name: say("passages.reason") }), "Both speak of one promise.");
  await hand.press(dialog.getByRole("button", { name: say("passages.makeLink"), exact: true }));
  await expect(dialog).toBeHidden();
  await expect(cards.nth(0)).toContainText("Both speak of one promise.");
  await expect(cards.nth(0)).toContainText(say("passages.relationSameEvent"));
  const linked = (await call("passages.list", {})).passages.filter(({ links }) => links > 0);
  expect(linked).toHaveLength(2);
  await look("passages, two of them linked");
}

async function selectTwo(day: Day): Promise<void> {
  const { page, way } = day;
  const cards = viewOf(day, "passages").locator("[data-passage]");
  if (way === "mouse") {
    await cards.getByRole("checkbox").nth(0).click();
    await cards.getByRole("checkbox").nth(1).click();
    return;
  }
  await reach(page, viewOf(day, "passages").locator("[data-passage-quote][tabindex='0']"));
  await page.keyboard.press("Home");
  await page.keyboard.press("x");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("x");
}

/** A cell of the picture leads to its passages. */
async function lookAtTheMatrix(day: Day): Promise<void> {
  const { page, call, say, hand, way, look } = day;
  const view = viewOf(day, "passages");
  await hand.turnTo(view.getByRole("tab", { name: say("codebook.matrix") }));
  const { documentId, title } = await findDocument(day, "Note 44/2025");
  const its = (await call("passages.list", { document: documentId })).passages;
  const name = say("codebook.matrixCell", { tag: HOUSING, document: title, count: its.length });
  const cell = view.getByRole("gridcell", { name, exact: true });
  await expect(cell).toHaveText(String(its.length));
  await look("tags by documents");
  if (way === "mouse") await cell.click();
  else {
    await reach(page, view.getByRole("grid", { name: say("codebook.matrix") }).locator("[tabindex='0']"));
    await page.keyboard.press("Control+Home");
    const place = (await cell.getAttribute("data-place")) ?? "";
    const [row = 0, column = 0] = place.split(" ").map(Number);
    for (let step = 0; step < row; step += 1) await page.keyboard.press("ArrowDown");
    for (let step = 0; step < column; step += 1) await page.keyboard.press("ArrowRight");
    await expect(cell).toBeFocused();
    await page.keyboard.press("Enter");
  }
  await expect(view.getByRole("tab", { name: say("passages.passages"), exact: true })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await expect(view.locator("[data-passage]")).toHaveCount(its.length);
  const counts = say("passages.countInDocuments", { count: its.length, documents: 1 });
  await expect(view.getByRole("heading", { level: 1, name: counts })).toBeVisible();
}

/** What is in sight goes out as a table, and everything as a contribution for a colleague. */
async function exportPassages(day: Day): Promise<void> {
  const { page, call, say, hand } = day;
  const view = viewOf(day, "passages");
  const [table] = await Promise.all([
    page.waitForEvent("download"),
    hand.pick(
      view.getByRole("button", { name: say("passages.export"), exact: true }),
      page.getByRole("menuitem", { name: say("passages.asCsv") }),
    ),
  ]);
  const lines = (await readDownload(table)).toString("utf8");
  expect(lines).toContain(`${HOUSING} › Undertaking`);
  expect(lines).toContain("Note 44/2025");
  expect(lines).not.toContain("Stamp");

  const [written] = await Promise.all([
    page.waitForEvent("download"),
    hand.pick(
      view.getByRole("button", { name: say("exchange.passagesMenu") }),
      page.getByRole("menuitem", { name: say("exchange.exportContribution") }),
    ),
  ]);
  const contribution = readFileSync(await written.path(), "utf8");
  expect(contribution).toContain("Both speak of one promise.");
  expect(contribution).toContain("Stamp");
  expect((await call("exchange.merge", { text: contribution, preview: true })).conflicts).toEqual([]);
}

/** A search that finds nothing is certified; the journal knows the certificate. */
async function certify(day: Day): Promise<void> {
  const { page, call, say, hand, way, look } = day;
  const { documents } = await searchFor(day, "zarzuela").catch(() => ({ documents: 0 }));
  expect(documents).toBe(0);
  const search = viewOf(day, "search");
  await expect(search.getByRole("heading", { name: say("search.noDocumentMatches") })).toBeVisible();
  await look("nothing found");
  if (way === "keyboard") await page.keyboard.press("Enter");
  await hand.press(search.getByRole("button", { name: say("kept.certificate"), exact: true }).first());
  const make = page.getByRole("dialog", { name: say("kept.certifySearch") });
  await expect(make).toContainText(say("kept.nothingWasFound"));
  await hand.press(make.getByRole("button", { name: say("kept.makeCertificate") }));
  const made = page.getByRole("dialog", { name: say("kept.certificateMade") });
  await expect(made).toContainText(say("kept.foundNothingSentence"));
  await look("a certificate");
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    hand.press(made.getByRole("button", { name: say("kept.saveFile", { format: "JSON" }) })),
  ]);
  const certificate = JSON.parse((await readDownload(saved)).toString("utf8")) as { readonly search?: unknown };
  expect(JSON.stringify(certificate.search)).toContain("zarzuela");
  const { entries } = await call("journal.list", { limit: 10_000 });
  expect(entries.at(-1)?.action).toBe("search-certified");
  await hand.press(made.getByRole("button", { name: say("kept.done") }));
}
