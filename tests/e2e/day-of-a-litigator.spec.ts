import { PDFDocument } from "@cantoo/pdf-lib";
import type { Locator } from "@playwright/test";
import type { Language } from "../../renderer/messages/language.ts";
import { dragOnto, dragOver, findDocument, readDownload } from "./support/actions.ts";
import { reach, type Way } from "./support/day-hand.ts";
import { openTheSample, orderTheLibrary } from "./support/day-library.ts";
import { sayIn, startsWith } from "./support/day-words.ts";
import { beginDay, type Day, goTo, inLanguage, searchFor, showView, viewOf, windowOf } from "./support/day-work.ts";
import { expect, test } from "./support/workbench.ts";

const NOTE = "Note 44/2025";
const MOTION = "Mot.";
const WORDS = "house the persons\ntransferred for a period of one year";
const TAG = "Custody › duration";
const BRIEF = "Statement of facts";

const DAYS: readonly { readonly way: Way; readonly language: Language }[] = [
  { way: "mouse", language: "en" },
  { way: "keyboard", language: "es" },
];

/** The parts of the day, in their order. */
const PARTS: readonly ((day: Day) => Promise<void>)[] = [
  openTheSample,
  orderTheLibrary,
  openAtTheHit,
  goToPages,
  tagWords,
  judgeThePassage,
  compareWithTheMotion,
  quoteInABrief,
  goBackInHistory,
  exportTheBrief,
  changeTheLook,
];

for (const { way, language } of DAYS) {
  test.describe(`${way}, ${language}`, () => {
    test.use({ windowOptions: windowOf(language) });

    test(`a litigator's day by ${way}, in ${language}: from the sample to the exported brief`, async ({
      workbench,
    }, testInfo) => {
      const day = beginDay(workbench, testInfo, way, language);
      for (const part of PARTS) await test.step(part.name, () => part(day));
      expect(day.complaints).toEqual([]);
    });
  });
}

/** A search by distance, opened at its hit; the hits are walked through into the next document and back. */
async function openAtTheHit(day: Day): Promise<void> {
  const { page, say, hand, way, look } = day;
  const { documents, groups } = await searchFor(day, "house w/3 persons");
  expect(documents).toBe(2);
  const [first, second] = groups;
  await look("search");
  if (way === "mouse") {
    await page
      .getByRole("list", { name: say("search.documentsFound") })
      .getByText("house the persons")
      .first()
      .dblclick();
  } else {
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
  }
  const reader = viewOf(day, "reader");
  await expect(reader.getByRole("tab", { name: NOTE })).toBeVisible();
  await expect(reader.getByRole("button", { name: say("passages.currentHit") })).toBeInViewport();
  const bar = reader.getByRole("region", { name: say("passages.hitBar") });
  const isAt = async (number: number, hits: number, document: number) => {
    await expect(bar).toContainText(say("passages.hitOf", { number, hits }));
    await expect(bar).toContainText(say("passages.resultDocument", { number: document, documents }));
  };
  const step = (direction: "next" | "previous") => {
    if (way === "keyboard") return page.keyboard.press(direction === "next" ? "n" : "p");
    return hand.press(bar.getByRole("button", { name: say(`passages.${direction}Hit`), exact: true }));
  };
  const hits = first?.hits ?? 0;
  await isAt(1, hits, 1);
  for (let hit = 2; hit <= hits; hit += 1) await step("next");
  await isAt(hits, hits, 1);
  await step("next");
  await isAt(1, second?.hits ?? 0, 2);
  await expect(reader.getByRole("tab", { name: MOTION })).toBeVisible();
  await step("previous");
  await isAt(hits, hits, 1);
  await expect(reader.getByRole("tab", { name: NOTE })).toBeVisible();
  await look("reader, at a hit");
}

/** The field of the page, whatever its pages are named by. */
function pageField(day: Day): Locator {
  const { page, say } = day;
  return page
    .getByRole("textbox", { name: say("reader.pageByLabel") })
    .or(page.getByRole("textbox", { name: say("reader.pageByPosition") }))
    .first();
}

async function goToPage(day: Day, name: string): Promise<void> {
  const { page, hand, way } = day;
  if (way === "mouse") await hand.fill(pageField(day), name);
  else {
    await page.keyboard.press("g");
    await expect(pageField(day)).toBeFocused();
    await page.keyboard.type(name);
  }
  await page.keyboard.press("Enter");
}

/** Pages are found by the Bates number and by the court's stamp. */
async function goToPages(day: Day): Promise<void> {
  for (const [name, there] of [
    ["CV-000121", "4"],
    ["ECF 81-2 p 2", "2"],
  ] as const) {
    await goToPage(day, name);
    await expect(pageField(day)).toHaveValue(there);
  }
}

/** Words are selected and tagged by a new name, then others by the number key of that tag. */
async function tagWords(day: Day): Promise<void> {
  const { page, call, say, way, look } = day;
  const picker = page.getByRole("dialog", { name: say("passages.tagSelection") });
  const select = async (words: string, count: number) => {
    if (way === "mouse") await dragOver(day, NOTE, 2, words);
    else {
      // The caret comes to stand at the current hit, which is the second of the two words.
      await page.keyboard.press("s");
      for (let word = 0; word < 2; word += 1) await page.keyboard.press("Control+ArrowLeft");
      for (let word = 0; word < count; word += 1) await page.keyboard.press("Control+Shift+ArrowRight");
    }
    await expect(picker).toBeVisible();
  };
  const quotes = async () => (await call("passages.list", {})).passages.map(({ quote }) => quote.trim());
  await select(WORDS, 10);
  await look("reader, words selected");
  await page.keyboard.type(TAG);
  await page.keyboard.press("Enter");
  await expect.poll(quotes).toEqual([WORDS]);

  await select(way === "mouse" ? "a grant to defray the\ncosts" : "house the persons", 3);
  await page.keyboard.press("1");
  await expect.poll(async () => (await quotes()).length).toBe(2);
  expect((await call("tags.list", {})).tags.map(({ name, passages, key }) => [name, passages, key])).toEqual([
    [TAG, 2, 1],
  ]);
}

/** A note, a mark, and the words on the clipboard with their citation. */
async function judgeThePassage(day: Day): Promise<void> {
  const { page, call, say, hand, way, look } = day;
  const isLong = ({ quote }: { readonly quote: string }) => quote.trim() === WORDS;
  const passage = async () => (await call("passages.list", {})).passages.find(isLong);
  const cards = page.getByRole("complementary", { name: say("passages.passages") });
  const card = cards.getByRole("button", { name: /transferred for a period/u });
  if (way === "mouse") {
    await markOnPage(day).click();
    const popover = page.getByRole("dialog", { name: startsWith(say("passages.passageAt", { citation: "" }).trim()) });
    await hand.press(popover.getByRole("button", { name: say("passages.addNoteHere") }));
    await page.keyboard.type("Says **how long**.");
    await hand.press(popover.getByRole("button", { name: say("passages.save") }));
    await hand.press(popover.getByRole("button", { name: say("passages.markHot") }));
    await look("reader, a passage with its note");
    const copy = popover.getByRole("button", { name: say("tagging.copyMenu"), exact: true });
    await hand.pick(copy, page.getByRole("menuitem", { name: startsWith(say("tagging.copyCited")) }));
    await page.keyboard.press("Escape");
  } else {
    await reach(page, cards.locator("[data-passage-quote][tabindex='0']"));
    await page.keyboard.press("Home");
    if (!(await card.evaluate((element) => element === document.activeElement))) await page.keyboard.press("ArrowDown");
    await expect(card).toBeFocused();
    await page.keyboard.press("e");
    await page.keyboard.type("Says **how long**.");
    await page.keyboard.press("Control+Enter");
    await expect(card).toBeFocused();
    await page.keyboard.press("h");
    await look("reader, a passage with its note");
    await page.keyboard.press("Control+Shift+c");
  }
  await expect.poll(async () => (await passage())?.note).toBe("Says **how long**.");
  await expect.poll(async () => (await passage())?.marks).toEqual(["hot"]);
  await expect(cards.locator("strong")).toHaveText("how long");
  await expect(cards.getByText(say("passages.markHot"), { exact: true })).toBeVisible();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toContain("transferred for a period of one year");
  expect(await copied()).toContain(NOTE);
}

/** The mark of the longer passage on its page. */
function markOnPage({ page }: Day): Locator {
  return page.locator('[data-page="2"] [data-kind="passage"]').first();
}

/** The motion stands beside the note; a page of it gets a bookmark; then one side again. */
async function compareWithTheMotion(day: Day): Promise<void> {
  const { page, call, say, hand, way, look } = day;
  const motion = await findDocument(day, MOTION);
  const left = page.getByRole("tablist", { name: say("app.openDocumentsLeft") });
  const right = page.getByRole("tablist", { name: say("app.openDocumentsRight") });
  if (way === "mouse") {
    const library = await showView(day, "library");
    await library.getByRole("searchbox", { name: say("library.filterDocuments") }).fill("Supplemental Motion");
    await library.getByRole("row").filter({ hasText: motion.title }).dblclick();
    await page.getByRole("tab", { name: MOTION }).click({ button: "right" });
    await page.getByRole("menuitem", { name: startsWith(say("app.moveBeside")) }).click();
  } else {
    await goTo(day, motion.title, true);
  }
  await expect(left.getByRole("tab")).toHaveText([NOTE]);
  await expect(right.getByRole("tab")).toHaveText([MOTION]);
  await expect(
    page
      .getByRole("region", { name: say("app.rightSide") })
      .locator("[data-page='1'] canvas")
      .first(),
  ).toBeVisible();
  const addBookmark = page.getByRole("button", { name: say("reader.addBookmark") }).last();
  if (way === "mouse") await hand.press(addBookmark);
  else await page.keyboard.press("Control+d");
  const bookmarks = async () => (await call("bookmarks.list", { document: motion.documentId })).bookmarks;
  await expect.poll(async () => (await bookmarks()).map((bookmark) => bookmark.page)).toEqual([1]);
  await expect(page.getByRole("button", { name: say("reader.removeBookmark") })).toHaveCount(1);
  await look("reader, two documents side by side");

  if (way === "mouse") {
    await right.getByRole("tab").click({ button: "right" });
    await page.getByRole("menuitem", { name: startsWith(say("app.joinSides")) }).click();
  } else {
    await page.keyboard.press("Alt+j");
  }
  const tabs = page.getByRole("tablist", { name: say("app.openDocuments"), exact: true });
  await expect(tabs.getByRole("tab")).toHaveText([NOTE, MOTION]);
  if (way === "mouse") await tabs.getByRole("tab", { name: NOTE }).click();
  else await page.keyboard.press("Alt+PageUp");
  await expect(tabs.getByRole("tab", { name: NOTE })).toHaveAttribute("aria-selected", "true");
}

/** How many quotations the brief has. */
async function quotations({ call }: Day): Promise<number | undefined> {
  return (await call("briefs.list", {})).briefs[0]?.quotations;
}

async function quoteInABrief(day: Day): Promise<void> {
  const { page, say, hand, way, look } = day;
  const brief = page.getByRole("complementary", { name: say("passages.brief"), exact: true });
  await hand.fill(brief.getByRole("textbox", { name: say("briefs.newBrief") }), BRIEF);
  await hand.press(brief.getByRole("button", { name: say("briefs.create") }));
  await expect(brief.getByRole("textbox", { name: say("briefs.titleOfBrief") })).toHaveValue(BRIEF);
  const cards = page.getByRole("complementary", { name: say("passages.passages") });
  const card = cards.getByRole("button", { name: /transferred for a period/u });
  if (way === "mouse") {
    await dragOnto(day, card, brief.getByText(say("briefs.orDrop")));
    await expect.poll(() => quotations(day)).toBe(1);
    const more = cards
      .getByRole("listitem")
      .filter({ hasText: "grant to defray" })
      .getByRole("button", { name: say("passages.moreForPassage") });
    await hand.pick(more, page.getByRole("menuitem", { name: startsWith(say("passages.addToBrief")) }));
  } else {
    await reach(page, cards.locator("[data-passage-quote][tabindex='0']"));
    await page.keyboard.press("Home");
    await page.keyboard.press("b");
    await expect.poll(() => quotations(day)).toBe(1);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("b");
  }
  await expect.poll(() => quotations(day)).toBe(2);
  await expect(brief.getByText(say("briefs.quotesVerified", { count: 2 }))).toBeVisible();
  await look("reader with the brief");
}

/** Two steps back by the panel that names them, and forward again. */
async function goBackInHistory(day: Day): Promise<void> {
  const { page, call, say, hand, way, look } = day;
  if (way === "mouse") await hand.press(page.getByRole("button", { name: say("app.history"), exact: true }));
  else await page.keyboard.press("Alt+h");
  const history = page.getByRole("complementary", { name: say("app.history") });
  const steps = history.getByRole("listitem");
  await expect(steps.first()).toContainText(say("app.historyHere"));
  const before = await steps.count();
  expect((await call("edits.history", {})).undo.length).toBe(before - 1);
  await look("history");
  const earlier = steps.nth(2).getByRole("button");
  if (way === "mouse") await earlier.click();
  else {
    await reach(page, steps.first().getByRole("button"));
    for (let step = 0; step < 2; step += 1) await page.keyboard.press("ArrowDown");
    await expect(earlier).toBeFocused();
    await page.keyboard.press("Enter");
  }
  await expect(page.getByText(say("app.undoneSteps", { count: 2 }))).toBeVisible();
  await expect.poll(() => quotations(day)).toBe(0);
  await expect(steps.nth(0)).toContainText(say("app.historyUndone"));
  if (way === "mouse") await steps.first().getByRole("button").click();
  else {
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
  }
  await expect(page.getByText(say("app.redoneSteps", { count: 2 }))).toBeVisible();
  await expect.poll(() => quotations(day)).toBe(2);
  await hand.press(history.getByRole("button", { name: say("app.closeHistory") }));
}

async function exportTheBrief(day: Day): Promise<void> {
  const { page, say, hand, way, look } = day;
  const briefs = await showView(day, "briefs");
  await expect(briefs.getByText(say("briefs.quotesVerified", { count: 2 }))).toBeVisible();
  await look("briefs");
  const format = say(way === "mouse" ? "briefs.pdf" : "briefs.markdown");
  const [written] = await Promise.all([
    page.waitForEvent("download"),
    hand.pick(
      briefs.getByRole("button", { name: say("briefs.export") }),
      page.getByRole("menuitem", { name: startsWith(format) }),
    ),
  ]);
  const bytes = await readDownload(written);
  if (way === "mouse") {
    expect((await PDFDocument.load(bytes)).getTitle()).toBe(BRIEF);
    return;
  }
  const text = bytes.toString("utf8");
  expect(text).toContain(`# ${BRIEF}`);
  expect(text).toContain("transferred for a period of one year");
  expect(text).toContain(`(${NOTE}, PDF p. 2.)`);
}

/** Dark, and in the other language: by the menu or by commands. What stood there stands there still. */
async function changeTheLook(day: Day): Promise<void> {
  const { page, say, hand, way, look } = day;
  const other: Language = day.language === "en" ? "es" : "en";
  const root = page.locator("html");
  if (way === "mouse") {
    await hand.press(page.getByRole("button", { name: say("ui.appearance") }));
    await hand.choose(page.getByRole("radio", { name: say("ui.themeDark") }));
    await hand.choose(page.getByRole("radio", { name: other === "es" ? "Español" : "English" }));
    await page.keyboard.press("Escape");
  } else {
    await goTo(day, say("app.themeDark"));
    await goTo(day, say(other === "es" ? "app.inSpanish" : "app.inEnglish"));
  }
  await expect(root).toHaveAttribute("lang", other);
  await expect(root).toHaveAttribute("data-theme", "dark");
  const translated = inLanguage(day, other);
  const briefs = viewOf(translated, "briefs");
  const title = briefs.getByRole("textbox", { name: sayIn(other)("briefs.titleOfBrief") });
  await expect(title).toHaveValue(BRIEF);
  await expect(briefs.getByText(translated.say("briefs.quotesVerified", { count: 2 }))).toBeVisible();
  await look("briefs, dark, in the other language");
}
