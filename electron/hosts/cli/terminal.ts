/** One of the two streams that a person or a script reads. */
export interface OutputStream {
  write(text: string): void;
  /** True when a person looks at it. */
  readonly isTerminal: boolean;
  /** Width in characters. */
  readonly columns: number;
}

/** Ways in which the person asks to stop: Ctrl-C, or the end of the process that started this one. */
export interface StopSignal {
  /** Calls the listener at the first request to stop; returns the way to stop listening. */
  listen(listener: () => void): () => void;
}

/** Characters that make a terminal do something, or that reorder what is shown: text of a document may hold any. */
const UNSAFE = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text that came from a document or a file name, made harmless for a terminal. */
export function plainForTerminal(text: string): string {
  return text.replace(UNSAFE, "\ufffd");
}
