import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../../renderer/app/commands.ts";
import {
  COMMAND_SHORTCUTS,
  findCommand,
  type KeyPress,
  keysForPeople,
  keysOf,
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

describe("findCommand", () => {
  test("keys that type something do nothing while text is typed", () => {
    expect(findCommand(press("/"), false, false)).toBe("search");
    expect(findCommand(press("/"), true, false)).toBeNull();
    expect(findCommand(press("?", { shiftKey: true }), true, false)).toBeNull();
  });

  test("while text is typed, undo is the field's own, and palette, search and views are still reached", () => {
    expect(findCommand(press("z", { ctrlKey: true }), true, false)).toBeNull();
    expect(findCommand(press("k", { ctrlKey: true }), true, false)).toBe("palette");
    expect(findCommand(press("F", { ctrlKey: true, shiftKey: true }), true, false)).toBe("search");
    expect(findCommand(press("2", { altKey: true, code: "Digit2" }), true, false)).toBe("show-search");
  });

  test("no two commands share an identifier or keys", () => {
    const ids = COMMANDS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const keys = COMMAND_SHORTCUTS.flatMap((shortcut) => shortcut.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("the hints name keys that do what they say", () => {
    for (const { id, keys } of COMMAND_SHORTCUTS) {
      const parts = (keys[0] ?? "").split("+");
      const key = parts.at(-1) ?? "";
      const pressed = press(key, {
        code: /\d/u.test(key) ? `Digit${key}` : "",
        ctrlKey: parts.includes("Mod"),
        altKey: parts.includes("Alt"),
        shiftKey: parts.includes("Shift"),
      });
      expect(findCommand(pressed, false, false)).toBe(id);
    }
    expect(keysOf("palette", false)).toBe("Ctrl+K");
    expect(keysOf("search", false)).toBe("/");
    expect(keysOf("show-terms", false)).toBe("");
  });
});

test("keys are named as on the person's keyboard", () => {
  expect(keysForPeople("Mod+Shift+Z", false)).toBe("Ctrl+Shift+Z");
  expect(keysForPeople("Mod+Shift+Z", true)).toBe("⌘+⇧+Z");
});
