import { useEffect, useEffectEvent, useRef, useState } from "react";

/** Milliseconds without a key after which what was typed is stored. */
const PAUSE_MS = 900;

/** Text that is being typed. */
export interface Draft {
  readonly value: string;
  readonly change: (value: string) => void;
  /** Stores at once what was typed; nothing when it is stored already. */
  readonly flush: () => void;
}

/**
 * Keeps what is typed until it is stored: after a pause, when `flush` is called, and when its place goes away.
 * What could not be stored stays in the field.
 *
 * @param stored the text as the backend has it
 * @param store resolves to null when it failed
 */
export function useDraft(stored: string, store: (text: string) => Promise<unknown>): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const unsaved = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Stored elsewhere or by ourselves: from now on the backend's text is shown again, so that undo is seen.
  if (draft !== null && draft === stored) setDraft(null);

  const flush = () => {
    clearTimeout(timer.current);
    const text = unsaved.current;
    if (text === null) return;
    unsaved.current = null;
    if (text === stored) return;
    void store(text).then((done) => {
      if (done === null) setDraft((newer) => newer ?? text);
    });
  };
  const flushLater = useEffectEvent(flush);
  useEffect(() => () => flushLater(), []);
  return {
    value: draft ?? stored,
    change: (value) => {
      setDraft(value);
      unsaved.current = value;
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, PAUSE_MS);
    },
    flush,
  };
}
