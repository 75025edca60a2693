import type { OutputOf } from "#shared/contract/contract.ts";
import type { ExplainedLeaf, SearchAnswer, SearchExplanation, SearchResultPage } from "#shared/model/search.ts";
import type { SavedSearchState, SynonymGroup, TermReport, WrittenHit } from "#shared/model/search-report.ts";
import { unreadSentences } from "#shared/text/unread-sentences.ts";
import { plainForTerminal } from "./terminal.ts";
import { formatTable } from "./text-table.ts";

/** Forms of a word that an explanation prints. */
const FORMS_PRINTED = 20;

function oneLine(text: string): string {
  return plainForTerminal(text.replace(/\s+/g, " ").trim());
}

function counted(number: number, one: string, many: string): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

function formatPage(page: SearchResultPage): string {
  return `  page ${oneLine(page.label ?? String(page.page))}  ${oneLine(page.snippet)}`;
}

/** What was read otherwise than it may have been meant. */
function formatNotices({ notices, synonyms }: SearchExplanation): readonly string[] {
  return [
    ...notices.map(({ message }) => `! ${oneLine(message)}`),
    ...synonyms.map(({ source, others }) => `also found: ${oneLine(`${source} = ${others.join(", ")}`)}`),
  ];
}

/** Counts, then documents with their best pages. */
export function formatAnswer(answer: SearchAnswer): string {
  const { documents, pages, hits, groups, explanation, incomplete } = answer;
  return [
    `${counted(hits, "hit", "hits")} on ${counted(pages, "page", "pages")} of ${counted(documents, "document", "documents")}`,
    ...(incomplete === null ? [] : [`! ${oneLine(incomplete.message)}`]),
    ...formatNotices(explanation),
    ...groups.map((group) =>
      [
        `\n${oneLine(group.title)}  ${group.documentId}  ${counted(group.hits, "hit", "hits")}`,
        ...group.pages.map(formatPage),
      ].join("\n"),
    ),
  ].join("\n");
}

/** All hits of one document, page by page. */
export function formatDocumentHits({ matchingPages, hits, pages }: OutputOf<"search.hits">): string {
  return [
    `${counted(hits, "hit", "hits")} on ${counted(matchingPages.length, "page", "pages")}`,
    ...pages.map(formatPage),
  ].join("\n");
}

function formatLeaf(leaf: ExplainedLeaf): string {
  const counts =
    leaf.documents === null
      ? ""
      : `  ${counted(leaf.documents, "document", "documents")}, ${counted(leaf.hits ?? 0, "hit", "hits")}`;
  const listed = leaf.forms.slice(0, FORMS_PRINTED);
  const more = leaf.forms.length - listed.length + leaf.moreForms;
  return [
    `${oneLine(leaf.source)}: ${oneLine(leaf.words)}${counts}`,
    ...listed.map(
      ({ form, reason, hits, excluded }) =>
        `  ${oneLine(form)}  ${excluded ? "left out" : reason}  ${hits.toLocaleString("en")}`,
    ),
    ...(more > 0 ? [`  and ${counted(more, "other form", "other forms")}`] : []),
  ].join("\n");
}

/** How a search was read, and what each of its words stands for. */
export function formatExplanation(explanation: SearchExplanation): string {
  return [oneLine(explanation.words), ...formatNotices(explanation), ...explanation.leaves.map(formatLeaf)].join("\n");
}

/** Hits in what people wrote. */
export function formatWritten({ hits }: { readonly hits: readonly WrittenHit[] }): string {
  if (hits.length === 0) return "(none)";
  return hits
    .map((hit) => {
      const id = hit.passageId ?? hit.briefId ?? "";
      return `${hit.where}  ${id}  ${oneLine(hit.title)}\n  ${oneLine(hit.snippet)}`;
    })
    .join("\n\n");
}

/** A row for each line of the list; below them what is wrong with some. */
export function formatTermReport(report: TermReport): string {
  const problems = report.lines.flatMap(({ line, problem }) => {
    if (problem === null) return [];
    const place = problem.offset === null ? "" : `, character ${problem.offset + 1}`;
    return [`! line ${line}${place}: ${oneLine(problem.message)}`];
  });
  return [
    formatTable(report.lines, [
      { heading: "line", cell: (line) => line.line },
      { heading: "search", cell: (line) => line.query },
      { heading: "documents", cell: (line) => line.documents },
      { heading: "pages", cell: (line) => line.pages },
      { heading: "hits", cell: (line) => line.hits },
      { heading: "unique docs", cell: (line) => line.uniqueDocuments },
      { heading: "unique hits", cell: (line) => line.uniqueHits },
      { heading: "with families", cell: (line) => line.withFamilies },
    ]),
    "",
    `${counted(report.documents, "document", "documents")} of ${report.allDocuments.toLocaleString("en")} in all, ` +
      `${report.withFamilies.toLocaleString("en")} with families`,
    ...problems,
  ].join("\n");
}

/** Saved searches, one line each. */
export function formatSavedSearches({ searches }: OutputOf<"search.list">): string {
  return formatTable(searches, [
    { heading: "saved search", cell: (search) => search.savedSearchId },
    { heading: "name", cell: (search) => search.name },
    { heading: "search", cell: ({ search }) => search.query },
    { heading: "documents", cell: (search) => search.now?.documents ?? null },
    { heading: "new", cell: (search) => search.newDocuments.length },
    { heading: "gone", cell: (search) => search.lostDocuments.length },
    { heading: "looked at", cell: (search) => search.lookedAt },
    { heading: "problem", cell: (search) => search.problem },
  ]);
}

function formatNews({ newDocuments, lostDocuments, lookedAt }: SavedSearchState): string {
  if (lookedAt === null) return "not looked at before";
  const list = (documents: readonly string[]) => (documents.length === 0 ? "" : `: ${documents.join(" ")}`);
  return [
    `since ${lookedAt}: ${newDocuments.length} new${list(newDocuments)}`,
    ...(lostDocuments.length === 0 ? [] : [`${lostDocuments.length} no longer found${list(lostDocuments)}`]),
  ].join("\n");
}

/** A saved search that was made: what is new, then the answer. */
export function formatRun({ state, answer }: OutputOf<"search.run">): string {
  return [`${oneLine(state.name)}: ${oneLine(state.search.query)}`, formatNews(state), formatAnswer(answer)].join("\n");
}

/** What a certificate says, and where it stands. */
export function formatCertificate({ certificate, pdf, json }: OutputOf<"search.certificate">): string {
  const { result, index, words } = certificate;
  return [
    `${certificate.certificateId}  ${oneLine(words)}`,
    `${counted(result.documents, "document", "documents")}, ${counted(result.pages, "page", "pages")}, ` +
      `${counted(result.hits, "hit", "hits")}, in ${counted(index.documents, "document", "documents")} of ` +
      counted(index.pages, "page", "pages"),
    ...(result.complete ? [] : ["! not complete: a regular expression ran out of time"]),
    ...unreadSentences(index).map((sentence) => `! ${sentence}`),
    `PDF   ${plainForTerminal(pdf.path)}`,
    `JSON  ${plainForTerminal(json.path)}`,
    `sha256 of the JSON  ${json.sha256}`,
  ].join("\n");
}

/** What differs between a certificate and the search made again. */
export function formatComparison({ before, differences, journaled }: OutputOf<"search.recertify">): string {
  return [
    `${before.certificateId}  made ${before.madeAt}: ${oneLine(before.search.query)}`,
    journaled
      ? "The journal of this case knows this certificate, unchanged."
      : "! The journal of this case does not know this certificate in this form.",
    ...(differences.length === 0 ? ["Nothing differs."] : differences.map((difference) => `  ${oneLine(difference)}`)),
  ].join("\n");
}

/** What tagging made, or would make. */
export function formatTagged({ made, passageIds }: OutputOf<"search.tag">): string {
  const verb = passageIds.length === 0 ? "would be" : "were";
  return [
    `${counted(made.passages, "passage", "passages")} ${verb} tagged for ${counted(made.hits, "hit", "hits")} in ` +
      `${counted(made.documents, "document", "documents")}; ${made.existing.toLocaleString("en")} of them stood there before`,
    ...made.samples.map((sample) => `  ${sample.documentId}, page ${sample.page}: “${oneLine(sample.quote)}”`),
  ].join("\n");
}

/** A group of synonyms on one line. */
export function formatSynonyms({ synonymId, names }: SynonymGroup): string {
  return `${synonymId}  ${oneLine(names.join(" = "))}`;
}
