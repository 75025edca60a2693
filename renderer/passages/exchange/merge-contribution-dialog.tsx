import { useState } from "react";
import type { MergeCounts, MergeReport } from "#shared/model/exchange.ts";
import { useNavigation } from "../../app/navigation.ts";
import { useCallMutation } from "../../client/use-query-call.ts";
import type { MessageKey } from "../../messages/en/english.ts";
import { say } from "../../messages/say.ts";
import { formatDateTime, formatNumber } from "../../ui/format.ts";
import { type ConflictDecisions, ConflictList } from "./conflict-list.tsx";
import styles from "./exchange.module.css";
import { type ChosenFile, ImportFrame } from "./import-frame.tsx";

const UNDECIDED: ConflictDecisions = { otherwise: "both", made: new Map() };

/** Merges a colleague's contribution, after showing what it brings and where it differs. */
export function MergeContributionDialog({ onClose }: { readonly onClose: () => void }) {
  const { announce } = useNavigation();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [decisions, setDecisions] = useState(UNDECIDED);
  const preview = useCallMutation("exchange.merge");
  const apply = useCallMutation("exchange.merge");
  const report = preview.data;
  const hasNews = report !== undefined && (countNews(report) > 0 || report.conflicts.length > 0);
  return (
    <ImportFrame
      title={say("exchange.mergeTitle")}
      lead={say("exchange.mergeLead")}
      accept=".json,application/json"
      file={file}
      reading={preview.isPending}
      applying={apply.isPending}
      error={preview.error ?? apply.error}
      applyLabel={say("exchange.merge")}
      ready={hasNews}
      onFile={(chosen) => {
        setFile(chosen);
        setDecisions(UNDECIDED);
        apply.reset();
        preview.mutate({ text: chosen.text, preview: true });
      }}
      onApply={() => {
        if (file === null) return;
        const typed = [...decisions.made].map(([id, choice]) => `${id}=${choice}`);
        const onSuccess = (done: MergeReport) => {
          announce(say("exchange.merged", { author: done.contribution.author }));
          onClose();
        };
        apply.mutate({ text: file.text, decisions: typed, otherwise: decisions.otherwise }, { onSuccess });
      }}
      onClose={onClose}
    >
      {report !== undefined && <WhatComes report={report} hasNews={hasNews} />}
      {report !== undefined && report.conflicts.length > 0 && (
        <ConflictList conflicts={report.conflicts} decisions={decisions} onDecide={setDecisions} />
      )}
    </ImportFrame>
  );
}

function countNews({ tags, passages, links }: MergeReport): number {
  return [tags, passages, links].reduce((sum, { added, changed }) => sum + added + changed, 0);
}

const ROWS: readonly { readonly label: MessageKey; readonly of: (report: MergeReport) => MergeCounts }[] = [
  { label: "exchange.ofTags", of: (report) => report.tags },
  { label: "exchange.ofPassages", of: (report) => report.passages },
  { label: "exchange.ofLinks", of: (report) => report.links },
];

function WhatComes({ report, hasNews }: { readonly report: MergeReport; readonly hasNews: boolean }) {
  const { contribution, orphaned, linksLeftOut, documentsNotHere } = report;
  const { author, caseTitle: title, exportedAt } = contribution;
  return (
    <>
      <p>{say("exchange.mergeFrom", { author, title, moment: formatDateTime(exportedAt) })}</p>
      {!hasNews && <p>{say("exchange.nothingToDo")}</p>}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say("exchange.kindColumn")}</th>
            <th scope="col">{say("exchange.newColumn")}</th>
            <th scope="col">{say("exchange.changedColumn")}</th>
            <th scope="col">{say("exchange.sameColumn")}</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(({ label, of }) => (
            <tr key={label}>
              <th scope="row">{say(label)}</th>
              <td>{formatNumber(of(report).added)}</td>
              <td>{formatNumber(of(report).changed)}</td>
              <td>{formatNumber(of(report).same)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {orphaned > 0 && <p className={styles.warn}>{say("exchange.orphanedAdded", { count: orphaned })}</p>}
      {linksLeftOut > 0 && <p className={styles.warn}>{say("exchange.linksLeftOut", { count: linksLeftOut })}</p>}
      {documentsNotHere.length > 0 && (
        <>
          <h3 className={styles.title}>{say("exchange.documentsNotHere")}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by keyboard */}
          <ul className={styles.list} aria-label={say("exchange.documentsNotHere")} tabIndex={0}>
            {documentsNotHere.map((document) => (
              <li key={document.sha256}>
                <span className={styles.text}>{document.title}</span>
                <span className={styles.state}>{say("exchange.passagesWait", { count: document.passages })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
