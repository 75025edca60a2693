import { type RefObject, useState } from "react";
import { flushSync } from "react-dom";
import { useCallMutation, useCallQuery } from "../client/use-query-call.ts";
import { useImport } from "../jobs/use-import.ts";
import { say } from "../messages/say.ts";
import { chooseAppearance } from "../ui/appearance.ts";
import { describeError } from "../ui/describe-error.ts";
import { rememberLanguage } from "../ui/language-choice.ts";
import { handlerOf } from "./command-handlers.ts";
import type { CommandId } from "./commands.ts";
import { deskActions, isOnDesk } from "./desk/desk-actions.ts";
import type { Edits } from "./use-edits.ts";
import type { FrameModel } from "./use-frame.ts";

/** What stands over the workbench. */
export type FrameDialog = "palette" | "shortcuts" | "verify" | "synonyms" | "certificate";

/** The commands of the window, and the dialog that one of them opened. */
export interface Commands {
  readonly run: (id: CommandId) => void;
  /** False for a command that has nothing to act on here and now. */
  readonly isOffered: (id: CommandId) => boolean;
  readonly dialog: FrameDialog | null;
  readonly closeDialog: () => void;
  /** The tray of jobs is open. */
  readonly showsJobs: boolean;
  readonly setShowsJobs: (shown: boolean) => void;
  /** The list of shortcuts is on its way to the printer. */
  readonly prints: boolean;
  readonly setPrints: (prints: boolean) => void;
}

/** Where the keyboard goes. */
interface Places {
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly main: RefObject<HTMLElement | null>;
}

/** Does what the commands say, for keys, menus and the palette alike. */
export function useCommands(frame: FrameModel, edits: Edits, { searchField, main }: Places): Commands {
  const { state, dispatch, navigation } = frame;
  const { importFiles, importFolder } = useImport();
  const close = useCallMutation("case.close");
  const briefs = useCallQuery("briefs.list", {}).data?.briefs;
  const [dialog, setDialog] = useState<FrameDialog | null>(null);
  const [showsJobs, setShowsJobs] = useState(false);
  const [prints, setPrints] = useState(false);
  const show = (go: () => void) => () => {
    go();
    main.current?.focus();
  };
  const toSearchField = () => {
    searchField.current?.focus();
    searchField.current?.select();
  };
  const nothingHere = () => navigation.announce(say("app.nothingHere"));
  // A command that does not stand here is carried out by a view, while it shows (command-handlers.ts).
  const actions: Readonly<Partial<Record<CommandId, () => void>>> = {
    palette: () => setDialog("palette"),
    search: toSearchField,
    undo: edits.undo,
    redo: edits.redo,
    history: () => dispatch({ kind: "show-history", shown: !state.showsHistory }),
    jobs: () => setShowsJobs(!showsJobs),
    "import-files": importFiles,
    "import-folder": importFolder,
    "verify-case": () => setDialog("verify"),
    shortcuts: () => setDialog("shortcuts"),
    "print-shortcuts": () => setPrints(true),
    "close-case": () =>
      close.mutate({}, { onError: (error) => navigation.announce(describeError(error).message, "bad") }),
    "show-library": show(() => navigation.show("library")),
    "show-search": show(() => navigation.show("search")),
    "show-reader": show(() => navigation.show("reader")),
    "show-passages": show(() => navigation.show("passages")),
    "show-briefs": show(() => navigation.show("briefs")),
    "show-activity": show(() => navigation.show("activity")),
    find: toSearchField,
    "show-saved": show(() => navigation.showSearchPlace("saved")),
    "show-terms": show(() => navigation.showSearchPlace("terms")),
    synonyms: () => setDialog("synonyms"),
    "check-certificate": () => setDialog("certificate"),
    ...deskActions(state, dispatch, {
      brief: briefs?.find(({ briefId }) => briefId === state.activeBrief)?.briefId ?? briefs?.[0]?.briefId ?? null,
      announce: navigation.announce,
      flush: flushSync,
      toMain: () => main.current?.focus(),
    }),
    "theme-system": () => chooseAppearance("theme", "system"),
    "theme-light": () => chooseAppearance("theme", "light"),
    "theme-dark": () => chooseAppearance("theme", "dark"),
    "density-comfortable": () => chooseAppearance("density", "comfortable"),
    "density-compact": () => chooseAppearance("density", "compact"),
    "text-small": () => chooseAppearance("textSize", "small"),
    "text-normal": () => chooseAppearance("textSize", "normal"),
    "text-large": () => chooseAppearance("textSize", "large"),
    "language-english": () => rememberLanguage("en"),
    "language-spanish": () => rememberLanguage("es"),
  };
  return {
    run: (id) => (handlerOf(id) ?? actions[id] ?? nothingHere)(),
    isOffered: (id) => handlerOf(id) !== null || (actions[id] !== undefined && isOnDesk(state, id)),
    dialog,
    closeDialog: () => setDialog(null),
    showsJobs,
    setShowsJobs,
    prints,
    setPrints,
  };
}
