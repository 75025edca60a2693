import { COMMANDS, type Command, type CommandId } from "./commands.ts";

/** One shortcut as the window knows it. `keys` are alternatives; `Mod` is Ctrl, or ⌘ on a Mac. */
export interface Shortcut {
  readonly id: string;
  readonly keys: readonly string[];
  readonly label: string;
  /** Where it works; the heading under which the dialog lists it. */
  readonly when: "Everywhere" | "Lists" | "Search and reader" | "Reader" | "Passages and briefs";
}

/** The commands that have keys, as the list of shortcuts shows them. */
export const COMMAND_SHORTCUTS: readonly Shortcut[] = COMMANDS.flatMap((command: Command) =>
  command.keys === undefined
    ? []
    : [{ id: command.id, keys: command.keys, label: command.label, when: "Everywhere" as const }],
);

/** Shortcuts that views handle where they have the keyboard; listed so that they can be found. */
export const VIEW_SHORTCUTS: readonly Shortcut[] = [
  { id: "list-move", keys: ["↑", "↓"], label: "Previous or next row", when: "Lists" },
  { id: "list-ends", keys: ["Home", "End"], label: "First or last row", when: "Lists" },
  { id: "list-open", keys: ["Enter"], label: "Open what is selected", when: "Lists" },
  { id: "hit-step", keys: ["N", "P"], label: "Next or previous hit", when: "Search and reader" },
  {
    id: "result-choose",
    keys: ["Space", "Shift+Space"],
    label: "Choose a document, or a stretch",
    when: "Search and reader",
  },
  { id: "result-choose-all", keys: ["Mod+A"], label: "Choose all documents found", when: "Search and reader" },
  { id: "search-help", keys: ["?"], label: "How to search, in the search view", when: "Search and reader" },
  { id: "reader-page", keys: ["←", "→"], label: "Previous or next page", when: "Reader" },
  { id: "reader-ends", keys: ["Home", "End"], label: "First or last page", when: "Reader" },
  { id: "reader-go", keys: ["G"], label: "Go to a page by its label", when: "Reader" },
  { id: "reader-outline", keys: ["O"], label: "Outline and thumbnails", when: "Reader" },
  { id: "reader-zoom", keys: ["Mod+Plus", "Mod+-"], label: "Larger or smaller", when: "Reader" },
  { id: "reader-fit", keys: ["Mod+0", "Mod+9"], label: "Fit the width or the page", when: "Reader" },
  { id: "reader-turn", keys: ["R"], label: "Turn the page", when: "Reader" },
  { id: "reader-caret", keys: ["S"], label: "Put a caret on the page; arrows move it", when: "Reader" },
  { id: "reader-select", keys: ["Shift+→", "Mod+Shift+→"], label: "Select letters or words", when: "Reader" },
  { id: "reader-note", keys: ["N", "B"], label: "Note on, or quote, the selected text", when: "Reader" },
  { id: "reader-tag", keys: ["1 – 9"], label: "Tag the selected text", when: "Reader" },
  { id: "tab-close", keys: ["Delete"], label: "Close the tab that has the keyboard", when: "Reader" },
  { id: "passage-note", keys: ["E"], label: "Edit the note", when: "Passages and briefs" },
  { id: "passage-tags", keys: ["T"], label: "Change the tags", when: "Passages and briefs" },
  { id: "passage-brief", keys: ["B"], label: "Add to the brief", when: "Passages and briefs" },
  { id: "passage-cite", keys: ["C"], label: "Copy the citation", when: "Passages and briefs" },
  { id: "passage-delete", keys: ["Delete"], label: "Delete the passage", when: "Passages and briefs" },
  { id: "block-text", keys: ["Mod+Enter"], label: "New paragraph after this one", when: "Passages and briefs" },
  { id: "block-move", keys: ["Alt+↑", "Alt+↓"], label: "Move the paragraph or quotation", when: "Passages and briefs" },
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
