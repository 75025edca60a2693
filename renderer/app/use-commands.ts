import { type RefObject, useState } from "react";
import { useCallMutation } from "../client/use-query-call.ts";
import { useImport } from "../jobs/use-import.ts";
import { describeError } from "../ui/describe-error.ts";
import type { CommandId } from "./commands.ts";
import { useNavigation } from "./navigation.ts";
import type { Edits } from "./use-edits.ts";

/** What stands over the workbench. */
export type FrameDialog = "palette" | "shortcuts" | "verify" | "synonyms" | "certificate";

/** The commands of the frame, and the dialog that one of them opened. */
export interface Commands {
  readonly run: (id: CommandId) => void;
  readonly dialog: FrameDialog | null;
  readonly closeDialog: () => void;
}

/** Where the keyboard goes. */
interface Places {
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly main: RefObject<HTMLElement | null>;
}

/** Does what the commands say, for keys, menus and the palette alike. */
export function useCommands(edits: Edits, { searchField, main }: Places): Commands {
  const navigation = useNavigation();
  const { importFiles, importFolder } = useImport();
  const close = useCallMutation("case.close");
  const [dialog, setDialog] = useState<FrameDialog | null>(null);
  const show = (go: () => void) => () => {
    go();
    main.current?.focus();
  };
  const actions: Readonly<Record<CommandId, () => void>> = {
    palette: () => setDialog("palette"),
    search: () => {
      searchField.current?.focus();
      searchField.current?.select();
    },
    "show-library": show(() => navigation.show("library")),
    "show-search": show(() => navigation.show("search")),
    "show-reader": show(() => navigation.show("reader")),
    "show-passages": show(() => navigation.show("passages")),
    "show-briefs": show(() => navigation.show("briefs")),
    "show-activity": show(() => navigation.show("activity")),
    "show-saved": show(() => navigation.showSearchPlace("saved")),
    "show-terms": show(() => navigation.showSearchPlace("terms")),
    synonyms: () => setDialog("synonyms"),
    "check-certificate": () => setDialog("certificate"),
    "import-files": importFiles,
    "import-folder": importFolder,
    "verify-case": () => setDialog("verify"),
    undo: edits.undo,
    redo: edits.redo,
    shortcuts: () => setDialog("shortcuts"),
    "close-case": () =>
      close.mutate({}, { onError: (error) => navigation.announce(describeError(error).message, "bad") }),
  };
  return { run: (id) => actions[id](), dialog, closeDialog: () => setDialog(null) };
}
