import type { MessageKey } from "../messages/en/english.ts";

/** Something that the window can do. The palette lists it, its keys do it, and the list of shortcuts shows them. */
export interface Command {
  readonly id: string;
  /** As it is listed; … at its end says that a dialog opens. */
  readonly label: MessageKey;
  /** What it belongs to, where the label alone does not say that. */
  readonly of?: MessageKey;
  /** Other words by which it is found. */
  readonly words?: MessageKey;
  /** Alternatives; `Mod` is Ctrl, or ⌘ on a Mac. */
  readonly keys?: readonly [string, ...(readonly string[])];
  /** Its keys work also while text is being typed, those of them that type nothing. */
  readonly whileTyping?: boolean;
}

const VIEW = { of: "app.ofView", whileTyping: true } as const;

/**
 * All commands of the frame. Ctrl-K opens the palette, as in other tools that have one; the search field has `/`, and
 * Ctrl-Shift-F for where `/` would be typed.
 */
export const COMMANDS = [
  {
    id: "palette",
    label: "app.goToAnythingCommand",
    keys: ["Mod+K"],
    whileTyping: true,
    words: "app.goToAnythingWords",
  },
  {
    id: "search",
    label: "app.searchTheCase",
    keys: ["/", "Mod+Shift+F"],
    whileTyping: true,
    words: "app.searchTheCaseWords",
  },
  { id: "show-library", label: "app.library", keys: ["Alt+1"], words: "app.libraryWords", ...VIEW },
  { id: "show-search", label: "app.search", keys: ["Alt+2"], words: "app.searchWords", ...VIEW },
  { id: "show-reader", label: "app.reader", keys: ["Alt+3"], words: "app.readerWords", ...VIEW },
  { id: "show-passages", label: "app.passages", keys: ["Alt+4"], words: "app.passagesWords", ...VIEW },
  { id: "show-briefs", label: "app.briefs", keys: ["Alt+5"], words: "app.briefsWords", ...VIEW },
  { id: "show-activity", label: "app.activity", keys: ["Alt+6"], words: "app.activityWords", ...VIEW },
  { id: "show-saved", label: "app.savedSearches", of: "app.ofSearch", words: "app.savedSearchesWords" },
  { id: "show-terms", label: "app.termList", of: "app.ofSearch", words: "app.termListWords" },
  { id: "synonyms", label: "app.synonyms", of: "app.ofSearch", words: "app.synonymsWords" },
  {
    id: "check-certificate",
    label: "app.checkCertificate",
    of: "app.ofSearch",
    words: "app.checkCertificateWords",
  },
  { id: "import-files", label: "app.importFiles", words: "app.importFilesWords" },
  { id: "import-folder", label: "app.importFolder", words: "app.importFolderWords" },
  { id: "verify-case", label: "app.verifyCase", words: "app.verifyCaseWords" },
  { id: "undo", label: "app.undo", keys: ["Mod+Z"] },
  { id: "redo", label: "app.redo", keys: ["Mod+Shift+Z", "Mod+Y"] },
  {
    id: "shortcuts",
    label: "app.shortcuts",
    keys: ["?", "Mod+/"],
    whileTyping: true,
    words: "app.shortcutsWords",
  },
  { id: "close-case", label: "app.closeCase", words: "app.closeCaseWords" },
] as const satisfies readonly Command[];

/** Names of the commands. */
export type CommandId = (typeof COMMANDS)[number]["id"];
