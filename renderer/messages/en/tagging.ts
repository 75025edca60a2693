/** English messages of selecting on pages, and of tagging there. */
export const TAGGING = {
  // Going through the pages sentence by sentence, and the line at their foot that says the keys.
  mode: "Tag by sentences",
  modeWords: "tagging highlight keyboard code",
  leave: "Leave",
  // After a key, in a line as narrow as can be: what the key does.
  keySentence: "sentence",
  keyMore: "more",
  keyFind: "find a tag",
  keyNext: "next",
  keyLeave: "leave",

  // Rectangles of a page.
  region: "Area of the page",
  regionMode: "Select an area",
  regionWords: "region rectangle crop picture scan",
  keyMove: "move",
  keySize: "size",
  keyFine: "finely",
  keyChoose: "choose",
  keyStore: "store",
  dragHint: "Drag over the page, or press an arrow key",
  adjustRegion: "Move and size the area",
  picture: "Picture of the area",
  notPainted: "The picture could not be painted.",
  copyImage: "Copy the picture",
  saveImage: "Save the picture",
  imageCopied: "Picture copied",
  imageNotCopied: "The picture could not be copied.",

  // The ends of a passage.
  extentMode: "Move the ends",
  keyCharacter: "character",
  keyWord: "word",
  keyWhichEnd: "which end",
  adjusted: "Passage changed — Ctrl+Z to undo",

  // Copying.
  copyMenu: "Copy",
  copyCited: "Copy with citation",
  copyCitation: "Copy the citation",
  copyQuote: "Copy as a quotation",
  copyText: "Copy the text",
  copied: "Copied: {text}",
  notCopied: "The text could not be copied.",
  // How citations are written, each with an example.
  styleBrief: "In parentheses: (Compl. at 5.)",
  styleRecord: "Plain: Compl. at 5",
  styleDocket: "Docket number: (Compl., ECF No. 1 at 5.)",
  styleBates: "Bates number: CV-000119",
  // A citation as courts read it: the same in every language.
  docketCite: "{name}, ECF No. {number}",
  docketCiteAt: "{name}, ECF No. {number} at {pages}",
  styleTitle: "Title and date: Complaint (2025-03-15) at 5",

  // A passage where it stands.
  marks: "Review",
  passagesHere: "{at, number} of {count, number} here",
  previousHere: "Previous passage here",
  nextHere: "Next passage here",
  preview: "Preview",
  write: "Write",
} as const;
