import type { MessageKey } from "../messages/en/english.ts";
import { COMMANDS, type Command, type CommandId } from "./commands.ts";

/** Where a shortcut works: the headings of their list. */
export const SHORTCUT_PLACES = {
  everywhere: "app.everywhere",
  lists: "app.lists",
  search: "app.searchAndReader",
  reader: "app.reader",
  passages: "app.passagesAndBriefs",
} as const satisfies Readonly<Record<string, MessageKey>>;

/** One shortcut as the window knows it. `keys` are alternatives; `Mod` is Ctrl, or ⌘ on a Mac. */
export interface Shortcut {
  readonly id: string;
  readonly keys: readonly string[];
  readonly label: MessageKey;
  readonly when: keyof typeof SHORTCUT_PLACES;
}

/** The commands that have keys, as the list of shortcuts shows them. */
export const COMMAND_SHORTCUTS: readonly Shortcut[] = COMMANDS.flatMap((command: Command) =>
  command.keys === undefined
    ? []
    : [{ id: command.id, keys: command.keys, label: command.label, when: "everywhere" as const }],
);

/** Shortcuts that views handle where they have the keyboard; listed so that they can be found. */
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

/** True when the press is exactly these keys, e.g. `Mod+Shift+Z`. */
export function pressMatches(press: KeyPress, keys: string, mac: boolean): boolean {
  const parts = keys.split("+");
  const key = parts.at(-1) ?? "";
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier);
  if ((mac ? press.metaKey : press.ctrlKey) !== wants("Mod")) return false;
  if (mac ? press.ctrlKey : press.metaKey) return false;
  if (press.altKey !== wants("Alt")) return false;
  // A sign such as ? is typed with Shift on many keyboards and without on others: there Shift says nothing.
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key);
  if (!isSign && press.shiftKey !== wants("Shift")) return false;
  // With Alt held some layouts type another sign than the digit on the key.
  if (/^\d$/.test(key) && press.code === `Digit${key}`) return true;
  return press.key.toLowerCase() === key.toLowerCase();
}

/** The command for a press, or null. Keys that type something, or that the field has itself, do nothing while typing. */
export function findCommand(press: KeyPress, typing: boolean, mac: boolean): CommandId | null {
  const found = COMMANDS.find((command: Command) =>
    command.keys?.some((keys) => (!typing || worksInFields(command, keys)) && pressMatches(press, keys, mac)),
  );
  return found?.id ?? null;
}

function worksInFields(command: Command, keys: string): boolean {
  return command.whileTyping === true && /^(?:Mod|Alt)\+/.test(keys);
}

/** The keys as people read them: `Ctrl+K`, or `⌘+K` on a Mac. */
export function keysForPeople(keys: string, mac: boolean): string {
  return keys
    .replace("Mod", mac ? "⌘" : "Ctrl")
    .replace("Alt", mac ? "⌥" : "Alt")
    .replace("Shift", mac ? "⇧" : "Shift");
}

/** The first keys of a command as people read them; empty for one that has none. */
export function keysOf(id: CommandId, mac: boolean): string {
  const command: Command | undefined = COMMANDS.find((candidate) => candidate.id === id);
  return command?.keys === undefined ? "" : keysForPeople(command.keys[0], mac);
}
