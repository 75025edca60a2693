import type { BatesSeries } from "#shared/model/bates.ts";
import type { DocumentSummary } from "#shared/model/document.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { formatNumber } from "../ui/format.ts";
import { PanelHeading } from "../ui/panel-heading.tsx";
import styles from "./inspector.module.css";

/** Findings shown before "and … more". */
const FEW = 8;

/** What is wrong with the Bates numbers of the series that a document belongs to; absent when it bears none. */
export function DocumentBates({ document }: { readonly document: DocumentSummary }) {
  const { data } = useCallQuery(
    "bates.list",
    { document: document.documentId },
    { enabled: document.fields.batesBegin !== null },
  );
  if (data === undefined) return null;
  return data.series.map((series) => {
    const findings = batesFindings(series, document.documentId);
    return (
      <section key={series.prefix} aria-label={say("library.batesSeries", { prefix: series.prefix })}>
        <PanelHeading level={3}>{say("library.batesSeries", { prefix: series.prefix })}</PanelHeading>
        <p className={styles.nothing}>
          {say("library.batesExtent", { begin: series.begin, end: series.end, pages: series.pages })}
        </p>
        {findings.length > 0 && (
          <ul className={styles.notices}>
            {findings.slice(0, FEW).map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
            {findings.length > FEW && <li>{say("library.andMore", { count: findings.length - FEW })}</li>}
          </ul>
        )}
      </section>
    );
  });
}

/** Gaps, duplicates and disorder of a series, in words; those of the document itself first. */
export function batesFindings(series: BatesSeries, documentId: DocumentSummary["documentId"]): readonly string[] {
  const own = series.documents.find((entry) => entry.documentId === documentId);
  const disorder = own?.outOfOrder.map((page) => say("library.batesDisorder", { page })) ?? [];
  const duplicates = series.duplicates.map(({ number, places }) => {
    const pages = places.map(({ page }) => formatNumber(page)).join(", ");
    const documents = new Set(places.map((place) => place.documentId)).size;
    return documents === 1
      ? say("library.batesTwiceInOne", { number, pages })
      : say("library.batesTwiceInSeveral", { number, count: documents });
  });
  const gaps = series.gaps.map(({ after, before, missing }) =>
    say("library.batesGap", { count: missing, after, before }),
  );
  return [...disorder, ...duplicates, ...gaps];
}
