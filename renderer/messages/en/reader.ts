/** English messages of reader. */
export const READER = {
  // The toolbar.
  toolbar: "Reader",
  hidePanel: "Hide outline and pages",
  showPanel: "Show outline and pages",
  previousPage: "Previous page",
  nextPage: "Next page",
  zoomOut: "Zoom out",
  zoomIn: "Zoom in",
  zoom: "{factor, number, percent}",
  zoomAndReset: "Zoom {factor, number, percent}; show at actual size",
  actualSize: "Actual size",
  fitWidth: "Fit width",
  fitPage: "Fit page",
  rotate: "Rotate clockwise",

  // The page: by its printed label, else by its place in the PDF. The short forms stand before and after the field.
  beforeLabel: "p.",
  beforePosition: "PDF p.",
  pageByLabel: "Page, by its printed label",
  pageByPosition: "Page of the PDF",
  noSuchPage: "No page is called “{typed}”",
  labelOrPosition: "A printed label, or # and the page of the PDF",
  ofPages: "of {total, number}",
  positionOfPages: "PDF {page} of {total, number}",
  labelledPage: "p. {label}",
  pdfPage: "PDF p. {page}",

  // The panel at the left: outline and pages.
  panel: "Outline and pages",
  panelTabs: "Outline or pages",
  outline: "Outline",
  pages: "Pages",
  noOutline: "This document has no outline of its own.",
  deadEntry: "{title} (its destination is not in this file)",

  // The pages.
  pagesOf: "Pages of {title}",
  noPages: "This document has no pages.",
  selected: "Selected: {quote}",
  notPainted: "The pages of this document cannot be painted.",
  pageNotPainted: "This page could not be painted.",
  textNotRead: "The text of this page could not be read",
  tryAgain: "Try again",
  needsPassword: "This PDF asks for a password.",
  damaged: "The file is damaged, or it is not a PDF.",
  fileNotRead: "The file could not be read (status {status}).",
  fileTooShort: "The file ended earlier than expected.",

  // The text of a page: where it comes from, and what is wrong with it.
  noTextWaiting: "No text yet: waits for OCR",
  poorTextWaiting: "Text of little worth: waits for OCR",
  noTextOff: "No text: imported without OCR",
  poorTextOff: "Text of little worth: imported without OCR",
  ocrFailed: "OCR of this page failed",
  ocrFoundNothing: "OCR found no words on this page",
  recognise: "OCR this now",
  textLayer: "Text layer",
  ocr: "OCR",
  ocrConfidence: "OCR {confidence, number} %",
  useOcr: "Use the OCR text",
  useTextLayer: "Use the text layer",
  doubtfulWord: "OCR is {confidence, number} % sure of this word",
  hiddenText:
    "{characters, plural, one {# character lies} other {# characters lie}} hidden under this {cover, select, picture {picture} annotation {annotation} other {box}}",
} as const;
