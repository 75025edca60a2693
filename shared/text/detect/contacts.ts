import type { Detection } from "../../model/detection.ts";
import { matchAt, type PageContext } from "./page-context.ts";

/** Longest part of an address on either side of the `@` (RFC 5321 allows 64 and 255). */
const LOCAL_REACH = 64;
const LOCAL = /[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}$/u;
const DOMAIN = /(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,6}\p{L}{2,24}(?![\p{L}\p{N}])/uy;

const US_PHONE =
  /(?:\+?1[-.\s]{1,2})?(?:\(\d{3}\)\s?|\d{3}[-.\s/]{1,2})\d{3}[-.–\s]\d{4}(?!\d)(?:,?\s?(?:ext\.?|x)\s?\d{1,6})?/uy;
const FOREIGN_PHONE = /\+\d{1,3}(?:[\s.()-]{1,2}\d{1,4}){2,5}(?!\d)/uy;
const ALIEN_NUMBER =
  /A(?:\s?(?:#|No\.?|-|Number:?))?\s?(?<number>\d{3}[-\s]?\d{3}[-\s]?\d{3}|\d{2}[-\s]?\d{3}[-\s]?\d{3})(?![\d-])/uy;

/** Finds e-mail addresses, telephone numbers and A-numbers (numbers of persons in immigration files). */
export function detectContacts(page: PageContext): readonly Detection[] {
  return [...detectAddresses(page.text), ...detectPhones(page), ...detectAlienNumbers(page)];
}

function detectAddresses(text: string): readonly Detection[] {
  const found: Detection[] = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const local = LOCAL.exec(text.slice(Math.max(0, at - LOCAL_REACH), at));
    const domain = matchAt(DOMAIN, text, at + 1);
    if (local === null || domain === null) continue;
    const start = at - local[0].length;
    const end = at + 1 + domain[0].length;
    found.push({ start, end, value: { kind: "email", value: text.slice(start, end).toLowerCase() } });
  }
  return found;
}

function detectPhones({ text, words, numbers }: PageContext): readonly Detection[] {
  const found: Detection[] = [];
  for (const word of numbers) {
    const digits = words.starts[word] ?? 0;
    if (digits < (found.at(-1)?.end ?? 0)) continue;
    const mark = text[digits - 1];
    const start = mark === "(" || mark === "+" ? digits - 1 : digits;
    const length = (words.ends[word] ?? 0) - digits;
    if (length > 3 || (start === digits && length === 2) || /[\d\p{L}.:/$#-]/u.test(text[start - 1] ?? "")) continue;
    const match = matchAt(US_PHONE, text, start) ?? (mark === "+" ? matchAt(FOREIGN_PHONE, text, start) : null);
    if (match === null || (match[0].match(/\d/gu)?.length ?? 0) < 8) continue;
    const value = match[0].replace(/\s+/gu, " ");
    found.push({ start, end: start + match[0].length, value: { kind: "phone", value: usualForm(value) } });
  }
  return found;
}

/** `(202) 514-2000` and `202.514.2000` are one number: `202-514-2000`. */
function usualForm(value: string): string {
  const [main = "", extension] = value.split(/,?\s?(?:ext\.?|x)\s?/u);
  const digits = main.replace(/\D/gu, "");
  const national = digits.length === 11 && digits.startsWith("1") ? digits.slice(1) : digits;
  if (main.startsWith("+") && national === digits) return value;
  const usual = `${national.slice(0, 3)}-${national.slice(3, 6)}-${national.slice(6)}`;
  return extension === undefined ? usual : `${usual} ext. ${extension}`;
}

function detectAlienNumbers({ text, words, numbers }: PageContext): readonly Detection[] {
  const found: Detection[] = [];
  for (const word of numbers) {
    const digits = words.starts[word] ?? 0;
    const length = (words.ends[word] ?? 0) - digits;
    if ((length !== 2 && length !== 3 && length !== 8 && length !== 9) || digits < (found.at(-1)?.end ?? 0)) continue;
    // `A123456789`, `A 123 456 789`, `A# 123-456-789`, `A Number: …`.
    const lead = /(?<![\p{L}\d])A(?:\s?(?:#|No\.?|-|Number:?))?\s?$/u.exec(
      text.slice(Math.max(0, digits - 12), digits),
    );
    if (lead === null) continue;
    const first = digits - lead[0].length;
    const match = matchAt(ALIEN_NUMBER, text, first);
    const number = match?.groups?.["number"]?.replace(/[-\s]/gu, "");
    if (match === null || number === undefined) continue;
    if (number.length === 8 && !/[-#\d]/u.test(text[first + 1] ?? "")) continue;
    const end = first + match[0].length;
    found.push({ start: first, end, value: { kind: "a-number", value: `A${number.padStart(9, "0")}` } });
  }
  return found;
}
