import type { WELCOME as English } from "../en/welcome.ts";

/** Spanish messages of welcome. */
export const WELCOME = {} as const satisfies Readonly<Record<keyof typeof English, string>>;
