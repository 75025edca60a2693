interface Held {
  readonly value: unknown;
  readonly bytes: number;
}

/** What was read lately, up to a number of bytes: what was not used for the longest time goes first. */
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
      entries.delete(key);
      entries.set(key, entry);
      return entry.value as T;
    },
    set: (key, value, bytes) => {
      drop(key);
      if (bytes * 3 > limit) return;
      entries.set(key, { value, bytes });
      held += bytes;
      for (const oldest of entries.keys()) {
        if (held <= limit) break;
        drop(oldest);
      }
    },
    clear: () => {
      entries.clear();
      held = 0;
    },
    held: () => held,
  };
}
