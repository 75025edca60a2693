import { COMMANDS, type Command, type SHORTCUT_PLACES } from "./commands.ts";
import { currentKeys } from "./shortcut-choices.ts";
import { type Shortcut, VIEW_SHORTCUTS } from "./shortcuts.ts";

/** A line of the list of shortcuts: a command, whose keys can be changed, or keys of a view, which cannot. */
export type ShortcutLine =
  | { readonly kind: "command"; readonly command: Command; readonly keys: readonly string[] }
  | { readonly kind: "view"; readonly shortcut: Shortcut; readonly keys: readonly string[] };

/** Lines under one heading. */
export interface ShortcutGroup {
  readonly place: keyof typeof SHORTCUT_PLACES;
  readonly lines: readonly ShortcutLine[];
}

/** All commands and all keys of views, by where they belong. Commands without keys stand there too: they can be given some. */
export function shortcutGroups(): readonly ShortcutGroup[] {
  const lines: readonly ShortcutLine[] = [
    ...COMMANDS.map((command: Command) => ({ kind: "command" as const, command, keys: currentKeys(command) })),
    ...VIEW_SHORTCUTS.map((shortcut) => ({ kind: "view" as const, shortcut, keys: shortcut.keys })),
  ];
  const groups = Map.groupBy(lines, (line) => (line.kind === "command" ? line.command.place : line.shortcut.when));
  return [...groups].map(([place, its]) => ({ place, lines: its }));
}
