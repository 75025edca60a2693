/** Which documents have words in the index, under which numbers, and whose words are not those of their text any more. */
export interface NumberedDocuments {
  /** -1 for a document that has none. */
  numberOf(documentKey: number): number;
  /** -1 for a number of no document: it was never given, or the document is gone or stands under a higher one. */
  keyOf(number: number): number;
  isLive(number: number): boolean;
  /** Documents with a number. */
  count(): number;
  /** Documents whose words are to be read anew, the oldest first. */
  stale(): ReadonlyMap<number, StaleDocument>;
  /** Gives a document the next number; the one that it had is dead. */
  assign(documentKey: number, number: number): void;
  markStale(documentKey: number, document: StaleDocument): void;
  forget(documentKey: number): void;
  clear(): void;
}

/** A document whose words are to be read anew. */
export interface StaleDocument {
  readonly pages: number;
  /** Pages of it that wait for OCR: it will be stale again. */
  readonly waiting: number;
}

/** Starts without any document. */
export function createNumberedDocuments(): NumberedDocuments {
  const numbers = new Map<number, number>();
  const keys: number[] = [];
  const stale = new Map<number, StaleDocument>();

  function release(documentKey: number): void {
    const number = numbers.get(documentKey);
    if (number !== undefined) keys[number] = -1;
    numbers.delete(documentKey);
  }

  return {
    numberOf: (documentKey) => numbers.get(documentKey) ?? -1,
    keyOf: (number) => keys[number] ?? -1,
    isLive: (number) => (keys[number] ?? -1) !== -1,
    count: () => numbers.size,
    stale: () => stale,
    assign: (documentKey, number) => {
      release(documentKey);
      while (keys.length < number) keys.push(-1);
      keys[number] = documentKey;
      numbers.set(documentKey, number);
      stale.delete(documentKey);
    },
    markStale: (documentKey, document) => {
      stale.set(documentKey, document);
    },
    forget: (documentKey) => {
      release(documentKey);
      stale.delete(documentKey);
    },
    clear: () => {
      numbers.clear();
      keys.length = 0;
      stale.clear();
    },
  };
}
