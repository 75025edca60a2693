/**
 * Where failures leave their stack. Never given document text, quotations, notes or tokens: only codes, identifiers
 * and counts.
 */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void;
  /** Logs a failure with its stack and returns the correlation id under which it stands. */
  failure(thrown: unknown, event: string): string;
}
