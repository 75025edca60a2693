/** English messages of welcome. */
export const WELCOME = {} as const;
