interface Held {
  readonly value: unknown;
  readonly bytes: number;
  /** Asked for since it was last passed over. */
  isUsed: boolean;
}

/**
 * What was read lately, up to a number of bytes. What came first goes first, but for what was asked for since, which is
 * passed over once: much cheaper than keeping all in the order of their last use, where millions are asked for.
 */
export interface ByteCache {
  get<T>(key: string | number): T | undefined;
  /** Something larger than a third of the whole is not kept. */
  set<T>(key: string | number, value: T, bytes: number): void;
  clear(): void;
  /** Bytes held now. */
  held(): number;
}

/** @param limit in bytes */
export function createByteCache(limit: number): ByteCache {
  const entries = new Map<string | number, Held>();
  let held = 0;

  function drop(key: string | number): void {
    held -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  }

  return {
    get: <T>(key: string | number) => {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      entry.isUsed = true;
      return entry.value as T;
    },
    set: (key, value, bytes) => {
      drop(key);
      if (bytes * 3 > limit) return;
      entries.set(key, { value, bytes, isUsed: false });
      held += bytes;
      for (const [oldest, entry] of entries) {
        if (held <= limit) break;
        if (!entry.isUsed) {
          drop(oldest);
          continue;
        }
        entry.isUsed = false;
        entries.delete(oldest);
        entries.set(oldest, entry);
      }
    },
    clear: () => {
      entries.clear();
      held = 0;
    },
    held: () => held,
  };
}
