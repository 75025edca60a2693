import { useCallback, useState } from "react";
import type { LibraryViewId } from "#shared/base/ids.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { readStored, writeStored } from "../ui/storage.ts";
import { NO_CHOICE } from "./facets.ts";
import { type LibraryLook, restoreLook, toLayout } from "./library-layout.ts";

/** How the library looks, remembered for the case; and the view that it was taken from. */
export interface LookMemory {
  readonly look: LibraryLook;
  readonly setLook: (look: LibraryLook) => void;
  readonly viewId: LibraryViewId | null;
  readonly setViewId: (viewId: LibraryViewId | null) => void;
}

/** The look of the library of the open case. */
export function useLibraryLook(): LookMemory {
  const { data } = useCallQuery("case.current", {});
  const key = `probative.library.${data?.case?.directory ?? ""}`;
  const [look, setState] = useState<LibraryLook>(() => restoreLook(readStored(key)));
  const [viewId, setView] = useState<LibraryViewId | null>(() => readStored(`${key}.view`) as LibraryViewId | null);
  const setLook = useCallback(
    (next: LibraryLook) => {
      setState(next);
      // What is looked for in a column is not kept: it would tell too much, and hide documents next time.
      writeStored(key, toLayout({ ...next, contains: {} }, NO_CHOICE));
    },
    [key],
  );
  const setViewId = useCallback(
    (next: LibraryViewId | null) => {
      setView(next);
      writeStored(`${key}.view`, next);
    },
    [key],
  );
  return { look, setLook, viewId, setViewId };
}
