/** English messages of search. */
export const SEARCH = {} as const;
