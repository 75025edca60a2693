/** Which stretches of a text are taken already. */
export interface Cover {
  take(stretch: { readonly start: number; readonly end: number }): void;
  /** Whether any part of the stretch is taken. */
  touches(start: number, end: number): boolean;
}

/** Makes an empty cover. One byte a code unit: searching lists of stretches took time that grew with their square. */
export function createCover(length: number): Cover {
  const taken = new Uint8Array(length);
  return {
    take: ({ start, end }) => void taken.fill(1, start, end),
    touches(start, end) {
      for (let offset = start; offset < end; offset += 1) if (taken[offset] === 1) return true;
      return false;
    },
  };
}
