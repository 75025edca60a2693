import type { UI as English } from "../en/ui.ts";

/** Spanish messages of primitives, themes, errors. */
export const UI = {} as const satisfies Readonly<Record<keyof typeof English, string>>;
