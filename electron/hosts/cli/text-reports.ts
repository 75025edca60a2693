import type { VerifyReport } from "#shared/model/case.ts";
import type { ImportAccount } from "#shared/model/job.ts";
import { plainForTerminal } from "./terminal.ts";

/** What became of the files that were given: the sum, then each file that is not simply in the case now. */
export function formatAccount(account: ImportAccount): string {
  const sum = [
    `${account.given} files given: ${account.imported} imported, ${account.duplicate} duplicate, ` +
      `${account.failed} failed, ${account.skipped} skipped`,
  ];
  if (account.pending > 0)
    sum.push(`${account.pending} not reached; resume with: probative jobs resume ${account.jobId}`);
  const withoutText = account.pagesWithoutText === 0 ? "" : `, ${account.pagesWithoutText} of them without text`;
  sum.push(`${account.pages} pages${withoutText}`);
  const others = account.files.filter((file) => file.outcome !== "imported" && file.outcome !== "pending");
  const lines = others.map(
    (file) => `  ${file.outcome.padEnd(9)}  ${plainForTerminal(file.path)}  ${plainForTerminal(file.message ?? "")}`,
  );
  return [...sum, ...lines.map((line) => line.trimEnd())].join("\n");
}

/** What was checked and everything that differs. */
export function formatVerifyReport(report: VerifyReport): string {
  return [
    `${report.originalsChecked} originals and ${report.passagesChecked} passages checked in ${Math.round(report.tookMs)} ms`,
    ...report.originals.map(
      (item) => `  ${item.problem}  ${plainForTerminal(item.fileName)}  ${plainForTerminal(item.message)}`,
    ),
    ...report.databases.map(
      (item) => `${item.name}: ${item.ok ? "in order" : item.problems.map(plainForTerminal).join("; ")}`,
    ),
    `journal: ${report.journal.ok ? `in order, ${report.journal.entries} entries` : "differs"}, head ${report.journal.head}`,
    ...report.journal.problems.map((item) => `  ${item.sequence}  ${plainForTerminal(item.problem)}`),
    ...report.passages.map((item) => `  ${item.passageId}  ${plainForTerminal(item.message)}`),
    report.ok ? "Nothing differs." : "The case differs from what was recorded.",
  ].join("\n");
}
