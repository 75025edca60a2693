import type { SearchCertificate } from "#shared/model/search-report.ts";
import { unreadSentences } from "#shared/text/unread-sentences.ts";
import { composeExpansions } from "./compose-expansions.ts";
import { makeBlock, type Setting } from "./make-block.ts";
import type { Block } from "./paginate.ts";
import { sayUnprintable } from "./print-notes.ts";
import { sayMoment } from "./say-moment.ts";
import { type RowCell, setRow } from "./set-row.ts";
import { HAIRLINE_COLOUR, PAGE, type Span, STYLES } from "./styles.ts";

const LABEL_WIDTH = 132;

/** What the paper is and is not; read by people who have to decide what it is worth. */
const MEANING = [
  "This paper states which search was made, in what, and what was counted. It states nothing about whether the documents " +
    "are authentic, complete or true.",
  "It is no certification under Rule 902(13) or (14) of the Federal Rules of Evidence, which a qualified person makes; its " +
    "method, versions and hashes are facts that such a person may use.",
] as const;

/**
 * Turns a certificate into blocks of lines: the result, the search and how it was read, what was searched, what
 * could not be read, every form that was looked for, and the hashes that tie it to the case.
 *
 * @param sha256 of the certificate's JSON
 */
export function composeCertificate(certificate: SearchCertificate, sha256: string, setting: Setting): readonly Block[] {
  const blocks = [
    ...composeHead(certificate, setting),
    ...composeResult(certificate, setting),
    ...composeSearch(certificate, setting),
    heading("What was searched", setting),
    ...composeFigures(certificate, setting),
    heading("What could not be read, or only in part", setting),
    ...composeUnread(certificate, setting),
    heading("Words that were looked for", setting),
    ...composeExpansions(certificate, setting),
    heading("Hashes (SHA-256)", setting),
    row("this certificate as JSON", sha256, setting),
    row("catalogue", certificate.catalogueDigest, setting),
    row("head of the journal before", certificate.journalHead, setting),
    ...composeNotes(setting),
  ];
  return blocks.filter((block) => block.lines.length > 0);
}

function prepared(text: string, style: Span["style"], setting: Setting): readonly Span[] {
  return [{ text: setting.printable.prepare(text), style }];
}

function paragraph(text: string, setting: Setting, spaceBefore = 4): Block {
  return makeBlock(prepared(text, STYLES.cell, setting), { tag: "P", leading: 15, spaceBefore }, setting);
}

function heading(text: string, setting: Setting): Block {
  const shape = { tag: "H2", leading: 18, spaceBefore: 20, keepWithNext: true, outline: text } as const;
  return makeBlock([{ text, style: STYLES.heading }], shape, setting);
}

/** A name and what is said of it. */
function row(label: string, value: string, setting: Setting): Block {
  const cells: readonly RowCell[] = [
    { spans: [{ text: label, style: STYLES.quietCell }], x: 0, width: LABEL_WIDTH - 10, align: "left" },
    {
      spans: prepared(value, STYLES.value, setting),
      x: LABEL_WIDTH,
      width: PAGE.textWidth - LABEL_WIDTH,
      align: "left",
    },
  ];
  return setRow(cells, { tag: "P", leading: 14.5, spaceBefore: 1.5 }, setting);
}

function composeHead(certificate: SearchCertificate, setting: Setting): readonly Block[] {
  const { caseTitle, madeAt, madeBy, program, certificateId } = certificate;
  return [
    makeBlock([{ text: "Search certificate", style: STYLES.title }], { tag: "H1", leading: 26 }, setting),
    makeBlock(prepared(caseTitle, STYLES.heading, setting), { tag: "P", leading: 19, spaceBefore: 2 }, setting),
    makeBlock(
      prepared(`Made on ${sayMoment(madeAt)} by ${madeBy} with ${program}. ${certificateId}`, STYLES.note, setting),
      { tag: "P", leading: 13, spaceBefore: 4 },
      setting,
    ),
  ];
}

function counted(number: number, one: string, many: string): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

function composeResult({ result, index }: SearchCertificate, setting: Setting): readonly Block[] {
  const said =
    result.documents === 0
      ? "No document was found"
      : `${counted(result.documents, "document was", "documents were")} found`;
  const scope = `in ${counted(index.documents, "document", "documents")} of ${counted(index.pages, "page", "pages")}`;
  const figures = `${counted(result.hits, "hit", "hits")} on ${counted(result.pages, "page", "pages")}, ${scope}.`;
  const warnings = [
    ...(result.complete
      ? []
      : ["Not complete: a regular expression ran out of time, and pages that it did not reach are not counted."]),
    ...(unreadSentences(index).length === 0 ? [] : ["Not everything could be searched: see what could not be read."]),
  ];
  return [
    makeBlock(
      [{ text: said, style: STYLES.figure }],
      { tag: "P", leading: 34, spaceBefore: 18, keepWithNext: true },
      setting,
    ),
    makeBlock([{ text: figures, style: STYLES.body }], { tag: "P", leading: 19 }, setting),
    ...warnings.map((text) =>
      makeBlock([{ text, style: STYLES.warning }], { tag: "Note", leading: 14, spaceBefore: 4 }, setting),
    ),
  ];
}

function composeSearch({ search, words, synonyms }: SearchCertificate, setting: Setting): readonly Block[] {
  const sideRule = { name: "query", colour: HAIRLINE_COLOUR, weight: 0.6 };
  const typed = makeBlock(
    prepared(search.query, STYLES.quotation, setting),
    { tag: "BlockQuote", leading: 16.5, spaceBefore: 6, indent: 20, sideRule },
    setting,
  );
  const options = [
    search.stemming
      ? "Other forms of words were looked for in English, Spanish and French."
      : "Words were looked for as they were typed, without other forms.",
    saySynonyms(search.synonyms, synonyms.length),
    ...(search.confident ? ["Hits in words that OCR was not sure of were left out."] : []),
  ];
  return [
    heading("The search", setting),
    typed,
    paragraph(`Read as: ${words}`, setting, 6),
    paragraph(options.join(" "), setting),
    ...(search.filters.length === 0 ? [] : [paragraph(`Only: ${search.filters.join("; ")}`, setting)]),
    ...(search.without.length === 0 ? [] : [paragraph(`Left out: ${search.without.join("; ")}`, setting)]),
    ...synonyms.map(({ source, others }) => paragraph(`Synonyms of ${source}: ${others.join("; ")}`, setting)),
  ];
}

function saySynonyms(wanted: boolean, applied: number): string {
  if (!wanted) return "Synonyms of the case were not looked for.";
  return applied === 0 ? "The case has no synonyms of these words." : "Synonyms of the case were looked for.";
}

function composeFigures({ index }: SearchCertificate, setting: Setting): readonly Block[] {
  const { files } = index;
  const number = (value: number) => value.toLocaleString("en");
  return [
    row("documents", number(index.documents), setting),
    row("pages", number(index.pages), setting),
    row("pages read by OCR", number(index.pagesByOcr), setting),
    row(
      "files met by imports",
      `${number(files.imported)} imported, ${number(files.duplicate)} duplicate, ${number(files.failed)} failed, ` +
        `${number(files.skipped)} passed over, ${number(files.pending)} not reached`,
      setting,
    ),
  ];
}

function composeUnread({ index }: SearchCertificate, setting: Setting): readonly Block[] {
  const sentences = unreadSentences(index);
  if (sentences.length === 0) return [paragraph("The program knows of nothing of the kind.", setting)];
  return sentences.map((sentence) => paragraph(sentence, setting, 3));
}

function composeNotes(setting: Setting): readonly Block[] {
  const unprintable = setting.printable.unprintable();
  const notes = [
    ...MEANING,
    "The catalogue's hash is over the lines “document SHA-256-of-the-file pages” of all documents, sorted.",
    ...(unprintable.length === 0 ? [] : [sayUnprintable(unprintable)]),
  ];
  return notes.map((text, index) => {
    const shape = { tag: "Note", leading: 13, spaceBefore: index === 0 ? 30 : 4, ruledAbove: index === 0 } as const;
    return makeBlock([{ text, style: STYLES.note }], shape, setting);
  });
}
