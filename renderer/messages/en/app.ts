/** English messages of the frame, its commands and the palette. */
export const APP = {} as const;
