import { changeLanguage, chooseLanguage, type Language } from "../messages/language.ts";
import { readStored, writeStored } from "./storage.ts";

const KEY = "probative.language";

/** Speaks the remembered language, or the first of the machine's that the interface speaks. */
export function applyLanguage(): void {
  changeLanguage(chooseLanguage(readStored(KEY), navigator.languages));
}

/** Speaks a language at once and next time. */
export function rememberLanguage(language: Language): void {
  writeStored(KEY, language);
  changeLanguage(language);
}
