/** English messages of briefs. */
export const BRIEFS = {
  // All briefs of the case.
  listing: "Listing the briefs",
  briefs: "Briefs",
  newBrief: "New brief",
  noBriefs: "No briefs yet",
  whatBriefsAre:
    "A brief gathers passages as quotations. Each carries its citation, opens its source, and is checked against it word for word.",
  whatBriefsAreShort: "A brief gathers passages as quotations, each with its citation and checked against its source.",
  quotations: "{count, plural, one {# quotation} other {# quotations}}",
  rename: "Rename",
  delete: "Delete",
  moreFor: "More for {name}",
  briefDeleted: "Brief deleted — Ctrl+Z to undo",
  // The title that a new brief starts with, to be typed over.
  untitled: "Untitled brief",
  untitledNumbered: "Untitled brief {number}",

  // The panel beside the reader.
  chooseAnother: "Choose another brief",
  whichBrief: "Which brief?",
  titleExample: "Statement of facts",
  create: "Create",

  // The editor.
  opening: "Opening the brief",
  titleOfBrief: "Title of the brief",
  addSection: "Section",
  noQuotations: "No quotations yet",
  export: "Export",
  pdf: "PDF",
  markdown: "Markdown",
  exported: "Exported {name}",

  // Sections.
  untitledSection: "Untitled section",
  headingOfSection: "Heading of section {number, number}",
  moveUp: "Move up",
  moveDown: "Move down",
  dragToMove: "Drag to move",
  addSectionBelow: "Add a section below",
  deleteSection: "Delete the section",
  moreForSection: "More for the section {name}",
  blocksOf: "Blocks of {name}",
  addText: "Text",
  orDrop: "or drop a passage here",
  sectionMoved: "{section} moved to {position, number} of {count, number}",
  sectionDeleted: "Section deleted — Ctrl+Z to undo",

  // Blocks: texts and quotations.
  textOf: "Text {position, number} of {count, number}",
  quotationOf: "Quotation {position, number} of {count, number}",
  openSource: "Open the source",
  addTextAbove: "Add text above",
  addTextBelow: "Add text below",
  textPlaceholder: "Write here, or drop a passage beside it",
  moved: "Moved",
  movedTo: "Moved to {position, number} of {count, number} in {section}",
  lastPlace: "This is the last place already.",
  firstPlace: "This is the first place already.",
  addedTo: "Added to {section}",
  deleted: "Deleted — Ctrl+Z to undo",

  // How a quotation compares with its source.
  openSourceAtPassage: "Open the source at the passage",
  checkedLater: "checked when you pause",
  wordForWord: "Word for word as in the source",
  verified: "Verified",
  passageLost: "passage lost its place",
  whyLost: "The source was read anew and these words were not found again.",
  sourceMissing: "source is missing",
  whyMissing: "The passage or its document was deleted; undo brings it back.",
  differs: "Differs from source: {difference}",
  useSourceWords: "Use the words of the source",
  quotesVerified: "{count, plural, one {# quote} other {# quotes}} verified",
  altered: "{count, number} altered",
  lostPlace: "{count, plural, one {# lost its place} other {# lost their place}}",
  sourcesMissing: "{count, plural, one {# source} other {# sources}} missing",
  // What `differs` names.
  changes: "{count, plural, one {# change} other {# changes}}",
  wordsAdded: "added: “{words}”",
  wordsLeftOut: "left out: “{words}”",
  wordsChanged: "“{before}” → “{after}”",
} as const;
