import { DOCUMENT_LABELS } from "./document-labels.ts";

/** English messages of library. */
export const LIBRARY = {
  ...DOCUMENT_LABELS,

  // Counts, used all over the library
  documents: "{count, plural, one {# document} other {# documents}}",
  pages: "{count, plural, one {# page} other {# pages}}",
  notKnown: "not known",
  showAll: "Show all {count, number}",
  showFewer: "Show fewer",
  andMore: "and {count, number} more",
  ocrPercent: "OCR {percent, number} %",
  clipboardRefused: "The clipboard cannot be written.",
  partWithWhole: "{range} ({part, number} of {whole, plural, one {# page} other {# pages}})",

  // The library
  listing: "Listing the documents",
  readingFirst: "Reading the first documents…",
  readingFirstMore: "They appear here as soon as they are read. You can search what is there while the rest comes in.",
  dropHere: "Drop files or folders here",
  dropHereMore:
    "PDF, scans and pictures, mail, Office files, web pages, archives: everything becomes searchable, page by page. Originals are copied into the case and never changed; every file is accounted for. To look around first, close this case and open the sample.",
  showFilters: "Show the filters",
  hideFilters: "Hide the filters",
  filterDocuments: "Filter documents",
  filterHint: "Filter by title, court, number, path",
  documentsOf: "{shown, number} of {count, plural, one {# document} other {# documents}}",
  alsoSelected: "{count, number} selected",
  showDetails: "Show the details",
  hideDetails: "Hide the details",
  details: "Details",
  tableName: "Documents",
  noMatch: "No document passes the filter.",
  noneSelected: "No document selected",
  noneSelectedMore:
    "Choose one to see what it says about itself and where it came from; choose several with Ctrl or Shift to edit them together.",

  // Columns of the table
  columnNumber: "ECF · Bates",
  columnPages: "Pages",
  columnText: "Text",
  columnPassages: "Passages",
  columnFormat: "Format",
  columnImported: "Imported",
  columnSize: "Size",
  columnSource: "Source",
  ecfName: "ECF {number}",
  holdsFiles: "{count, plural, one {Holds # file} other {Holds # files}}",
  cameOutOfAnother: "Came out of another file",

  // Where a document stands with its text
  hiddenUnderCovers: "{count, plural, one {Text lies hidden under # cover} other {Text lies hidden under # covers}}",
  hiddenText: "Hidden text",
  waitForOcr: "{count, plural, one {# waits for OCR} other {# wait for OCR}}",
  withoutText: "{count, number} without text",
  byOcr: "OCR",
  byTextLayer: "text layer",

  // Narrowing by facets
  narrowLibrary: "Narrow the library",
  narrow: "Narrow",
  clearFacets: "Clear",
  narrowsLibrary: "Narrows the library",
  facetStatus: "Needs attention",
  facetFamily: "Family",
  facetYear: "Year",
  statusWaiting: "Waits for OCR",
  statusUnread: "Pages without text",
  statusDoubtful: "OCR is unsure",
  statusHidden: "Hidden text to decide",
  familyHolds: "Holds other files",
  familyHeld: "Out of another file",
  familyAlone: "Stands alone",

  // Several documents at once
  selectedDocuments: "{count, plural, one {# document selected} other {# documents selected}}",
  pagesInAll: "{count, plural, one {# page in all} other {# pages in all}}",
  bulkExplained: "What you enter here holds for all of them. One undo takes it back.",
  valuesDiffer: "they differ",
  fieldEntered: "{field} entered for {count, plural, one {# document} other {# documents}}.",
  ocrTakesFirst: "{count, plural, one {OCR takes # document first.} other {OCR takes # documents first.}}",
  ocrTheseNow: "OCR these now",

  // Fields in the details
  whatItIs: "What it is",
  originLegend: "<i>Italic</i>: detected. Upright: entered by hand.",
  useDetectedKind: "Use the detected kind",
  useDetectedDate: "Use the detected date",
  useDetectedAuthor: "Use the detected author",
  useDetectedCourt: "Use the detected court or agency",
  useDetectedCaseNumber: "Use the detected case number",
  useDetectedEcfNumber: "Use the detected ECF number",
  useDetectedBatesBegin: "Use the detected Bates begin",
  useDetectedBatesEnd: "Use the detected Bates end",
  useDetectedNoteNumber: "Use the detected note number",
  useDetectedClassification: "Use the detected classification",
  useDetectedLanguage: "Use the detected language",

  // Actions at the head of the details
  open: "Open",
  exportAnnotated: "Export annotated copy",
  annotatedExported: "Annotated copy with {count, plural, one {# highlight} other {# highlights}}: {name}",
  downloadOriginal: "Download the original",

  // What was detected on the pages
  whatPagesSay: "What its pages say",
  onlyPage: "Only page {page, number}",
  nothingOnPage: "Nothing on this page.",
  nothingDetected: "Nothing was detected.",
  // Short for “page”
  onPage: "p. {page, number}",
  showMore: "Show more ({count, number})",

  // Bates numbers
  batesSeries: "Bates series {prefix}",
  batesExtent: "{begin} – {end} in this case, on {pages, plural, one {# page} other {# pages}}.",
  batesDisorder: "Page {page, number} does not follow in number.",
  batesTwiceInOne: "{number} stands on pages {pages} of one document.",
  batesTwiceInSeveral: "{number} stands in {count, plural, one {# document} other {# documents}}.",
  batesGap: "{count, number} missing between {after} and {before}.",

  // Family, thread, repeats
  family: "Family",
  cameOutOf: "Came out of",
  holds: "Holds",
  thread: "Same thread",
  repeats: "Repeats",

  // Text that lies under a cover
  toDecide: "{count, number} to decide",
  hiddenWhy:
    "Words lie under covers that look like redactions. They are kept out of search, snippets and exports until you decide.",
  keepAllHidden: "Keep all hidden",
  revealAll: "Reveal all…",
  hiddenPage: "Page {page, number}",
  underBox: "{count, plural, one {# character under a box} other {# characters under a box}}",
  underPicture: "{count, plural, one {# character under a picture} other {# characters under a picture}}",
  underAnnotation: "{count, plural, one {# character under an annotation} other {# characters under an annotation}}",
  revealed: "Revealed",
  keptHidden: "Kept hidden",
  keepHidden: "Keep hidden",
  hideAgain: "Hide again",
  revealAsk: "Reveal…",
  revealTitle: "Reveal hidden text?",
  leaveHidden: "Leave it hidden for now",
  reveal: "Reveal",
  revealOnPage:
    "{count, plural, one {# character on page {page, number} becomes part of the document's text: it can be searched, quoted and exported.} other {# characters on page {page, number} become part of the document's text: they can be searched, quoted and exported.}}",
  revealOnPages:
    "{count, number} characters on {pages, number} pages become part of the document's text: they can be searched, quoted and exported.",
  revealEthics: "Whoever covered them may not have meant you to read them; rules of privilege and ethics may apply.",
  revealJournaled: "The decision is written to the custody journal.",

  // Pages and text
  pagesAndText: "Pages and text",
  factPages: "Pages",
  factLabels: "Declared labels",
  factConfidence: "OCR confidence",
  confidencePercent: "{percent, number} %",
  factPassages: "Passages",
  noPassages: "none",
  noLabels: "none; pages are counted by position",
  schemePrinted: "Printed on pages",
  schemeEcf: "ECF pages",
  schemeAppellate: "Appellate pages",
  schemePageId: "PageID",
  schemeBates: "Bates",
  schemeTranscript: "Transcript pages",
  // Counts of pages, listed one after the other
  pagesByTextLayer: "{count, number} by text layer",
  pagesByOcr: "{count, number} by OCR",
  pagesNotRecognised: "{count, number} could not be recognised",
  pagesWithoutOcr: "{count, number} imported without OCR",
  pagesWithoutWords: "{count, number} without any words",
  ocrTakesThisFirst: "OCR takes this document first.",
  ocrAgain: "OCR again",
  ocrThisNow: "OCR this now",
  ocrLanguage: "Language for the OCR of this document",
  languageOfCase: "Language: of the case",
  languageDetected: "Language: detected",
  ocrPaused: "{count, plural, one {# page waits; OCR is paused.} other {# pages wait; OCR is paused.}}",

  // Headers of a message
  message: "Message",
  messageFrom: "From",
  messageTo: "To",
  messageCc: "Cc",
  messageBcc: "Bcc",
  messageSent: "Sent",
  messageId: "Message-ID",
  messageInReplyTo: "In reply to",

  // What the file says, and the original
  notices: "Left out, or to know",
  fileMetadata: "What the file says",
  metadataSubject: "Subject",
  metadataKeywords: "Keywords",
  metadataCreated: "Created",
  metadataModified: "Modified",
  metadataCreator: "Made with",
  metadataProducer: "Written by",
  original: "Original",
  originalFile: "File",
  originalSource: "Came from",
  originalHash: "SHA-256",
  copyHash: "Copy the SHA-256",
  hashCopied: "SHA-256 copied.",
} as const;
