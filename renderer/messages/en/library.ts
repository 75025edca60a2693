/** English messages of library. */
export const LIBRARY = {} as const;
