import type { PASSAGES as English } from "../en/passages.ts";

/** Spanish messages of passages. */
export const PASSAGES = {} as const satisfies Readonly<Record<keyof typeof English, string>>;
