import { beforeEach, expect, test, vi } from "vitest";
import { COMMANDS, type Command } from "../../../renderer/app/commands.ts";

type Choices = typeof import("../../../renderer/app/shortcut-choices.ts");

const stored = new Map<string, string>();

/** The module as a window that has just opened loads it. */
async function openWindow(): Promise<Choices> {
  vi.resetModules();
  return import("../../../renderer/app/shortcut-choices.ts");
}

function commandOf(id: string): Command {
  const command = COMMANDS.find((candidate) => candidate.id === id);
  if (command === undefined) throw new Error(`there is no ${id}`);
  return command;
}

beforeEach(() => {
  stored.clear();
  vi.stubGlobal("window", {
    localStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
    },
  });
});

test("keys that were chosen hold in the next window too; only what differs is stored", async () => {
  const first = await openWindow();
  first.chooseKeys("history", ["Mod+Shift+9"]);
  first.chooseKeys("undo", ["Mod+Z"]);
  expect([...stored.values()]).toEqual(['{"history":["Mod+Shift+9"]}']);
  const next = await openWindow();
  expect(next.currentKeys(commandOf("history"))).toEqual(["Mod+Shift+9"]);
  expect(next.hasOtherKeys(commandOf("history"))).toBe(true);
  expect(next.currentKeys(commandOf("undo"))).toEqual(["Mod+Z"]);
});

test("a command that had the keys loses them, those alone, and gets them back", async () => {
  const choices = await openWindow();
  choices.chooseKeys("history", ["Mod+Y"]);
  expect(choices.currentKeys(commandOf("redo"))).toEqual(["Mod+Shift+Z"]);
  choices.resetKeys("redo");
  expect(choices.currentKeys(commandOf("redo"))).toEqual(["Mod+Shift+Z", "Mod+Y"]);
  expect(choices.currentKeys(commandOf("history"))).toEqual([]);
  choices.resetAllKeys();
  expect(choices.currentKeys(commandOf("history"))).toEqual(["Alt+H"]);
  expect([...stored.values()]).toEqual(["{}"]);
});

test.each(['{"history":7}', "nonsense", '{"no-such-command":["Mod+J"]}'])("%s changes nothing", async (text) => {
  stored.set("probative.shortcuts", text);
  const choices = await openWindow();
  expect(COMMANDS.filter((command) => choices.hasOtherKeys(command))).toEqual([]);
});
