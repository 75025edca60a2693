import type { MessageKey } from "../messages/en/english.ts";
import { COMMANDS, type Command, type CommandId, type SHORTCUT_PLACES } from "./commands.ts";
import { currentKeys } from "./shortcut-choices.ts";

/** Keys that a view handles itself. `keys` are alternatives; `Mod` is Ctrl, or ⌘ on a Mac. */
export interface Shortcut {
  readonly id: string;
  readonly keys: readonly string[];
  readonly label: MessageKey;
  readonly when: keyof typeof SHORTCUT_PLACES;
}

/**
 * Shortcuts that views handle where they have the keyboard; listed so that they can be found, and that no command takes
 * them. They cannot be changed.
 */
export const VIEW_SHORTCUTS: readonly Shortcut[] = [
  { id: "list-move", keys: ["↑", "↓"], label: "app.listMove", when: "lists" },
  { id: "list-ends", keys: ["Home", "End"], label: "app.listEnds", when: "lists" },
  { id: "list-open", keys: ["Enter"], label: "app.listOpen", when: "lists" },
  { id: "hit-step", keys: ["N", "P"], label: "app.hitStep", when: "search" },
  {
    id: "result-choose",
    keys: ["Space", "Shift+Space"],
    label: "app.resultChoose",
    when: "search",
  },
  { id: "result-choose-all", keys: ["Mod+A"], label: "app.resultChooseAll", when: "search" },
  { id: "search-help", keys: ["?"], label: "app.searchHelp", when: "search" },
  { id: "reader-page", keys: ["←", "→"], label: "app.readerPage", when: "reader" },
  { id: "reader-ends", keys: ["Home", "End"], label: "app.readerEnds", when: "reader" },
  { id: "reader-go", keys: ["G"], label: "app.readerGo", when: "reader" },
  { id: "reader-outline", keys: ["O"], label: "app.readerOutline", when: "reader" },
  { id: "reader-zoom", keys: ["Mod+Plus", "Mod+-"], label: "app.readerZoom", when: "reader" },
  { id: "reader-fit", keys: ["Mod+0", "Mod+9"], label: "app.readerFit", when: "reader" },
  { id: "reader-turn", keys: ["R"], label: "app.readerTurn", when: "reader" },
  { id: "reader-caret", keys: ["S"], label: "app.readerCaret", when: "reader" },
  { id: "reader-select", keys: ["Shift+→", "Mod+Shift+→"], label: "app.readerSelect", when: "reader" },
  { id: "reader-note", keys: ["N", "B"], label: "app.readerNote", when: "reader" },
  { id: "reader-tag", keys: ["1 – 9"], label: "app.readerTag", when: "reader" },
  { id: "tab-close", keys: ["Delete"], label: "app.tabClose", when: "reader" },
  { id: "passage-note", keys: ["E"], label: "app.passageNote", when: "passages" },
  { id: "passage-tags", keys: ["T"], label: "app.passageTags", when: "passages" },
  { id: "passage-brief", keys: ["B"], label: "app.passageBrief", when: "passages" },
  { id: "passage-cite", keys: ["C"], label: "app.passageCite", when: "passages" },
  { id: "passage-delete", keys: ["Delete"], label: "app.passageDelete", when: "passages" },
  { id: "block-text", keys: ["Mod+Enter"], label: "app.blockText", when: "passages" },
  { id: "block-move", keys: ["Alt+↑", "Alt+↓"], label: "app.blockMove", when: "passages" },
];

/** What a key press is compared by; a subset of `KeyboardEvent`. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Names of keys whose sign cannot stand between `+`. */
const SIGNS: Readonly<Record<string, string>> = { Plus: "+", Space: " " };

/** True when the press is exactly these keys, e.g. `Mod+Shift+Z`. */
export function pressMatches(press: KeyPress, keys: string, mac: boolean): boolean {
  const parts = keys.split("+");
  const name = parts.at(-1) ?? "";
  const key = SIGNS[name] ?? name;
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier);
  if ((mac ? press.metaKey : press.ctrlKey) !== wants("Mod")) return false;
  if (mac ? press.ctrlKey : press.metaKey) return false;
  if (press.altKey !== wants("Alt")) return false;
  // A sign such as ? is typed with Shift on many keyboards and without on others: there Shift says nothing.
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key);
  if (!isSign && press.shiftKey !== wants("Shift")) return false;
  // With Alt held some layouts type another sign than what stands on the key.
  if (/^\d$/.test(key) && press.code === `Digit${key}`) return true;
  if (press.altKey && /^[a-z]$/i.test(key)) return press.code === "" ? sameKey(press, key) : press.code === codeOf(key);
  return sameKey(press, key);
}

function sameKey(press: KeyPress, key: string): boolean {
  return press.key.toLowerCase() === key.toLowerCase();
}

function codeOf(letter: string): string {
  return `Key${letter.toUpperCase()}`;
}

/** The command for a press, or null. Keys that type something, or that the field has itself, do nothing while typing. */
export function findCommand(press: KeyPress, typing: boolean, mac: boolean): CommandId | null {
  const found = COMMANDS.find((command: Command) =>
    currentKeys(command).some((keys) => (!typing || worksInFields(command, keys)) && pressMatches(press, keys, mac)),
  );
  return found?.id ?? null;
}

function worksInFields(command: Command, keys: string): boolean {
  return command.whileTyping === true && /^(?:Mod\+|Alt\+|F\d)/.test(keys);
}

const ON_MAC: Readonly<Record<string, string>> = { Mod: "⌘", Alt: "⌥", Shift: "⇧" };
const ELSEWHERE: Readonly<Record<string, string>> = { Mod: "Ctrl" };
const ARROWS: Readonly<Record<string, string>> = { ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→" };

/** The keys as people read them: `Ctrl+K`, or `⌘+K` on a Mac. */
export function keysForPeople(keys: string, mac: boolean): string {
  const names = mac ? ON_MAC : ELSEWHERE;
  return keys
    .split("+")
    .map((key) => names[key] ?? ARROWS[key] ?? key)
    .join("+");
}

/** The first keys of a command as people read them; empty for one that has none. */
export function keysOf(id: CommandId, mac: boolean): string {
  const command: Command | undefined = COMMANDS.find((candidate) => candidate.id === id);
  const [first] = command === undefined ? [] : currentKeys(command);
  return first === undefined ? "" : keysForPeople(first, mac);
}
