/** Something that the window can do. The palette lists it, its keys do it, and the list of shortcuts shows them. */
export interface Command {
  readonly id: string;
  /** As it is listed; … at its end says that a dialog opens. */
  readonly label: string;
  /** What it belongs to, where the label alone does not say that. */
  readonly of?: string;
  /** Other words by which it is found. */
  readonly words?: string;
  /** Alternatives; `Mod` is Ctrl, or ⌘ on a Mac. */
  readonly keys?: readonly [string, ...(readonly string[])];
  /** Its keys work also while text is being typed, those of them that type nothing. */
  readonly whileTyping?: boolean;
}

/**
 * All commands of the frame. Ctrl-K opens the palette, as in other tools that have one; the search field has `/`, and
 * Ctrl-Shift-F for where `/` would be typed.
 */
export const COMMANDS = [
  { id: "palette", label: "Go to anything…", keys: ["Mod+K"], whileTyping: true, words: "palette command" },
  {
    id: "search",
    label: "Search the case",
    keys: ["/", "Mod+Shift+F"],
    whileTyping: true,
    words: "find query full text",
  },
  { id: "show-library", label: "Library", of: "View", keys: ["Alt+1"], whileTyping: true, words: "documents files" },
  { id: "show-search", label: "Search", of: "View", keys: ["Alt+2"], whileTyping: true, words: "results hits" },
  { id: "show-reader", label: "Reader", of: "View", keys: ["Alt+3"], whileTyping: true, words: "tabs open pages" },
  { id: "show-passages", label: "Passages", of: "View", keys: ["Alt+4"], whileTyping: true, words: "tags quotations" },
  { id: "show-briefs", label: "Briefs", of: "View", keys: ["Alt+5"], whileTyping: true, words: "write draft" },
  {
    id: "show-activity",
    label: "Activity",
    of: "View",
    keys: ["Alt+6"],
    whileTyping: true,
    words: "imports account OCR custody journal jobs",
  },
  { id: "show-saved", label: "Saved searches", of: "Search", words: "kept new since alerts" },
  { id: "show-terms", label: "Term list", of: "Search", words: "search term report many queries hit counts" },
  { id: "synonyms", label: "Synonyms of the case…", of: "Search", words: "thesaurus names aliases" },
  {
    id: "check-certificate",
    label: "Check a search certificate…",
    of: "Search",
    words: "negative verify recertify compare",
  },
  { id: "import-files", label: "Import files…", words: "add documents" },
  { id: "import-folder", label: "Import a folder…", words: "add documents directory" },
  { id: "verify-case", label: "Verify the case…", words: "hash check integrity originals" },
  { id: "undo", label: "Undo", keys: ["Mod+Z"] },
  { id: "redo", label: "Redo", keys: ["Mod+Shift+Z", "Mod+Y"] },
  { id: "shortcuts", label: "Keyboard shortcuts", keys: ["?", "Mod+/"], whileTyping: true, words: "keys help" },
  { id: "close-case", label: "Close the case", words: "leave exit" },
] as const satisfies readonly Command[];

/** Names of the commands. */
export type CommandId = (typeof COMMANDS)[number]["id"];
