import type { MessageKey } from "../messages/en/english.ts";

/** Where a command or a key belongs: the headings of the list of shortcuts. */
export const SHORTCUT_PLACES = {
  everywhere: "app.everywhere",
  views: "app.ofViews",
  desk: "app.ofTabs",
  lists: "app.lists",
  search: "app.searchAndReader",
  reader: "app.reader",
  passages: "app.passagesAndBriefs",
  appearance: "app.ofAppearance",
} as const satisfies Readonly<Record<string, MessageKey>>;

/** Something that the window can do. The palette lists it, its keys do it, menus and the list of shortcuts show them. */
export interface Command {
  readonly id: string;
  /** As it is listed; … at its end says that a dialog opens. */
  readonly label: MessageKey;
  /** Under which it is listed among the shortcuts. */
  readonly place: keyof typeof SHORTCUT_PLACES;
  /** What it belongs to, where the label alone does not say that. */
  readonly of?: MessageKey;
  /** Other words by which it is found. */
  readonly words?: MessageKey;
  /** Alternatives, until a person chooses others (shortcut-choices.ts); `Mod` is Ctrl, or ⌘ on a Mac. */
  readonly keys?: readonly string[];
  /** Its keys work also while text is being typed, those of them that type nothing. */
  readonly whileTyping?: boolean;
}

const VIEW = { of: "app.ofView", place: "views", whileTyping: true } as const;
const APPEARANCE = { of: "app.ofAppearance", place: "appearance" } as const;

/**
 * All commands of the window: the one place that palette, menus, keys and the list of shortcuts are fed from. The frame
 * carries most of them out (use-commands.ts); a view carries out those that it takes on with `useCommand`, while it shows.
 * Ctrl-K opens the palette, as in other tools that have one; the search field has `/`, and Ctrl-Shift-F for where `/`
 * would be typed. Keys keep clear of those that browsers do not give away (Ctrl with N, T, W) and of AltGr (Ctrl with Alt).
 */
export const COMMANDS = [
  {
    id: "palette",
    label: "app.goToAnythingCommand",
    place: "everywhere",
    keys: ["Mod+K"],
    whileTyping: true,
    words: "app.goToAnythingWords",
  },
  {
    id: "search",
    label: "app.searchTheCase",
    place: "everywhere",
    keys: ["/", "Mod+Shift+F"],
    whileTyping: true,
    words: "app.searchTheCaseWords",
  },
  { id: "undo", label: "app.undo", place: "everywhere", keys: ["Mod+Z"] },
  { id: "redo", label: "app.redo", place: "everywhere", keys: ["Mod+Shift+Z", "Mod+Y"] },
  { id: "history", label: "app.history", place: "everywhere", keys: ["Alt+H"], words: "app.historyWords" },
  { id: "jobs", label: "app.showJobs", place: "everywhere", keys: ["Alt+T"], words: "app.showJobsWords" },
  { id: "import-files", label: "app.importFiles", place: "everywhere", words: "app.importFilesWords" },
  { id: "import-folder", label: "app.importFolder", place: "everywhere", words: "app.importFolderWords" },
  { id: "verify-case", label: "app.verifyCase", place: "everywhere", words: "app.verifyCaseWords" },
  {
    id: "shortcuts",
    label: "app.shortcuts",
    place: "everywhere",
    keys: ["?", "Mod+/"],
    whileTyping: true,
    words: "app.shortcutsWords",
  },
  { id: "print-shortcuts", label: "app.printShortcuts", place: "everywhere", words: "app.printShortcutsWords" },
  { id: "close-case", label: "app.closeCase", place: "everywhere", words: "app.closeCaseWords" },

  { id: "show-library", label: "app.library", keys: ["Alt+1"], words: "app.libraryWords", ...VIEW },
  { id: "show-search", label: "app.search", keys: ["Alt+2"], words: "app.searchWords", ...VIEW },
  { id: "show-reader", label: "app.reader", keys: ["Alt+3"], words: "app.readerWords", ...VIEW },
  { id: "show-passages", label: "passages.tags", keys: ["Alt+4"], words: "app.passagesWords", ...VIEW },
  { id: "show-briefs", label: "app.briefs", keys: ["Alt+5"], words: "app.briefsWords", ...VIEW },
  { id: "show-activity", label: "app.activity", keys: ["Alt+6"], words: "app.activityWords", ...VIEW },
  { id: "toggle-left", label: "app.toggleLeft", place: "views", keys: ["Mod+B"], words: "app.toggleLeftWords" },
  {
    id: "toggle-right",
    label: "app.toggleRight",
    place: "views",
    keys: ["Mod+Shift+B"],
    words: "app.toggleRightWords",
  },
  {
    id: "show-saved",
    label: "app.savedSearches",
    of: "app.ofSearch",
    place: "views",
    words: "app.savedSearchesWords",
  },
  { id: "show-terms", label: "app.termList", of: "app.ofSearch", place: "views", words: "app.termListWords" },
  { id: "synonyms", label: "app.synonyms", of: "app.ofSearch", place: "views", words: "app.synonymsWords" },
  {
    id: "check-certificate",
    label: "app.checkCertificate",
    of: "app.ofSearch",
    place: "views",
    words: "app.checkCertificateWords",
  },

  { id: "open-beside", label: "app.openBeside", place: "desk", keys: ["Alt+O"], words: "app.openBesideWords" },
  { id: "move-beside", label: "app.moveBeside", place: "desk", keys: ["Alt+M"], words: "app.moveBesideWords" },
  { id: "brief-beside", label: "app.briefBeside", place: "desk", keys: ["Alt+B"], words: "app.briefBesideWords" },
  {
    id: "passages-beside",
    label: "app.passagesBeside",
    place: "desk",
    keys: ["Alt+P"],
    words: "app.passagesBesideWords",
  },
  {
    id: "other-side",
    label: "app.otherSide",
    place: "desk",
    keys: ["F6"],
    whileTyping: true,
    words: "app.otherSideWords",
  },
  { id: "join-sides", label: "app.joinSides", place: "desk", keys: ["Alt+J"], words: "app.joinSidesWords" },
  { id: "next-tab", label: "app.nextTab", place: "desk", keys: ["Alt+PageDown"], whileTyping: true },
  { id: "previous-tab", label: "app.previousTab", place: "desk", keys: ["Alt+PageUp"], whileTyping: true },
  { id: "close-tab", label: "app.closeTheTab", place: "desk", keys: ["Alt+W"], words: "app.closeTheTabWords" },
  { id: "close-other-tabs", label: "app.closeOtherTabs", place: "desk" },

  {
    id: "find",
    label: "reader.findInDocument",
    place: "reader",
    keys: ["Mod+F"],
    whileTyping: true,
    words: "reader.findWords",
  },
  { id: "find-next", label: "reader.nextFound", place: "reader", keys: ["F3", "Mod+G"], whileTyping: true },
  {
    id: "find-previous",
    label: "reader.previousFound",
    place: "reader",
    keys: ["Shift+F3", "Mod+Shift+G"],
    whileTyping: true,
  },
  { id: "go-back", label: "reader.back", place: "reader", keys: ["Alt+ArrowLeft"], words: "reader.backWords" },
  { id: "go-forward", label: "reader.forward", place: "reader", keys: ["Alt+ArrowRight"], words: "reader.backWords" },
  { id: "go-to-page", label: "reader.goToPage", place: "reader", words: "reader.goToPageWords" },
  {
    id: "toggle-bookmark",
    label: "reader.toggleBookmark",
    place: "reader",
    keys: ["Mod+D"],
    words: "reader.bookmarkWords",
  },
  { id: "tag-sentences", label: "tagging.mode", place: "reader", keys: ["T"], words: "tagging.modeWords" },
  { id: "select-region", label: "tagging.regionMode", place: "reader", keys: ["A"], words: "tagging.regionWords" },
  { id: "copy-cited", label: "tagging.copyCited", place: "reader", keys: ["Mod+Shift+C"] },
  { id: "copy-quote", label: "tagging.copyQuote", place: "reader", keys: ["Alt+C"] },
  { id: "toggle-text", label: "reader.textView", place: "reader", words: "reader.textViewWords" },

  { id: "theme-system", label: "app.themeSystem", words: "app.themeWords", ...APPEARANCE },
  { id: "theme-light", label: "app.themeLight", words: "app.themeWords", ...APPEARANCE },
  { id: "theme-dark", label: "app.themeDark", words: "app.themeWords", ...APPEARANCE },
  { id: "density-comfortable", label: "app.densityComfortable", words: "app.densityWords", ...APPEARANCE },
  { id: "density-compact", label: "app.densityCompact", words: "app.densityWords", ...APPEARANCE },
  { id: "text-small", label: "app.textSmall", words: "app.textSizeWords", ...APPEARANCE },
  { id: "text-normal", label: "app.textNormal", words: "app.textSizeWords", ...APPEARANCE },
  { id: "text-large", label: "app.textLarge", words: "app.textSizeWords", ...APPEARANCE },
  { id: "language-english", label: "app.inEnglish", words: "app.languageWords", ...APPEARANCE },
  { id: "language-spanish", label: "app.inSpanish", words: "app.languageWords", ...APPEARANCE },
] as const satisfies readonly Command[];

/** Names of the commands. */
export type CommandId = (typeof COMMANDS)[number]["id"];
