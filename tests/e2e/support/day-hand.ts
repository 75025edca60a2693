import type { Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";

/** How somebody works all day. */
export type Way = "mouse" | "keyboard";

/** The hand that does what a day asks for: with the mouse, or by keys alone. Words are typed either way. */
export interface Hand {
  /** Presses a button, a link or a tab. */
  press(target: Locator): Promise<void>;
  /** The same with Shift: adds to what is there. */
  pressWithShift(target: Locator): Promise<void>;
  /** Puts words in the place of what a field holds. */
  fill(field: Locator, words: string): Promise<void>;
  /** Checks a box, or takes its check away. */
  toggle(box: Locator): Promise<void>;
  /** Chooses one of a group of radio buttons. */
  choose(radio: Locator): Promise<void>;
  /** Opens a menu and takes an item of it. */
  pick(opener: Locator, item: Locator): Promise<void>;
  /** Shows another tab of a row. */
  turnTo(tab: Locator): Promise<void>;
}

/** @returns the hand that works in this way */
export function handOf(page: Page, way: Way): Hand {
  return way === "mouse" ? mouseHand(page) : keyboardHand(page);
}

function mouseHand(page: Page): Hand {
  return {
    press: (target) => target.click(),
    pressWithShift: (target) => target.click({ modifiers: ["Shift"] }),
    fill: async (field, words) => {
      await field.click();
      await page.keyboard.press("Control+a");
      await page.keyboard.type(words);
    },
    toggle: (box) => box.click(),
    // The box itself can be hidden behind the words that are pressed.
    choose: (radio) => radio.click({ force: true }),
    pick: async (opener, item) => {
      await opener.click();
      await item.click();
    },
    turnTo: (tab) => tab.click(),
  };
}

function keyboardHand(page: Page): Hand {
  const press = async (target: Locator) => {
    await reach(page, target);
    await page.keyboard.press("Enter");
  };
  return {
    press,
    pressWithShift: async (target) => {
      await reach(page, target);
      await page.keyboard.press("Shift+Enter");
    },
    fill: async (field, words) => {
      await reach(page, field);
      await page.keyboard.press("Control+a");
      await page.keyboard.type(words);
    },
    toggle: async (box) => {
      await reach(page, box);
      await page.keyboard.press("Space");
    },
    choose: async (radio) => {
      await expect(radio).toBeAttached();
      const name = await radio.evaluate((element) => (element as HTMLInputElement).name);
      await reach(page, page.locator(`input[type=radio][name="${name}"]:checked`));
      await go(page, radio, "ArrowRight", 12);
    },
    pick: async (opener, item) => {
      await press(opener);
      await expect(item).toBeVisible();
      await go(page, item, "ArrowDown", 40);
      await page.keyboard.press("Enter");
    },
    turnTo: async (tab) => {
      await expect(tab).toBeVisible();
      const shown = tab.locator("xpath=..").locator('[aria-selected="true"]');
      await reach(page, shown);
      await go(page, tab, "ArrowRight", 8);
    },
  };
}

/**
 * Puts the keyboard on something, by Tab alone, as somebody does who has no mouse.
 *
 * @throws when Tab passes it over
 */
export async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  // Found once: to look for it by its role before every press would take longer than all else.
  let element = await target.elementHandle();
  let last: "nowhere" | "ahead" | "behind" = "nowhere";
  for (let presses = 0; presses < 150 && element !== null; presses += 1) {
    const where = await element.evaluate((wanted) => {
      const at = document.activeElement;
      if (!wanted.isConnected) return "replaced";
      if (at === wanted) return "here";
      if (at === null || at === document.body) return "nowhere";
      return at.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_FOLLOWING ? "ahead" : "behind";
    });
    if (where === "here") return;
    if (where === "replaced") {
      element = await target.elementHandle();
      continue;
    }
    if (last !== "nowhere" && where !== last) break;
    last = where;
    await page.keyboard.press(where === "behind" ? "Shift+Tab" : "Tab");
  }
  throw new Error(`Tab does not come to ${String(target)}`);
}

/**
 * Goes on by one key until the keyboard is on something.
 *
 * @throws when it is not there after so many presses
 */
export async function go(page: Page, target: Locator, key: string, most: number): Promise<void> {
  for (let presses = 0; presses <= most; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    if (presses < most) await page.keyboard.press(key);
  }
  throw new Error(`${key} does not come to ${String(target)}`);
}
