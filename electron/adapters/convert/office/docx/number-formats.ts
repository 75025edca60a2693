import { toRomanDigits } from "../../roman-digits.ts";

/** Beyond this, a number in letters or Roman digits would be a wall of them. */
const MAX_ALPHABETIC = 10_000;

const RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя";
const HEBREW = "אבגדהוזחטיכלמנסעפצקרשת";
const ARABIC_ALPHABET = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
const ARABIC_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";

/**
 * A number as a list shows it.
 *
 * @param format `w:numFmt` (ECMA-376 part 1, 17.18.59); what is not known here is shown in digits
 */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case "none":
    case "bullet":
      return "";
    case "upperRoman":
      return roman(value).toUpperCase();
    case "lowerRoman":
      return roman(value);
    case "upperLetter":
      return letters(value).toUpperCase();
    case "lowerLetter":
      return letters(value);
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "numberInDash":
      return `- ${value} -`;
    case "decimalEnclosedParen":
      return `(${value})`;
    case "decimalEnclosedFullstop":
      return `${value}.`;
    case "decimalEnclosedCircle":
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x24_60 + value - 1) : `(${value})`;
    case "decimalFullWidth":
      return String(value).replaceAll(/\d/gu, (digit) => String.fromCodePoint(0xff_10 + Number(digit)));
    case "ordinal":
      return `${value}${ordinalEnding(value)}`;
    case "chicago":
      return repeated(value, "*†‡§");
    case "russianLower":
      return repeated(value, RUSSIAN);
    case "russianUpper":
      return repeated(value, RUSSIAN).toUpperCase();
    case "hebrew2":
      return repeated(value, HEBREW);
    case "arabicAlpha":
      return repeated(value, ARABIC_ALPHABET);
    case "arabicAbjad":
      return repeated(value, ARABIC_ABJAD);
    default:
      return String(value);
  }
}

function roman(value: number): string {
  return value < 1 || value > MAX_ALPHABETIC ? String(value) : toRomanDigits(value);
}

/** `a` … `z`, `aa`, `bb` …: the letter is repeated, not carried over. */
function letters(value: number): string {
  return repeated(value, "abcdefghijklmnopqrstuvwxyz");
}

function repeated(value: number, signs: string): string {
  if (value < 1 || value > MAX_ALPHABETIC) return String(value);
  const sign = signs[(value - 1) % signs.length] ?? "";
  return sign.repeat(Math.ceil(value / signs.length));
}

function ordinalEnding(value: number): string {
  const tens = value % 100;
  if (tens >= 11 && tens <= 13) return "th";
  return ["th", "st", "nd", "rd"][value % 10] ?? "th";
}
