import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useCallQuery } from "../../client/use-query-call.ts";
import { say } from "../../messages/say.ts";
import { useSavedList } from "../../search/kept/use-saved-list.ts";
import { COMMANDS, type Command, type CommandId } from "../commands.ts";
import type { PaletteGroup } from "./palette-groups.ts";
import type { PaletteIndex } from "./palette-index.ts";
import { readRecent } from "./recent.ts";
import { createPause, runInSlices } from "./slices.ts";

/** Milliseconds between two looks at an index that is being filled. */
const FILLING_MS = 250;

/** Rows used lately that an empty field shows. */
const RECENT_SHOWN = 8;

/** What the palette shows. */
export interface PaletteContent {
  readonly groups: readonly PaletteGroup[];
  /** Rows that can be found by now and rows in all, while the index is being filled; null when it is full. */
  readonly filling: { readonly done: number; readonly total: number } | null;
}

/**
 * Fills the index with what the case holds now, and finds what is typed.
 *
 * @param isOffered false for a command that has nothing to act on as the window stands
 */
export function usePalette(
  index: PaletteIndex,
  directory: string,
  text: string,
  isOffered: (id: CommandId) => boolean,
): PaletteContent {
  const [recent] = useState(() => readRecent(directory));
  // As it is when the palette opens: nothing behind it changes that while it stands there. It does not offer itself.
  const [offered] = useState<readonly Command[]>(() => COMMANDS.filter(({ id }) => id !== "palette" && isOffered(id)));
  const { filling, revision } = useFilledIndex(index, offered);
  const found = useFound(index, text, recent, revision);
  const groups = useMemo(
    () => (text.trim() === "" ? startGroups(index, offered, recent, revision) : found),
    [index, offered, recent, revision, text, found],
  );
  return { groups, filling };
}

/** What stands there before anything is typed: what was used lately, and all commands. */
function startGroups(
  index: PaletteIndex,
  offered: readonly Command[],
  recent: readonly string[],
  _revision: number,
): readonly PaletteGroup[] {
  const lately = index.findAll(recent).slice(0, RECENT_SHOWN);
  const isShown = new Set(lately.map((item) => item.key));
  const commands = index.findAll(offered.map(({ id }) => `command:${id}`)).filter((item) => !isShown.has(item.key));
  return [
    { heading: say("app.paletteLately"), items: lately },
    { heading: say("app.paletteCommands"), items: commands },
  ].filter(({ items }) => items.length > 0);
}

function useFound(
  index: PaletteIndex,
  text: string,
  recent: readonly string[],
  revision: number,
): readonly PaletteGroup[] {
  const [found, setFound] = useState<readonly PaletteGroup[]>([]);
  const shownFor = useRef("");
  // Before the screen is painted: what a key finds first stands in the same frame as its letter.
  // biome-ignore lint/correctness/useExhaustiveDependencies(revision): another revision of the index finds other rows
  useLayoutEffect(() => {
    // The same text again, because the index grew: rows must not go and come back.
    const isAgain = shownFor.current === text;
    shownFor.current = text;
    let latest: readonly PaletteGroup[] | null = null;
    return runInSlices(index.search(text, new Set(recent)), (groups, done) => {
      latest = groups ?? latest;
      // The rows of the letter before stay until there are others, or it is known that there are none.
      if (done) setFound(latest ?? []);
      else if (latest !== null && !isAgain) setFound(latest);
    });
  }, [index, text, recent, revision]);
  return found;
}

function useFilledIndex(index: PaletteIndex, offered: readonly Command[]) {
  const documents = useCallQuery("documents.list", {}).data?.documents;
  const tags = useCallQuery("tags.list", {}).data?.tags;
  const passages = useCallQuery("passages.list", {}).data?.passages;
  const searches = useSavedList().data?.searches;
  const [revision, setRevision] = useState(0);

  useLayoutEffect(() => {
    // A few rows, at once: the commands are there when the palette opens.
    void index.sync("command", offered, () => null);
    setRevision((before) => before + 1);
  }, [index, offered]);

  useEffect(() => {
    let isOver = false;
    const show = () => setRevision((before) => before + 1);
    const timer = setInterval(show, FILLING_MS);
    const pause = createPause();
    const fills = [
      () => index.sync("search", searches ?? [], pause),
      () => index.sync("tag", tags ?? [], pause),
      () => index.sync("passage", passages ?? [], pause),
      () => index.sync("document", documents ?? [], pause),
    ];
    const fillAll = async () => {
      for (const fill of fills) if (!isOver) await fill();
      clearInterval(timer);
      if (!isOver) show();
    };
    void fillAll();
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [index, documents, tags, passages, searches]);

  const total = (documents?.length ?? 0) + (passages?.length ?? 0);
  const done = index.size("document") + index.size("passage");
  return { revision, filling: done >= total ? null : { done, total } };
}
