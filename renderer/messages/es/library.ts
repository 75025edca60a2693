import type { LIBRARY as English } from "../en/library.ts";

/** Spanish messages of library. */
export const LIBRARY = {} as const satisfies Readonly<Record<keyof typeof English, string>>;
