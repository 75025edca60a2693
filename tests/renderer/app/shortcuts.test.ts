import { describe, expect, test } from "vitest";
import { COMMANDS, type Command, type CommandId } from "../../../renderer/app/commands.ts";
import { findConflict, keysOfPress } from "../../../renderer/app/record-keys.ts";
import { findCommand, type KeyPress, keysForPeople, keysOf, pressMatches } from "../../../renderer/app/shortcuts.ts";

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
    const keys = COMMANDS.flatMap((command: Command) => command.keys ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("every key of the registry does what it stands at", () => {
    for (const { id, keys = [] } of COMMANDS as readonly Command[]) {
      for (const written of keys) {
        const parts = written.split("+");
        const key = parts.at(-1) ?? "";
        const pressed = press(key, {
          code: /^\d$/u.test(key) ? `Digit${key}` : /^[A-Z]$/u.test(key) ? `Key${key}` : "",
          ctrlKey: parts.includes("Mod"),
          altKey: parts.includes("Alt"),
          shiftKey: parts.includes("Shift"),
        });
        expect(findCommand(pressed, false, false), written).toBe(id);
        expect(keysOfPress(pressed, false), written).toBe(written);
        // No command takes keys that a view, a field or a browser has.
        expect(findConflict(id as CommandId, written, true), written).toBeNull();
      }
    }
    expect(keysOf("palette", false)).toBe("Ctrl+K");
    expect(keysOf("search", false)).toBe("/");
    expect(keysOf("show-terms", false)).toBe("");
  });
});

describe("keys that a person presses for a command", () => {
  test("a modifier alone is none; the rest is written as the registry writes it", () => {
    expect(keysOfPress(press("Shift", { shiftKey: true }), false)).toBeNull();
    expect(keysOfPress(press("k", { metaKey: true }), true)).toBe("Mod+K");
    expect(keysOfPress(press("k", { metaKey: true }), false)).toBeNull();
    expect(keysOfPress(press("˙", { altKey: true, code: "KeyH" }), true)).toBe("Alt+H");
    expect(keysOfPress(press(" ", { shiftKey: true }), false)).toBe("Shift+Space");
    expect(keysOfPress(press("+", { ctrlKey: true, shiftKey: true }), false)).toBe("Mod+Plus");
    expect(keysOfPress(press("?", { shiftKey: true }), false)).toBe("?");
  });

  test.each([
    ["Mod+K", { kind: "command", command: { id: "palette" } }],
    ["R", { kind: "view", shortcut: { id: "reader-turn" } }],
    ["3", { kind: "view", shortcut: { id: "reader-tag" } }],
    ["ArrowDown", { kind: "view", shortcut: { id: "list-move" } }],
    ["Mod+W", { kind: "browser" }],
    ["Mod+C", { kind: "text" }],
    ["Tab", { kind: "text" }],
  ])("%s is taken", (keys, conflict) => {
    expect(findConflict("history", keys, true)).toMatchObject(conflict);
  });

  test("its own keys and free ones are no conflict; a window of the desktop has more that are free", () => {
    expect(findConflict("palette", "Mod+K", true)).toBeNull();
    expect(findConflict("palette", "Mod+Shift+9", true)).toBeNull();
    expect(findConflict("close-tab", "Mod+W", false)).toBeNull();
  });
});

test("keys are named as on the person's keyboard", () => {
  expect(keysForPeople("Mod+Shift+Z", false)).toBe("Ctrl+Shift+Z");
  expect(keysForPeople("Mod+Shift+Z", true)).toBe("⌘+⇧+Z");
});
