/**
 * Small things that a window remembers: theme, open tabs. Losing them loses comfort, never work, so a browser that
 * refuses storage is no failure.
 */
export function readStored(key: string): unknown {
  try {
    const text = window.localStorage.getItem(key);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** Remembers a JSON value under a key. */
export function writeStored(key: string, value: unknown): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Full or forbidden: see above.
  }
}
