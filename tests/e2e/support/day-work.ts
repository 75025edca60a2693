import type { BrowserContextOptions, Locator, TestInfo } from "@playwright/test";
import { expect } from "@playwright/test";
import type { Language } from "../../../renderer/messages/language.ts";
import { type Hand, handOf, type Way } from "./day-hand.ts";
import { LOCALES, type Say, sayIn } from "./day-words.ts";
import type { Workbench } from "./workbench.ts";

/** A day of work in the window: who works how, in which language. */
export interface Day extends Workbench {
  readonly way: Way;
  readonly language: Language;
  readonly say: Say;
  readonly hand: Hand;
  /** Keeps a picture of the screen as it is, under a name. */
  readonly look: (screen: string) => Promise<void>;
}

/** The window of somebody whose machine speaks a language. What is copied can be read back. */
export function windowOf(language: Language): BrowserContextOptions {
  return {
    viewport: { width: 1440, height: 900 },
    locale: LOCALES[language],
    permissions: ["clipboard-read", "clipboard-write"],
  };
}

/** Begins a day on the welcome screen. */
export function beginDay(workbench: Workbench, testInfo: TestInfo, way: Way, language: Language): Day {
  const { page } = workbench;
  let pictures = 0;
  return {
    ...workbench,
    way,
    language,
    say: sayIn(language),
    hand: handOf(page, way),
    look: async (screen) => {
      pictures += 1;
      const name = `${String(pictures).padStart(2, "0")} ${screen}`;
      const path = testInfo.outputPath(`${name}.png`);
      await page.screenshot({ path, animations: "disabled" });
      await testInfo.attach(name, { path, contentType: "image/png" });
    },
  };
}

/** The same day in another language, after the interface was told to speak it. */
export function inLanguage(day: Day, language: Language): Day {
  return { ...day, language, say: sayIn(language) };
}

/** The views of the rail, and the keys that show them. */
const VIEWS = {
  library: { name: "app.library", keys: "Alt+1" },
  search: { name: "app.search", keys: "Alt+2" },
  reader: { name: "app.reader", keys: "Alt+3" },
  passages: { name: "passages.tags", keys: "Alt+4" },
  briefs: { name: "app.briefs", keys: "Alt+5" },
  activity: { name: "app.activity", keys: "Alt+6" },
} as const;

/** Where a view stands, whether it shows or not. */
export function viewOf({ page, say }: Day, view: keyof typeof VIEWS): Locator {
  // A panel of the view can have the same name.
  return page.locator("main > section").and(page.getByRole("region", { name: say(VIEWS[view].name), exact: true }));
}

/** Shows a view: by its button, or by its keys. */
export async function showView(day: Day, view: keyof typeof VIEWS): Promise<Locator> {
  const { page, say, way } = day;
  const { name, keys } = VIEWS[view];
  if (way === "keyboard") await page.keyboard.press(keys);
  else
    await page
      .getByRole("navigation", { name: say("app.views") })
      .getByRole("button", { name: say(name) })
      .click();
  await expect(viewOf(day, view)).toBeVisible();
  return viewOf(day, view);
}

/** Finds something in the palette and takes the first row, to the other side of a split if that is wanted. */
export async function goTo({ page, say }: Day, words: string, beside = false): Promise<void> {
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: say("app.goToAnything") });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type(words);
  await expect(palette.getByRole("option").first()).toContainText(words);
  await page.keyboard.press(beside ? "Alt+Enter" : "Enter");
  await expect(palette).toHaveCount(0);
}

/** Types a search into the field of the top bar and waits for its answer, which is that of the case. */
export async function searchFor(day: Day, query: string): Promise<Awaited<ReturnType<typeof answerOf>>> {
  const { page, say, hand, way } = day;
  const field = page.getByRole("textbox", { name: say("app.searchTheCase") });
  if (way === "mouse") await hand.fill(field, query);
  else {
    await page.keyboard.press("Control+Shift+f");
    await expect(field).toBeFocused();
    await page.keyboard.press("Control+a");
    await page.keyboard.type(query);
  }
  const answer = await answerOf(day, query);
  const { hits, pages, documents } = answer;
  const results = page.getByRole("region", { name: say("search.searchResults") });
  const counts = say("search.hitsOnPagesInDocuments", { hits, pages, documents });
  await expect(results.getByRole("heading", { level: 1 })).toHaveText(counts);
  await expect(page.locator("[data-stale]")).toHaveCount(0);
  return answer;
}

async function answerOf({ call }: Day, query: string) {
  return call("search.query", { query });
}
