import { useSyncExternalStore } from "react";
import { readStored, writeStored } from "./storage.ts";

/** What a person can choose about the look, and what there is to choose. The first of each holds until somebody chooses. */
const APPEARANCE = {
  /** `system` follows the machine. */
  theme: ["system", "light", "dark"],
  density: ["comfortable", "compact"],
  textSize: ["normal", "small", "large"],
  /** `system` follows the machine; the others hold whatever it says. */
  motion: ["system", "reduced", "full"],
} as const;

/** What a choice is about. */
export type AppearanceName = keyof typeof APPEARANCE;

/** What can be chosen about it. */
export type AppearanceChoice<Name extends AppearanceName> = (typeof APPEARANCE)[Name][number];

const NAMES = Object.keys(APPEARANCE) as readonly AppearanceName[];
const listeners = new Set<() => void>();

/** Puts all remembered choices on the root element, where the tokens look for them. */
export function applyAppearance(): void {
  for (const name of NAMES) putOnRoot(name, readChoice(name));
}

/** A choice and the way to change it, at once and for next time. */
export function useAppearance<Name extends AppearanceName>(
  name: Name,
): readonly [AppearanceChoice<Name>, (choice: AppearanceChoice<Name>) => void] {
  const choice = useSyncExternalStore(subscribeToAppearance, () => readChoice(name));
  return [choice, (next) => chooseAppearance(name, next)];
}

/** Changes a choice, at once and for next time. */
export function chooseAppearance<Name extends AppearanceName>(name: Name, choice: AppearanceChoice<Name>): void {
  writeStored(keyOf(name), choice);
  putOnRoot(name, choice);
  for (const changed of [...listeners]) changed();
}

/** Tells when the look has changed; returns the way to stop. */
export function subscribeToAppearance(changed: () => void): () => void {
  listeners.add(changed);
  return () => void listeners.delete(changed);
}

function readChoice<Name extends AppearanceName>(name: Name): AppearanceChoice<Name> {
  const choices: readonly AppearanceChoice<Name>[] = APPEARANCE[name];
  const stored = readStored(keyOf(name));
  return choices.find((choice) => choice === stored) ?? APPEARANCE[name][0];
}

function putOnRoot<Name extends AppearanceName>(name: Name, choice: AppearanceChoice<Name>): void {
  const { dataset } = document.documentElement;
  if (choice === APPEARANCE[name][0]) delete dataset[name];
  else dataset[name] = choice;
}

function keyOf(name: AppearanceName): string {
  return `probative.${name}`;
}
