/** English messages of what goes from one program or one person to another: codebooks, annotations, contributions. */
export const EXCHANGE = {
  // What every import has.
  chooseFile: "Choose a file…",
  chooseAnother: "Choose another…",
  cancel: "Cancel",
  reading: "Reading the file",
  fileUnreadable: "The file could not be read.",
  nothingToDo: "Everything in this file is in the case already.",

  // The menu of the codebook.
  codebookMenu: "Import and export",
  importCodebook: "Import a codebook…",
  exportCodebookCsv: "Export as CSV",
  exportCodebookQdc: "Export as REFI-QDA codebook (.qdc)",
  exported: "{name} was written.",

  // The import of a codebook.
  importCodebookTitle: "Import a codebook",
  importCodebookLead:
    "A CSV with a header row (path, color, key, archived, description, examples) or a REFI-QDA codebook. Tags that the file does not name stay as they are.",
  importTags: "Import",
  codebookImported:
    "{added, plural, =0 {No tag} one {# tag} other {# tags}} added, {changed, plural, =0 {none} other {#}} changed.",
  tagsAdded: "{count, plural, =0 {no new tags} one {# new tag} other {# new tags}}",
  tagsChanged: "{count, plural, =0 {none changed} one {# changed} other {# changed}}",
  tagsSame: "{count, plural, =0 {none as they are} one {# as it is} other {# as they are}}",
  problems: "{count, plural, one {# line has to be corrected first} other {# lines have to be corrected first}}",
  remarks: "What to know of lines of the file",
  line: "Line {line, number}",
  entries: "Tags of the file",
  add: "new",
  change: "changes",
  same: "as it is",

  // The menu of the passage browser.
  passagesMenu: "Exchange",
  exportAnnotations: "Export as Web Annotations (JSON-LD)",
  exportContribution: "Export a contribution for a colleague",
  importAnnotations: "Import Web Annotations…",
  mergeContribution: "Merge a contribution…",

  // The import of annotations.
  importAnnotationsTitle: "Import Web Annotations",
  importAnnotationsLead:
    "W3C Web Annotations (JSON-LD). Documents are found by their SHA-256, places by their quotations. What is here already stays as it is.",
  importPassages: "{count, plural, =0 {Import} one {Import # passage} other {Import # passages}}",
  annotationsImported: "{count, plural, one {# passage was} other {# passages were}} imported.",
  annotationsOf: "Annotations of the file",
  anchored: "found",
  orphaned: "place not found",
  known: "here already",
  notHere: "document not here",
  unreadable: "not read",
  anchoredCount: "{count, number} found",
  orphanedCount: "{count, number} without their place: kept with their quotation",
  knownCount: "{count, number} here already",
  notHereCount: "{count, number} of documents that are not here",
  unreadableCount: "{count, number} not read",
  moreAnnotations: "{count, plural, one {# more} other {# more}}",

  // The merge of a contribution.
  mergeTitle: "Merge a contribution",
  mergeLead:
    "A colleague’s contribution. Nothing of yours is removed; where you both say something, both stay unless you decide.",
  mergeFrom: "From {author}: {title}, {moment}",
  merge: "Merge",
  merged: "The contribution of {author} was merged.",
  ofTags: "Tags",
  ofPassages: "Passages",
  ofLinks: "Links",
  newColumn: "New",
  changedColumn: "Changed",
  sameColumn: "As they are",
  kindColumn: "What",
  orphanedAdded:
    "{count, plural, one {# passage is} other {# passages are}} kept without a place: the words were not found.",
  linksLeftOut:
    "{count, plural, one {# link is} other {# links are}} left out: an end is not here, or both ends are one passage.",
  documentsNotHere: "Documents that are not in this case",
  passagesWait: "{count, plural, one {# passage waits} other {# passages wait}} in the file",
  conflicts: "{count, plural, one {# conflict to decide} other {# conflicts to decide}}",
  forAll: "All of them",
  conflictTagName: "Name of the tag",
  conflictTagDescription: "Description of the tag “{subject}”",
  conflictTagExamples: "Examples of the tag “{subject}”",
  conflictNote: "Note on “{subject}”",
  conflictExtent: "Extent of a passage",
  conflictDirection: "Direction of a link",
  conflictReason: "Reason of a link",
  ours: "Yours",
  theirs: "Theirs",
  keepBoth: "Both",
  nothingWritten: "(nothing)",
  decision: "Decision: {what}",
  moreConflicts: "{count, plural, one {# more is decided as the others} other {# more are decided as all}}",
} as const;
