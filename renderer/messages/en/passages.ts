/** English messages of passages. */
export const PASSAGES = {} as const;
