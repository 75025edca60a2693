import { type FormatXMLElementFn, IntlMessageFormat } from "intl-messageformat";
import { createElement, Fragment, type ReactNode } from "react";
import { ENGLISH, type MessageKey } from "./en/english.ts";
import { SPANISH } from "./es/spanish.ts";
import { currentLanguage, currentLocale, type Language } from "./language.ts";

/** What the placeholders of a message stand for. */
export type MessageValues = Readonly<Record<string, string | number | Date>>;

/** The same, with what wraps its `<tags>`. */
export type RichValues = Readonly<Record<string, ReactNode | Date | FormatXMLElementFn<ReactNode, ReactNode>>>;

const CATALOGUES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en: ENGLISH, es: SPANISH };
const formats = new Map<string, IntlMessageFormat>();

/**
 * A message of the catalogue in the interface's language. Messages are written in ICU syntax, so that a number chooses its
 * noun: `{count, plural, one {# page} other {# pages}}`.
 *
 * To be called while something is drawn, not when a module is loaded: the language can change.
 */
export function say(key: MessageKey, values?: MessageValues): string {
  const message = formatOf(key).format(values);
  return typeof message === "string" ? message : String(message);
}

/** A message with elements in it: `<tags>` of the message are wrapped by the functions in `values`. */
export function sayRich(key: MessageKey, values: RichValues): ReactNode {
  const parts = formatOf(key).format<ReactNode>(values);
  // The parts of a message never change places: handed over as children, they need no keys.
  return Array.isArray(parts) ? createElement(Fragment, null, ...parts) : parts;
}

function formatOf(key: MessageKey): IntlMessageFormat {
  const locale = currentLocale();
  const name = `${locale} ${key}`;
  const known = formats.get(name);
  if (known !== undefined) return known;
  const format = new IntlMessageFormat(CATALOGUES[currentLanguage()][key], locale);
  formats.set(name, format);
  return format;
}
