import type { SearchCertificate } from "#shared/model/search-report.ts";

type Expansion = SearchCertificate["expansions"][number];

/** Forms named in a sentence before the rest is only counted. */
const NAMED_FORMS = 10;

const FIGURES: readonly (readonly [string, (certificate: SearchCertificate) => number])[] = [
  ["Documents found", ({ result }) => result.documents],
  ["Pages with hits", ({ result }) => result.pages],
  ["Hits", ({ result }) => result.hits],
  ["Documents of the case", ({ index }) => index.documents],
  ["Pages of the case", ({ index }) => index.pages],
  ["Pages without text", ({ index }) => index.pagesWithoutText],
  ["Pages read by OCR", ({ index }) => index.pagesByOcr],
  ["Pages that wait for OCR, failed in it or were left out of it", ({ index }) => index.pagesUnread],
  ["Pages recognised with low confidence", ({ index }) => index.pagesLowConfidence],
  ["Hidden places kept out of the search", ({ index }) => index.hiddenPlaces],
  ["Documents that wait to be read", ({ index }) => index.documentsOutdated],
  ["Files imported", ({ index }) => index.files.imported],
  ["Duplicate files", ({ index }) => index.files.duplicate],
  ["Files that failed", ({ index }) => index.files.failed],
  ["Files passed over", ({ index }) => index.files.skipped],
  ["Files not reached", ({ index }) => index.files.pending],
];

function compareFigures(before: SearchCertificate, now: SearchCertificate): readonly string[] {
  return FIGURES.flatMap(([name, read]) => {
    const [then, today] = [read(before), read(now)];
    return then === today ? [] : [`${name}: ${then.toLocaleString("en")} before, ${today.toLocaleString("en")} now.`];
  });
}

/** What was looked for: forms that were left out were not. */
function formsOf(expansion: Expansion | undefined): ReadonlyMap<string, number> {
  const forms = expansion?.forms.filter((form) => !form.excluded) ?? [];
  return new Map(forms.map(({ form, hits }) => [form, hits]));
}

function nameForms(forms: readonly string[]): string {
  const named = forms.slice(0, NAMED_FORMS).join(", ");
  return forms.length > NAMED_FORMS ? `${named} and ${forms.length - NAMED_FORMS} more` : named;
}

function compareExpansions(before: readonly Expansion[], now: readonly Expansion[]): readonly string[] {
  return now.flatMap((expansion, place) => {
    const { source } = expansion;
    const earlier = before[place]?.source === source ? before[place] : before.find((other) => other.source === source);
    const [then, today] = [formsOf(earlier), formsOf(expansion)];
    const added = [...today.keys()].filter((form) => !then.has(form));
    const gone = [...then.keys()].filter((form) => !today.has(form));
    return [
      ...(added.length === 0 ? [] : [`“${source}” now also stands for ${nameForms(added)}.`]),
      ...(gone.length === 0 ? [] : [`“${source}” no longer stands for ${nameForms(gone)}.`]),
    ];
  });
}

function compareSynonyms(before: SearchCertificate, now: SearchCertificate): readonly string[] {
  const say = ({ synonyms }: SearchCertificate) =>
    synonyms.length === 0
      ? "none"
      : synonyms.map(({ source, others }) => `${source} = ${others.join(", ")}`).join("; ");
  const [then, today] = [say(before), say(now)];
  return then === today ? [] : [`Synonyms before: ${then}; now: ${today}.`];
}

function say(name: string, before: string, now: string): readonly string[] {
  return before === now ? [] : [`${name}: ${before} before, ${now} now.`];
}

/** What differs between a certificate and the same search made again, in sentences; empty when only the time does. */
export function compareCertificates(before: SearchCertificate, now: SearchCertificate): readonly string[] {
  const isOtherCatalogue = before.catalogueDigest !== now.catalogueDigest;
  const isSameSize = before.index.documents === now.index.documents && before.index.pages === now.index.pages;
  return [
    ...compareFigures(before, now),
    ...say("The result is complete", before.result.complete ? "yes" : "no", now.result.complete ? "yes" : "no"),
    ...(isOtherCatalogue && isSameSize
      ? ["The documents of the case are not the same, though there are as many, with as many pages."]
      : []),
    ...say("The search is read as", `“${before.words}”`, `“${now.words}”`),
    ...compareExpansions(before.expansions, now.expansions),
    ...compareSynonyms(before, now),
    ...say("Title of the case", before.caseTitle, now.caseTitle),
    ...say("Made with", before.program, now.program),
  ];
}
