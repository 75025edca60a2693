import { cpSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { openSample, showView } from "./support/actions.ts";
import { SAMPLE_TEMPLATE } from "./support/sample-template.ts";
import { expect, test } from "./support/workbench.ts";

/** Opens a document by its name from the palette. */
async function openByName(page: Page, name: string, keys = "Enter"): Promise<void> {
  await page.keyboard.press("ControlOrMeta+k");
  const palette = page.getByRole("dialog", { name: "Go to anything" });
  await palette.getByRole("combobox").fill(name);
  await expect(palette.getByRole("option").first()).toContainText(name);
  await page.keyboard.press(keys);
  await expect(palette).toBeHidden();
}

/** The tabs of each side, from left to right. */
async function tabsOf(page: Page): Promise<readonly (readonly string[])[]> {
  const lists = await page.getByRole("tablist", { name: /^Open documents/u }).all();
  return Promise.all(lists.map((list) => list.getByRole("tab").allInnerTexts()));
}

test("two documents stand side by side, by keyboard alone, and are there again in the next window", async ({
  workbench,
}) => {
  const { page, complaints } = workbench;
  await openSample(workbench);
  await openByName(page, "Note 44/2025");
  await openByName(page, "Letter to the Committee on External", "Alt+Enter");
  await expect.poll(() => tabsOf(page)).toEqual([["Note 44/2025"], ["Letter to the Committee on External"]]);
  const left = page.getByRole("region", { name: "Left side" });
  const right = page.getByRole("region", { name: "Right side" });
  const hasKeyboard = (side: typeof left) =>
    side.evaluate((element) => element.contains(element.ownerDocument.activeElement));
  await expect.poll(() => hasKeyboard(right)).toBe(true);
  await page.keyboard.press("F6");
  await expect.poll(() => hasKeyboard(left)).toBe(true);

  const line = page.getByRole("separator", { name: "Width of the left side" });
  const before = (await left.boundingBox())?.width ?? 0;
  await line.focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(line).toHaveAttribute("aria-valuenow", "58");
  expect((await left.boundingBox())?.width ?? 0).toBeGreaterThan(before + 60);

  await page.keyboard.press("Alt+b");
  await expect(page.getByRole("status").filter({ hasText: "There is no brief yet." })).toBeVisible();
  await page.keyboard.press("Alt+p");
  await expect
    .poll(() => tabsOf(page))
    .toEqual([["Note 44/2025"], ["Letter to the Committee on External", "Passages"]]);

  await page.reload();
  await expect
    .poll(() => tabsOf(page))
    .toEqual([["Note 44/2025"], ["Letter to the Committee on External", "Passages"]]);
  await expect(line).toHaveAttribute("aria-valuenow", "58");

  // The last tab of a side takes the side with it.
  await left.getByRole("tab").focus();
  await page.keyboard.press("Delete");
  await expect.poll(() => tabsOf(page)).toEqual([["Letter to the Committee on External", "Passages"]]);
  await expect(line).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test("a tab goes to the other side by the mouse: by its menu, and dragged", async ({ workbench }) => {
  const { page, complaints } = workbench;
  await openSample(workbench);
  await openByName(page, "Note 44/2025");
  await openByName(page, "Register of Payment Vouchers");
  await page.getByRole("tab", { name: "Note 44/2025" }).click({ button: "right" });
  await page.getByRole("menuitem", { name: /^Move to the other side/u }).click();
  await expect.poll(() => tabsOf(page)).toEqual([["Register of Payment Vouchers"], ["Note 44/2025"]]);
  await openByName(page, "Flight Log and Manifests, 15 March 2025");
  await expect
    .poll(() => tabsOf(page))
    .toEqual([["Register of Payment Vouchers"], ["Note 44/2025", "Flight Log and Manifests, 15 March 2025"]]);
  await page
    .getByRole("tab", { name: "Flight Log and Manifests, 15 March 2025" })
    .dragTo(page.getByRole("region", { name: "Left side" }).getByRole("tabpanel").first());
  await expect
    .poll(() => tabsOf(page))
    .toEqual([["Register of Payment Vouchers", "Flight Log and Manifests, 15 March 2025"], ["Note 44/2025"]]);
  await page.getByRole("tab", { name: "Flight Log and Manifests, 15 March 2025" }).click({ button: "right" });
  await page.getByRole("menuitem", { name: /^One side again/u }).click();
  await expect
    .poll(() => tabsOf(page))
    .toEqual([["Register of Payment Vouchers", "Flight Log and Manifests, 15 March 2025", "Note 44/2025"]]);
  await page.getByRole("tab", { name: "Register of Payment Vouchers" }).dragTo(page.getByRole("tabpanel").first(), {
    targetPosition: { x: 700, y: 300 },
  });
  await expect
    .poll(() => tabsOf(page))
    .toEqual([["Flight Log and Manifests, 15 March 2025", "Note 44/2025"], ["Register of Payment Vouchers"]]);
  expect(complaints).toEqual([]);
});

test("the history names each step and goes back to one, and forward again", async ({ workbench }) => {
  const { page, call, complaints } = workbench;
  await openSample(workbench);
  for (const name of ["Payment", "Custody", "Notice"]) await call("tags.create", { name });
  await page.keyboard.press("Alt+h");
  const history = page.getByRole("complementary", { name: "History" });
  const steps = history.getByRole("listitem");
  await expect(steps).toHaveText([/Notice.*now/u, /Custody/u, /Payment/u, /^Before the first/u]);
  await steps.filter({ hasText: "Payment" }).getByRole("button").click();
  await expect(page.getByRole("status").filter({ hasText: "Undone: 2 steps" })).toBeVisible();
  await expect(steps).toHaveText([/Notice.*undone/u, /Custody.*undone/u, /Payment.*now/u, /^Before the first/u]);
  expect((await call("tags.list", {})).tags.map(({ name }) => name)).toEqual(["Payment"]);
  // By keyboard: up the list, and there.
  await steps.filter({ hasText: "Payment" }).getByRole("button").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(steps.first()).toHaveText(/Notice.*now/u);
  expect((await call("tags.list", {})).tags).toHaveLength(3);
  expect(complaints).toEqual([]);
});

test("keys of a command are changed, conflicts are said, and all are put back", async ({ workbench }) => {
  const { page, complaints } = workbench;
  await openSample(workbench);
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await keys.getByRole("button", { name: "Change the keys: History" }).click();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(keys.getByRole("status")).toHaveText(/These are the keys of Go to anything/u);
  await page.keyboard.press("r");
  await expect(keys.getByRole("status")).toHaveText(/A view has these keys: Turn the page/u);
  await page.keyboard.press("ControlOrMeta+Shift+9");
  await expect(keys.getByRole("button", { name: /^Keys as at first: History/u })).toBeVisible();
  await keys.getByRole("button", { name: "Done" }).click();
  await page.keyboard.press("Alt+h");
  const history = page.getByRole("complementary", { name: "History" });
  await expect(history).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+Shift+9");
  await expect(history).toBeVisible();
  await page.keyboard.press("?");
  await keys.getByRole("button", { name: "All as at first" }).click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Alt+h");
  await expect(history).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test("the tray has what ran, with its log; a panel is as wide in this case as it was left", async ({ workbench }) => {
  const { page, call, folder, complaints } = workbench;
  await openSample(workbench);
  await page.keyboard.press("Alt+t");
  const tray = page.getByRole("dialog", { name: "Jobs" });
  await tray.getByRole("button", { name: "Log" }).first().click();
  await expect(tray.getByRole("list", { name: "Log" }).getByRole("listitem").first()).toContainText("imported");
  await page.keyboard.press("Escape");
  await expect(tray).toBeHidden();

  const activity = await showView(workbench, "Activity");
  const edge = activity.getByRole("separator", { name: "Width of Jobs" });
  await edge.focus();
  await page.keyboard.press("ArrowRight");
  await expect(edge).toHaveAttribute("aria-valuenow", "296");
  const box = await edge.boundingBox();
  if (box === null) throw new Error("the edge is not in sight");
  await page.mouse.move(box.x, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + 54, box.y + 200, { steps: 3 });
  await page.mouse.up();
  await expect(edge).toHaveAttribute("aria-valuenow", "350");

  // Another case begins as this one was left, and what is changed there does not change it here.
  const other = join(folder, "other");
  cpSync(SAMPLE_TEMPLATE, other, { recursive: true });
  await call("case.close", {});
  await call("case.open", { directory: other });
  await showView(workbench, "Activity");
  await expect(edge).toHaveAttribute("aria-valuenow", "350");
  await edge.focus();
  await page.keyboard.press("Home");
  await expect(edge).toHaveAttribute("aria-valuenow", "180");
  await call("case.close", {});
  await call("case.open", { directory: join(folder, "sample") });
  await expect(edge).toHaveAttribute("aria-valuenow", "350");
  expect(complaints).toEqual([]);
});
