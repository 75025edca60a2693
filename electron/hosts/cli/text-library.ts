import type { OutputOf } from "#shared/contract/contract.ts";
import type { DocumentSummary } from "#shared/model/document.ts";
import { plainForTerminal } from "./terminal.ts";
import { formatTable } from "./text-table.ts";

/** Documents, one line each, with what is known of them. */
export function formatDocuments(documents: readonly DocumentSummary[]): string {
  return formatTable(documents, [
    { heading: "document", cell: (document) => document.documentId },
    { heading: "title", cell: (document) => document.title },
    { heading: "short name", cell: (document) => document.shortName },
    { heading: "kind", cell: (document) => document.fields.kind },
    { heading: "date", cell: (document) => document.fields.date },
    { heading: "format", cell: (document) => document.format },
    { heading: "pages", cell: (document) => document.pages },
    { heading: "without text", cell: (document) => document.pagesWithoutText },
    { heading: "by OCR", cell: (document) => document.pagesByOcr },
    { heading: "waiting", cell: (document) => document.pagesWaiting },
    { heading: "hidden", cell: (document) => document.hiddenUndecided },
    { heading: "passages", cell: (document) => document.passages },
  ]);
}

/** Names and values in two columns; a value that is null is left out. */
function formatPairs(pairs: readonly (readonly [string, string | number | null])[]): string {
  const known = pairs.filter(([, value]) => value !== null && value !== "");
  const width = Math.max(0, ...known.map(([name]) => name.length));
  return known.map(([name, value]) => `${name.padEnd(width)}  ${plainForTerminal(String(value))}`).join("\n");
}

/** One document: its names, its fields and where they come from, its family, its pages. */
export function formatDocument(document: OutputOf<"documents.show">): string {
  const { fields, entered, headers, notices, family } = document;
  const fieldLines = Object.entries(fields).map(([name, value]): readonly [string, string | null] => {
    const isEntered = (entered as readonly string[]).includes(name);
    return [name, value === null ? (isEntered ? "– (by hand)" : null) : `${value}${isEntered ? " (by hand)" : ""}`];
  });
  const parts = [
    formatPairs([
      ["document", document.documentId],
      ["short name", document.shortName],
      ["file", document.fileName],
      ["source", document.sourcePath],
      ["sha256", document.sha256],
      ["bytes", document.bytes],
      ["format", document.format],
      ["imported", document.importedAt],
      ["pages", document.pages],
      ["without text", document.pagesWithoutText],
      ["by OCR", document.pagesByOcr],
      ["waiting for OCR", document.pagesWaiting],
      ["hidden, undecided", document.hiddenUndecided],
      ["thread", document.thread],
    ]),
    formatPairs(fieldLines),
    headers === null
      ? ""
      : formatPairs([
          ["from", headers.from],
          ["to", headers.to.join(", ")],
          ["cc", headers.cc.join(", ")],
          ["subject", headers.subject],
          ["sent", headers.date],
        ]),
    notices.map((notice) => `! ${plainForTerminal(notice.detail)}`).join("\n"),
    family
      .map(({ relation, documentId, name }) => `${relation.padEnd(6)}  ${documentId}  ${plainForTerminal(name)}`)
      .join("\n"),
    formatTable(document.pageInfos, [
      { heading: "page", cell: (page) => page.page },
      { heading: "label", cell: (page) => page.label },
      { heading: "characters", cell: (page) => page.characters },
      { heading: "text", cell: (page) => page.layer },
      { heading: "OCR", cell: (page) => page.ocr },
      { heading: "language", cell: (page) => page.language },
    ]),
    document.outline.map((item) => plainForTerminal(item.title)).join("\n"),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** What was detected, one line each. */
export function formatDetections({ detections }: OutputOf<"documents.detections">): string {
  return formatTable(detections, [
    { heading: "page", cell: (item) => item.page },
    { heading: "kind", cell: (item) => item.value.kind },
    { heading: "text", cell: (item) => item.text },
  ]);
}

/** Documents that repeat each other, cluster by cluster, each pair with its reason. */
export function formatDuplicates({ clusters }: OutputOf<"duplicates.list">): string {
  if (clusters.length === 0) return "No documents repeat each other.";
  return clusters
    .map((cluster) =>
      [
        cluster.documents.join("  "),
        ...cluster.pairs.map(
          (pair) => `  ${pair.first}  ${pair.relation}  ${pair.second}  ${plainForTerminal(pair.explanation)}`,
        ),
      ].join("\n"),
    )
    .join("\n\n");
}

/** Places of hidden text, one line each; the text itself is nowhere. */
export function formatRedactions({ redactions }: OutputOf<"redactions.list">): string {
  return formatTable(redactions, [
    { heading: "document", cell: (place) => place.documentId },
    { heading: "page", cell: (place) => place.page },
    { heading: "place", cell: (place) => place.region },
    { heading: "characters", cell: (place) => place.characters },
    { heading: "under", cell: (place) => place.cover },
    { heading: "decision", cell: (place) => place.decision },
    { heading: "by", cell: (place) => place.decidedBy },
  ]);
}

/** One paragraph for each series: its documents, then what is missing, then what stands twice. */
export function formatBates({ series }: OutputOf<"bates.list">): string {
  if (series.length === 0) return "no Bates numbers";
  return series
    .map(({ begin, end, pages, documents, gaps, duplicates }) =>
      [
        `${plainForTerminal(begin)} – ${plainForTerminal(end)}, ${pages} pages`,
        ...documents.map((entry) => `  ${entry.documentId}  ${plainForTerminal(`${entry.begin} – ${entry.end}`)}`),
        ...gaps.map((gap) => `  ${gap.missing} missing between ${plainForTerminal(`${gap.after} and ${gap.before}`)}`),
        ...duplicates.map(({ number, places }) => `  ${plainForTerminal(number)} stands on ${places.length} pages`),
      ].join("\n"),
    )
    .join("\n\n");
}
