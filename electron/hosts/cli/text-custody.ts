import type { OutputOf } from "#shared/contract/contract.ts";
import type { JournalHead } from "#shared/model/journal.ts";
import type { OcrStatus } from "#shared/model/ocr.ts";
import { plainForTerminal } from "./terminal.ts";

/** Where OCR stands, and with what it works. */
export function formatOcrStatus(status: OcrStatus): string {
  const rate = status.rate === null ? "" : `, ${Math.round(status.rate)} pages a minute`;
  return [
    `OCR is ${status.state}${rate}`,
    `${status.waiting} pages waiting, ${status.done} done, ${status.failed} failed, ${status.off} switched off`,
    `languages: ${status.languages.join(", ")}`,
    `engine: ${status.engine}${status.choice === "automatic" ? " (chosen by itself)" : ""}`,
    ...status.engines.map(
      (engine) =>
        `  ${engine.name}: ${plainForTerminal(engine.version)} (${plainForTerminal(engine.languages.join(", "))})`,
    ),
  ].join("\n");
}

/** Lines of the journal: number, time, actor, what was done to what. */
export function formatJournal({ entries }: OutputOf<"journal.list">): string {
  if (entries.length === 0) return "(none)";
  return entries
    .map((entry) => {
      const detail = Object.entries(entry.detail)
        .filter(([, value]) => value !== null && value !== "")
        .map(([name, value]) => `${name}=${value}`)
        .join(" ");
      const line = [entry.sequence, entry.at, entry.actor, entry.action, entry.subject ?? "–", detail];
      return plainForTerminal(line.join("  ").replace(/\s+$/u, ""));
    })
    .join("\n");
}

/** The last hash, by itself on its line, so that it can be copied. */
export function formatHead(head: JournalHead): string {
  return `${head.entries} entries${head.at === null ? "" : `, the last at ${head.at}`}\n${head.hash}`;
}

/** What does not follow in the journal. */
export function formatJournalFindings({ ok, head, problems }: OutputOf<"journal.verify">): string {
  return [
    formatHead(head),
    ...problems.map(({ sequence, problem }) => `  ${sequence}  ${plainForTerminal(problem)}`),
    ok ? "The chain is whole." : "The journal differs from what was recorded.",
  ].join("\n");
}
