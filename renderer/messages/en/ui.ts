/** English messages of primitives, themes, errors. */
export const UI = {} as const;
