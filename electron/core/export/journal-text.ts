import type { JournalEntry } from "#shared/model/journal.ts";
import type { CasePorts } from "../backend-context.ts";

/** Lines fetched at a time. */
const FETCH = 1000;

/** The custody journal as JSON text: its head, then every line, so that the chain can be walked without the case. */
export function journalToJson(ports: Pick<CasePorts, "journal">): string {
  const entries: JournalEntry[] = [];
  for (;;) {
    const next = ports.journal.entries(entries.at(-1)?.sequence ?? 0, FETCH);
    if (next.length === 0) break;
    entries.push(...next);
  }
  return `${JSON.stringify({ head: ports.journal.head(), entries }, null, 2)}\n`;
}
