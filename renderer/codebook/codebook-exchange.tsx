import { ArrowLeftRight, FileDown, FileUp } from "lucide-react";
import { useState } from "react";
import type { CodebookEntry, CodebookReport } from "#shared/model/exchange.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallMutation } from "../client/use-query-call.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";
import styles from "../passages/exchange/exchange.module.css";
import { type ChosenFile, ImportFrame } from "../passages/exchange/import-frame.tsx";
import { useExchangeExport } from "../passages/exchange/use-exchange-export.ts";
import { Button } from "../ui/button.tsx";
import { Menu } from "../ui/menu.tsx";

/** Lines that are shown. */
const FEW = 200;

const ACTIONS: Readonly<Record<CodebookEntry["action"], MessageKey>> = {
  add: "exchange.add",
  change: "exchange.change",
  same: "exchange.same",
};

/** How a codebook leaves the case, and how one comes in. */
export function CodebookExchange() {
  const [isImporting, setImporting] = useState(false);
  const { write, busy } = useExchangeExport();
  return (
    <>
      <Menu
        placement="bottom-end"
        items={[
          {
            id: "import",
            label: say("exchange.importCodebook"),
            icon: <FileUp aria-hidden />,
            onSelect: () => setImporting(true),
          },
          {
            id: "csv",
            label: say("exchange.exportCodebookCsv"),
            icon: <FileDown aria-hidden />,
            separated: true,
            onSelect: () => write("exchange.export-codebook", { format: "csv", overwrite: true }),
          },
          {
            id: "qdc",
            label: say("exchange.exportCodebookQdc"),
            icon: <FileDown aria-hidden />,
            onSelect: () => write("exchange.export-codebook", { format: "qdc", overwrite: true }),
          },
        ]}
        trigger={(props) => (
          <Button {...props} variant="quiet" icon={<ArrowLeftRight aria-hidden />} busy={busy}>
            {say("exchange.codebookMenu")}
          </Button>
        )}
      />
      {isImporting && <ImportCodebookDialog onClose={() => setImporting(false)} />}
    </>
  );
}

function countOf({ entries }: CodebookReport, action: CodebookEntry["action"]): number {
  return entries.filter((entry) => entry.action === action).length;
}

function problemsOf({ remarks }: CodebookReport): number {
  return new Set(remarks.filter((remark) => remark.severity === "problem").map((remark) => remark.line)).size;
}

function ImportCodebookDialog({ onClose }: { readonly onClose: () => void }) {
  const { announce } = useNavigation();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const preview = useCallMutation("exchange.import-codebook");
  const apply = useCallMutation("exchange.import-codebook");
  const report = preview.data;
  const isReady =
    report !== undefined && problemsOf(report) === 0 && report.entries.some((entry) => entry.action !== "same");
  return (
    <ImportFrame
      title={say("exchange.importCodebookTitle")}
      lead={say("exchange.importCodebookLead")}
      accept=".csv,.qdc,.xml,text/csv"
      file={file}
      reading={preview.isPending}
      applying={apply.isPending}
      error={preview.error ?? apply.error}
      applyLabel={say("exchange.importTags")}
      ready={isReady}
      onFile={(chosen) => {
        setFile(chosen);
        apply.reset();
        preview.mutate({ text: chosen.text, preview: true });
      }}
      onApply={() => {
        if (file === null) return;
        const onSuccess = (done: CodebookReport) => {
          const counts = { added: countOf(done, "add"), changed: countOf(done, "change") };
          announce(say("exchange.codebookImported", counts));
          onClose();
        };
        apply.mutate({ text: file.text }, { onSuccess });
      }}
      onClose={onClose}
    >
      {report !== undefined && <WhatComes report={report} />}
    </ImportFrame>
  );
}

function WhatComes({ report }: { readonly report: CodebookReport }) {
  const { entries, remarks } = report;
  const problems = problemsOf(report);
  return (
    <>
      <ul className={styles.figures}>
        <li>{say("exchange.tagsAdded", { count: countOf(report, "add") })}</li>
        <li>{say("exchange.tagsChanged", { count: countOf(report, "change") })}</li>
        <li>{say("exchange.tagsSame", { count: countOf(report, "same") })}</li>
      </ul>
      {problems > 0 && <p className={styles.bad}>{say("exchange.problems", { count: problems })}</p>}
      {remarks.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by keyboard
        <ul className={styles.list} aria-label={say("exchange.remarks")} tabIndex={0}>
          {remarks.slice(0, FEW).map(({ line, severity, message }) => (
            <li key={`${line} ${message}`} className={severity === "problem" ? styles.bad : undefined}>
              <span className={styles.place}>{say("exchange.line", { line })}</span>
              <span className={styles.text}>{message}</span>
            </li>
          ))}
        </ul>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by keyboard */}
      <ul className={styles.list} aria-label={say("exchange.entries")} tabIndex={0}>
        {entries.slice(0, FEW).map(({ line, path, action }) => (
          <li key={line}>
            <span className={styles.text}>{path}</span>
            <span className={styles.state}>{say(ACTIONS[action])}</span>
          </li>
        ))}
        {entries.length > FEW && <li>{say("exchange.moreAnnotations", { count: entries.length - FEW })}</li>}
      </ul>
    </>
  );
}
