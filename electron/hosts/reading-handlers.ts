import { setReading, showReading, sketchPages } from "#core/library/reading.ts";
import type { Handlers } from "#shared/contract/contract.ts";
import { SKETCHES_AT_MOST } from "#shared/contract/reading-procedures.ts";
import type { CaseSession } from "./case-session.ts";

/** Handlers of how documents are read. */
export function createReadingHandlers(
  session: () => CaseSession,
): Pick<Handlers, Extract<keyof Handlers, `reading.${string}`>> {
  const ports = () => session().ports;
  return {
    "reading.show": ({ document }) => showReading(ports(), document),
    "reading.set": ({ document, ...change }) => setReading(ports(), document, change),
    "reading.sketch": ({ document, from, to }) => ({
      sketches: sketchPages(ports(), document, from, Math.min(to, from + SKETCHES_AT_MOST - 1)),
    }),
  };
}
