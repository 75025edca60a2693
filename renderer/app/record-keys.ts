import { COMMANDS, type Command, type CommandId } from "./commands.ts";
import { currentKeys } from "./shortcut-choices.ts";
import { type KeyPress, type Shortcut, VIEW_SHORTCUTS } from "./shortcuts.ts";

/** What stands against giving keys to a command. Only another command can be made to give them up. */
export type KeyConflict =
  | { readonly kind: "command"; readonly command: Command }
  | { readonly kind: "view"; readonly shortcut: Shortcut }
  /** The browser does not give them to a page. */
  | { readonly kind: "browser" }
  /** Copying, pasting, moving through fields: what people expect of them everywhere. */
  | { readonly kind: "text" };

const MODIFIERS = new Set(["Control", "Meta", "Alt", "AltGraph", "Shift", "CapsLock", "NumLock", "Dead", "Process"]);

/** How a press is written in the registry, e.g. `Mod+Shift+Z`; null for a modifier alone, or another system's modifier. */
export function keysOfPress(press: KeyPress, mac: boolean): string | null {
  if (MODIFIERS.has(press.key) || (mac ? press.ctrlKey : press.metaKey)) return null;
  const key = keyName(press);
  // Whether Shift is needed for a sign differs between keyboards: it is no part of its name.
  const isSign = key === "Plus" || (key.length === 1 && !/[A-Z0-9]/.test(key));
  const parts = [
    (mac ? press.metaKey : press.ctrlKey) ? "Mod" : "",
    press.altKey ? "Alt" : "",
    press.shiftKey && !isSign ? "Shift" : "",
    key,
  ];
  return parts.filter((part) => part !== "").join("+");
}

function keyName({ key, code, altKey }: KeyPress): string {
  if (/^Digit\d$/.test(code)) return /^\d$/.test(key) || altKey ? code.slice(5) : key;
  if (altKey && /^Key[A-Z]$/.test(code)) return code.slice(3);
  if (key === " ") return "Space";
  if (key === "+") return "Plus";
  return key.length === 1 ? key.toUpperCase() : key;
}

const BROWSER_KEEPS = new Set(["Mod+N", "Mod+T", "Mod+W", "Mod+Shift+N", "Mod+Shift+T", "Mod+Shift+W"]);
const OF_TEXT = /^(?:(?:Mod\+)?(?:Shift\+)?(?:Tab|Enter|Escape|Backspace|Delete)|Mod\+(?:Shift\+)?[ACVX])$/;

/**
 * What stands against these keys for a command, or null.
 *
 * @param inBrowser the window is a browser's, which keeps some keys for itself
 */
export function findConflict(id: CommandId, keys: string, inBrowser: boolean): KeyConflict | null {
  // What it had at first was chosen with the views in mind: there they come before it.
  const own: Command | undefined = COMMANDS.find((candidate) => candidate.id === id);
  const isOwn = own?.keys?.includes(keys) === true;
  if (inBrowser && BROWSER_KEEPS.has(keys)) return { kind: "browser" };
  if (OF_TEXT.test(keys) && !isOwn) return { kind: "text" };
  const shortcut = VIEW_SHORTCUTS.find((candidate) => candidate.keys.flatMap(spellOut).includes(keys));
  if (shortcut !== undefined && !isOwn) return { kind: "view", shortcut };
  const command = COMMANDS.find((candidate) => candidate.id !== id && currentKeys(candidate).includes(keys));
  return command === undefined ? null : { kind: "command", command };
}

const NAMES: Readonly<Record<string, string>> = {
  "↑": "ArrowUp",
  "↓": "ArrowDown",
  "←": "ArrowLeft",
  "→": "ArrowRight",
};

/** Keys as the list of shortcuts writes them, as they are recorded: `1 – 9` are nine of them. */
function spellOut(keys: string): readonly string[] {
  const [from, to] = keys.split(" – ").map(Number);
  if (from !== undefined && to !== undefined) {
    return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
  }
  return [
    keys
      .split("+")
      .map((key) => NAMES[key] ?? key)
      .join("+"),
  ];
}
