import { useState } from "react";
import type { AnnotationOutcome, AnnotationReport } from "#shared/model/exchange.ts";
import { useNavigation } from "../../app/navigation.ts";
import { useCallMutation } from "../../client/use-query-call.ts";
import type { MessageKey } from "../../messages/en/english.ts";
import { say } from "../../messages/say.ts";
import styles from "./exchange.module.css";
import { type ChosenFile, ImportFrame } from "./import-frame.tsx";

type Outcome = AnnotationOutcome["outcome"];

const STATES: Readonly<Record<Outcome, { readonly one: MessageKey; readonly count: MessageKey }>> = {
  anchored: { one: "exchange.anchored", count: "exchange.anchoredCount" },
  orphaned: { one: "exchange.orphaned", count: "exchange.orphanedCount" },
  known: { one: "exchange.known", count: "exchange.knownCount" },
  "not-here": { one: "exchange.notHere", count: "exchange.notHereCount" },
  unreadable: { one: "exchange.unreadable", count: "exchange.unreadableCount" },
};

const ORDER = Object.keys(STATES) as readonly Outcome[];
const IS_FINE: ReadonlySet<Outcome> = new Set(["anchored", "known"]);

/** Lines that are shown. */
const FEW = 200;

/** Reads Web Annotations of a file in as passages, after showing what becomes of each. */
export function ImportAnnotationsDialog({ onClose }: { readonly onClose: () => void }) {
  const { announce } = useNavigation();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const preview = useCallMutation("exchange.import-annotations");
  const apply = useCallMutation("exchange.import-annotations");
  const report = preview.data;
  const wanted = report?.annotations.filter(isNew).length ?? 0;
  return (
    <ImportFrame
      title={say("exchange.importAnnotationsTitle")}
      lead={say("exchange.importAnnotationsLead")}
      accept=".jsonld,.json,application/ld+json,application/json"
      file={file}
      reading={preview.isPending}
      applying={apply.isPending}
      error={preview.error ?? apply.error}
      applyLabel={say("exchange.importPassages", { count: wanted })}
      ready={wanted > 0}
      onFile={(chosen) => {
        setFile(chosen);
        apply.reset();
        preview.mutate({ text: chosen.text, preview: true });
      }}
      onApply={() => {
        if (file === null) return;
        const onSuccess = (done: AnnotationReport) => {
          announce(say("exchange.annotationsImported", { count: done.annotations.filter(isNew).length }));
          onClose();
        };
        apply.mutate({ text: file.text }, { onSuccess });
      }}
      onClose={onClose}
    >
      {report !== undefined && <Outcomes annotations={report.annotations} />}
    </ImportFrame>
  );
}

function isNew({ outcome }: AnnotationOutcome): boolean {
  return outcome === "anchored" || outcome === "orphaned";
}

function Outcomes({ annotations }: { readonly annotations: readonly AnnotationOutcome[] }) {
  const byOutcome = Map.groupBy(annotations, (annotation) => annotation.outcome);
  const met = ORDER.filter((outcome) => byOutcome.has(outcome));
  // What needs a look stands first.
  const listed = annotations
    .map((annotation, place) => ({ ...annotation, place }))
    .toSorted((one, other) => Number(IS_FINE.has(one.outcome)) - Number(IS_FINE.has(other.outcome)));
  return (
    <>
      <ul className={styles.figures}>
        {met.map((outcome) => (
          <li key={outcome} className={IS_FINE.has(outcome) ? undefined : styles.warn}>
            {say(STATES[outcome].count, { count: byOutcome.get(outcome)?.length ?? 0 })}
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by keyboard */}
      <ul className={styles.list} aria-label={say("exchange.annotationsOf")} tabIndex={0}>
        {listed.slice(0, FEW).map((annotation) => (
          <li key={annotation.place}>
            <span className={styles.text}>{annotation.shown === "" ? annotation.id : annotation.shown}</span>
            <span className={styles.state}>{say(STATES[annotation.outcome].one)}</span>
          </li>
        ))}
        {listed.length > FEW && <li>{say("exchange.moreAnnotations", { count: listed.length - FEW })}</li>}
      </ul>
    </>
  );
}
