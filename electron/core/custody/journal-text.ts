import type { JournalEntry } from "#shared/model/journal.ts";
import type { CasePorts } from "../backend-context.ts";

/** Lines fetched at a time. */
const FETCH = 1000;

/** The whole journal and its head as JSON, so that the chain can be walked without this program. */
export function journalText(ports: Pick<CasePorts, "journal">): string {
  const entries: JournalEntry[] = [];
  for (;;) {
    const batch = ports.journal.entries(entries.at(-1)?.sequence ?? 0, FETCH);
    if (batch.length === 0) break;
    entries.push(...batch);
  }
  return `${JSON.stringify({ head: ports.journal.head(), entries }, null, 2)}\n`;
}
