import type { READER as English } from "../en/reader.ts";

/** Spanish messages of reader. */
export const READER = {} as const satisfies Readonly<Record<keyof typeof English, string>>;
