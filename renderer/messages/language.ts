import { useSyncExternalStore } from "react";
import { z } from "zod";

const languageSchema = z.enum(["en", "es"]);

/** A language that the interface speaks. */
export type Language = z.infer<typeof languageSchema>;

/** All of them, each by its own name. */
export const LANGUAGES: readonly { readonly id: Language; readonly name: string }[] = [
  { id: "en", name: "English" },
  { id: "es", name: "Español" },
];

let current: Language = "en";
const listeners = new Set<() => void>();

/** The language that the interface speaks now. */
export function currentLanguage(): Language {
  return current;
}

/**
 * The locale that numbers, dates and order follow: the variety of the interface's language that the machine is set to, such
 * as `es-MX`, or the language itself.
 */
export function currentLocale(): string {
  return navigator.languages.find((tag) => tag.split("-")[0] === current) ?? current;
}

/** Speaks another language from now on; whoever subscribed is told. */
export function changeLanguage(language: Language): void {
  if (language === current) return;
  current = language;
  document.documentElement.lang = language;
  for (const listener of [...listeners]) listener();
}

/** The current language of a part of the screen that has to be drawn anew when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}

/** What was stored, or the first of the machine's languages that the interface speaks; English when there is none. */
export function chooseLanguage(stored: unknown, preferred: readonly string[]): Language {
  const known = [stored, ...preferred.map((tag) => tag.split("-")[0])].map((tag) => languageSchema.safeParse(tag));
  return known.find((parsed) => parsed.success)?.data ?? "en";
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
