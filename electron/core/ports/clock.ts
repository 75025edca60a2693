/** Wall time, for people to read. Order is never taken from it. */
export interface Clock {
  /** ISO 8601, UTC, with milliseconds. */
  now(): string;
}
