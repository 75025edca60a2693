import { describe, expect, test } from "vitest";
import {
  FRAME_SHORTCUTS,
  findFrameShortcut,
  type KeyPress,
  keysForPeople,
  pressMatches,
} from "../../../renderer/app/shortcuts.ts";

function press(key: string, modifiers: Partial<KeyPress> = {}): KeyPress {
  return { key, code: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers };
}

describe("pressMatches", () => {
  test("Mod is Ctrl, and ⌘ on a Mac; never both", () => {
    expect(pressMatches(press("k", { ctrlKey: true }), "Mod+K", false)).toBe(true);
    expect(pressMatches(press("k", { metaKey: true }), "Mod+K", true)).toBe(true);
    expect(pressMatches(press("k", { metaKey: true }), "Mod+K", false)).toBe(false);
    expect(pressMatches(press("k", { ctrlKey: true, metaKey: true }), "Mod+K", true)).toBe(false);
  });

  test("Shift tells undo from redo", () => {
    const redo = press("Z", { ctrlKey: true, shiftKey: true });
    expect(pressMatches(redo, "Mod+Shift+Z", false)).toBe(true);
    expect(pressMatches(redo, "Mod+Z", false)).toBe(false);
  });

  test("a sign matches with and without Shift: keyboards differ", () => {
    expect(pressMatches(press("?", { shiftKey: true }), "?", false)).toBe(true);
    expect(pressMatches(press("/"), "/", false)).toBe(true);
    expect(pressMatches(press("/", { shiftKey: true }), "/", false)).toBe(true);
  });

  test("a digit with Alt is known by its key, whatever it types", () => {
    expect(pressMatches(press("¡", { altKey: true, code: "Digit1" }), "Alt+1", true)).toBe(true);
  });
});

describe("findFrameShortcut", () => {
  test("keys that type something do nothing while text is typed", () => {
    expect(findFrameShortcut(press("/"), false, false)).toBe("search");
    expect(findFrameShortcut(press("/"), true, false)).toBeNull();
    expect(findFrameShortcut(press("?", { shiftKey: true }), true, false)).toBeNull();
  });

  test("while text is typed, undo is the field's own, and search and views are still reached", () => {
    expect(findFrameShortcut(press("z", { ctrlKey: true }), true, false)).toBeNull();
    expect(findFrameShortcut(press("k", { ctrlKey: true }), true, false)).toBe("search");
    expect(findFrameShortcut(press("2", { altKey: true, code: "Digit2" }), true, false)).toBe("show-search");
  });

  test("no two frame shortcuts share keys", () => {
    const keys = FRAME_SHORTCUTS.flatMap((shortcut) => [...shortcut.keys]);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test("keys are named as on the person's keyboard", () => {
  expect(keysForPeople("Mod+Shift+Z", false)).toBe("Ctrl+Shift+Z");
  expect(keysForPeople("Mod+Shift+Z", true)).toBe("⌘+⇧+Z");
});
