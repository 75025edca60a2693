import { useSyncExternalStore } from "react";
import { z } from "zod";
import { readStored, writeStored } from "../ui/storage.ts";
import { COMMANDS, type Command, type CommandId } from "./commands.ts";

/** Keys that a person chose, by command; an empty list takes the keys away. Commands that are not named keep their own. */
export type ShortcutChoices = Readonly<Partial<Record<CommandId, readonly string[]>>>;

const STORED_UNDER = "probative.shortcuts";
const storedSchema = z.record(z.string(), z.array(z.string().max(40)).max(4));
const listeners = new Set<() => void>();
let choices: ShortcutChoices | null = null;

/** What was chosen, on this machine for all cases. */
export function shortcutChoices(): ShortcutChoices {
  choices ??= readChoices();
  return choices;
}

/** The same, drawn anew when it changes. */
export function useShortcutChoices(): ShortcutChoices {
  return useSyncExternalStore(subscribe, shortcutChoices);
}

/** The keys of a command now. */
export function currentKeys(command: Command): readonly string[] {
  const chosen: Readonly<Record<string, readonly string[] | undefined>> = shortcutChoices();
  return chosen[command.id] ?? command.keys ?? [];
}

/**
 * Gives keys to a command; another command that has them loses them. With what is the command's own anyway, nothing is
 * remembered.
 */
export function chooseKeys(id: CommandId, keys: readonly string[]): void {
  const next: Partial<Record<CommandId, readonly string[]>> = { ...shortcutChoices() };
  for (const command of COMMANDS) {
    const left = currentKeys(command).filter((its) => !keys.includes(its));
    if (command.id !== id && left.length < currentKeys(command).length) next[command.id] = left;
  }
  next[id] = keys;
  keep(next);
}

/** Gives a command its own keys back; one that had got them loses them. */
export function resetKeys(id: CommandId): void {
  const command: Command | undefined = COMMANDS.find((candidate) => candidate.id === id);
  chooseKeys(id, command?.keys ?? []);
}

/** Gives all commands their own keys back. */
export function resetAllKeys(): void {
  keep({});
}

/** True when its keys are not those that it had at first. */
export function hasOtherKeys(command: Command): boolean {
  return currentKeys(command).join(" ") !== (command.keys ?? []).join(" ");
}

function keep(next: ShortcutChoices): void {
  const own = (command: Command) => (command.keys ?? []).join(" ");
  const differing = COMMANDS.flatMap((command) => {
    const keys = next[command.id];
    return keys === undefined || keys.join(" ") === own(command) ? [] : [[command.id, keys] as const];
  });
  choices = Object.fromEntries(differing);
  writeStored(STORED_UNDER, choices);
  for (const changed of [...listeners]) changed();
}

function readChoices(): ShortcutChoices {
  const stored = storedSchema.safeParse(readStored(STORED_UNDER));
  if (!stored.success) return {};
  return Object.fromEntries(
    Object.entries(stored.data).filter(([id]) => COMMANDS.some((command) => command.id === id)),
  );
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => void listeners.delete(changed);
}
