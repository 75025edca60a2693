/** ISO 639-3, ISO 639-1, the English name, and names that its speakers write. */
type LanguageNames = readonly [code: string, short: string, english: string, ...own: string[]];

/** Languages that a search can name: those that pages are told apart by, and the commonest of others in records. */
const LANGUAGES: readonly LanguageNames[] = [
  ["eng", "en", "English", "ingles", "anglais"],
  ["spa", "es", "Spanish", "español", "castellano", "espagnol"],
  ["fra", "fr", "French", "français", "francés"],
  ["por", "pt", "Portuguese", "português"],
  ["ita", "it", "Italian", "italiano"],
  ["deu", "de", "German", "deutsch"],
  ["nld", "nl", "Dutch", "nederlands"],
  ["rus", "ru", "Russian", "русский"],
  ["ukr", "uk", "Ukrainian", "українська"],
  ["ara", "ar", "Arabic", "العربية"],
  ["heb", "he", "Hebrew", "עברית"],
  ["zho", "zh", "Chinese", "中文"],
  ["jpn", "ja", "Japanese", "日本語"],
  ["kor", "ko", "Korean", "한국어"],
  ["ell", "el", "Greek", "ελληνικά"],
  ["hin", "hi", "Hindi", "हिन्दी"],
  ["tha", "th", "Thai", "ไทย"],
  ["fas", "fa", "Persian", "farsi"],
  ["tur", "tr", "Turkish", "türkçe"],
  ["vie", "vi", "Vietnamese", "tiếng việt"],
  ["pol", "pl", "Polish", "polski"],
  ["ron", "ro", "Romanian", "română"],
  ["cat", "ca", "Catalan", "català"],
  ["hat", "ht", "Haitian Creole", "kreyòl"],
  ["tgl", "tl", "Tagalog", "filipino"],
  ["ben", "bn", "Bengali", "বাংলা"],
  ["urd", "ur", "Urdu", "اردو"],
  ["pan", "pa", "Punjabi", "ਪੰਜਾਬੀ"],
  ["quc", "", "K’iche’", "k'iche'", "quiche"],
  ["mam", "", "Mam"],
];

const plain = (name: string) =>
  name
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/gu, "")
    .toLowerCase();

const CODES: ReadonlyMap<string, string> = new Map(
  LANGUAGES.flatMap(([code, ...names]) =>
    [code, ...names].filter((name) => name !== "").map((name) => [plain(name), code] as const),
  ),
);

const NAMES: ReadonlyMap<string, string> = new Map(LANGUAGES.map(([code, , english]) => [code, english]));

/** English names of the languages that can be named, in the order of how usual they are. */
export const LANGUAGE_NAMES: readonly string[] = [...NAMES.values()];

/** ISO 639-3 for a code of two or three letters or a name, without regard to case and accents; null for no language known. */
export function findLanguage(name: string): string | null {
  return CODES.get(plain(name)) ?? null;
}

/** The English name of a language, or its code where none is known. */
export function languageName(code: string): string {
  return NAMES.get(code) ?? code;
}
