/** English messages of reader. */
export const READER = {} as const;
