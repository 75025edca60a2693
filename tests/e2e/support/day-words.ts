import { IntlMessageFormat } from "intl-messageformat";
import { ENGLISH, type MessageKey } from "../../../renderer/messages/en/english.ts";
import { SPANISH } from "../../../renderer/messages/es/spanish.ts";
import type { Language } from "../../../renderer/messages/language.ts";
import type { MessageValues } from "../../../renderer/messages/say.ts";

const CATALOGUES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en: ENGLISH, es: SPANISH };

/** The locale that the browser is set to, by the language that the interface is to begin in. */
export const LOCALES: Readonly<Record<Language, string>> = { en: "en-US", es: "es-ES" };

/** A message as the screen shows it. */
export type Say = (key: MessageKey, values?: MessageValues) => string;

/** The messages of the interface in a language, from the catalogue that the screen has them from. */
export function sayIn(language: Language): Say {
  return (key, values) => String(new IntlMessageFormat(CATALOGUES[language][key], LOCALES[language]).format(values));
}

/** Matches a name that begins with a text: behind it stand counts, keys or the rank of an order. */
export function startsWith(text: string): RegExp {
  return new RegExp(`^${escapePattern(text)}`, "u");
}

/** Matches a message whose placeholders can stand for anything. For messages without plurals. */
export function sayAnything(say: Say, key: MessageKey, placeholders: readonly string[]): RegExp {
  const marks = Object.fromEntries(placeholders.map((name) => [name, "\u0000"]));
  return new RegExp(`^${say(key, marks).split("\u0000").map(escapePattern).join(".+")}$`, "u");
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
