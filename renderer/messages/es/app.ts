import type { APP as English } from "../en/app.ts";

/** Spanish messages of the frame, its commands and the palette. */
export const APP = {} as const satisfies Readonly<Record<keyof typeof English, string>>;
