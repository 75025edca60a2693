/** English messages of saved searches, term lists, certificates, synonyms. */
export const KEPT = {} as const;
