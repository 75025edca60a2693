/** How pages are shown: reading aids. */
export const READER_VIEW = {
  aids: "Reading aids",
  paperOriginal: "Paper as it is",
  paperSepia: "Sepia paper",
  paperInverted: "Light on dark",
  cropMargins: "Leave out margins",
  turnRight: "Turn page {page, number} right, for good",
  turnLeft: "Turn page {page, number} left, for good",
  turnAll: "Turn all pages right, for good",
} as const;
