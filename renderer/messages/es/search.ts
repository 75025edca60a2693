import type { SEARCH as English } from "../en/search.ts";

/** Spanish messages of search. */
export const SEARCH = {} as const satisfies Readonly<Record<keyof typeof English, string>>;
