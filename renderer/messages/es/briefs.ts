import type { BRIEFS as English } from "../en/briefs.ts";

/** Spanish messages of briefs. */
export const BRIEFS = {} as const satisfies Readonly<Record<keyof typeof English, string>>;
