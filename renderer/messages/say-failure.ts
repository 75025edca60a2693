import { IntlMessageFormat } from "intl-messageformat";
import { type ErrorCode, errorDefinition } from "#shared/errors/codes.ts";
import type { ErrorDetails } from "#shared/errors/probative-error.ts";
import { ERRORS as SPANISH } from "./es/errors.ts";
import { currentLanguage, currentLocale, type Language } from "./language.ts";
import { say } from "./say.ts";

/** The words of a failure in another language than the backend's. */
export interface FailureMessages {
  readonly message: string;
  readonly action: string;
  /** What the details add, in ICU syntax; it is said when they hold all that it names. */
  readonly detail?: string;
}

/** A failure as the backend tells it, in English. */
export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly action: string;
  readonly details: ErrorDetails;
}

/** English is what the backend speaks. */
const WORDS: Readonly<Record<Exclude<Language, "en">, Readonly<Record<ErrorCode, FailureMessages>>>> = { es: SPANISH };

/** What marks the details of a failure to reach the backend at all: nobody there could put it into words. */
export const UNREACHABLE: ErrorDetails = { unreachable: true };

/** A failure in the words of the interface's language: what happened, and what the person can do. */
export function sayFailure(failure: Failure): Pick<Failure, "message" | "action"> {
  if (failure.details["unreachable"] === true) {
    return { message: say("ui.unreachable"), action: say("ui.unreachableAction") };
  }
  const language = currentLanguage();
  if (language === "en") return { message: failure.message, action: failure.action };
  const { message, action, detail } = WORDS[language][failure.code];
  const more = fillDetail(detail, failure.details) ?? addition(failure);
  return { message: more === "" ? message : `${message} ${more}`, action };
}

/** Null when the details do not hold what the message names. */
function fillDetail(detail: string | undefined, details: ErrorDetails): string | null {
  if (detail === undefined) return null;
  const names = [...detail.matchAll(/\{(\w+)[,}]/g)].map(([, name = ""]) => name);
  const values = names.map((name) => [name, details[name] ?? null] as const);
  if (values.some(([, value]) => value === null)) return null;
  return String(new IntlMessageFormat(detail, currentLocale()).format(Object.fromEntries(values)));
}

/** What the backend added to the code's own sentence: a path, a name; better in its words than lost. */
function addition({ code, message }: Failure): string {
  const sentence = errorDefinition(code).message;
  return message.startsWith(sentence) ? message.slice(sentence.length).trim() : "";
}
