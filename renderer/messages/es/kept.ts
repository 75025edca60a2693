import type { KEPT as English } from "../en/kept.ts";

/** Spanish messages of saved searches, term lists, certificates, synonyms. */
export const KEPT = {} as const satisfies Readonly<Record<keyof typeof English, string>>;
