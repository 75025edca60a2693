import { currentLocale } from "./language.ts";

/** What depends on the locale, such as a collator or a format: made once for each, when it is first asked for. */
export function byLocale<Made>(make: (locale: string) => Made): () => Made {
  const made = new Map<string, Made>();
  return () => {
    const locale = currentLocale();
    const known = made.get(locale);
    if (known !== undefined) return known;
    const fresh = make(locale);
    made.set(locale, fresh);
    return fresh;
  };
}
