/** English messages of the welcome screen. */
export const WELCOME = {
  // The product; it keeps its name in every language.
  name: "Probative",
  claim: "An offline workbench for documents that must be proved.",
  offline: "Offline · nothing leaves this machine",
  newCaseButton: "New case…",
  openCaseButton: "Open case…",

  recentCases: "Recent cases",
  opening: "Opening",
  notFound: "not found",

  sample: "Sample case",
  beginWithSample: "Begin with the sample case",
  sampleExplained:
    "A fictional matter, about 200 pages: a complaint, orders, a hearing transcript, diplomatic notes and a records release that disagree on purpose. Every name in it is invented.",
  openSample: "Open the sample case",
  writingSample: "Writing the sample documents…",

  // The dialogs. `newCase` is also the name of a folder until a title is typed.
  newCase: "New case",
  title: "Title",
  titleExample: "Doe v. Department of Transfers",
  folder: "Folder",
  folderHint: "A new or empty folder on this machine. The case is this folder: copy it to back it up or hand it on.",
  choose: "Choose…",
  create: "Create",
  cancel: "Cancel",
  openCaseTitle: "Open a case",
  caseFolder: "Folder of the case",
  caseFolderHint: "The folder that holds case.db, with its whole path.",
  open: "Open",

  // Files that are dropped before there is a case.
  dropForCase: "Drop to begin a case",
  dropForCaseMore:
    "A new case is made for these files and folders. They are copied; the originals stay where they are.",
  droppedHeld: "What you dropped is imported as soon as the case is there.",
} as const;
