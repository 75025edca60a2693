import { useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { BriefId, DocumentId } from "#shared/base/ids.ts";
import type { FileOutcome } from "#shared/model/job.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { createPanelMemory, type PanelMemory } from "../ui/panel-memory.ts";
import { readStored, writeStored } from "../ui/storage.ts";
import { activeDocument } from "./desk/desk.ts";
import { type FrameAction, type FrameState, reduceFrame, restoreFrame, storeFrame } from "./frame-state.ts";
import type { Message } from "./message-area.tsx";
import type { Navigation } from "./navigation.ts";

/** What the frame's parts are built from. */
export interface FrameModel {
  readonly state: FrameState;
  readonly dispatch: (action: FrameAction) => void;
  readonly navigation: Navigation;
  /** What this case remembers of its panels. */
  readonly panels: PanelMemory;
  readonly message: Message | null;
  readonly dismissMessage: () => void;
  /** Shows the account of imports, filtered by an outcome. */
  readonly showAccount: (outcome: FileOutcome | null) => void;
}

/** The state of the frame of one case, remembered per case folder. */
export function useFrame(directory: string): FrameModel {
  const key = `probative.frame.${directory}`;
  const [state, dispatch] = useReducer(reduceFrame, key, (stored) => restoreFrame(readStored(stored)));
  const [panels] = useState(() => createPanelMemory(directory));
  const [message, setMessage] = useState<Message | null>(null);
  const messageNumber = useRef(0);

  useEffect(() => writeStored(key, storeFrame(state)), [key, state]);
  useClosedTabs(dispatch);
  const shownDocument = activeDocument(state.desk);

  const navigation = useMemo<Navigation>(
    () => ({
      view: state.view,
      show: (view) => dispatch({ kind: "show", view }),
      openDocument: (documentId, place, instead) =>
        dispatch({ kind: "open", documentId, place: place ?? null, ...(instead === undefined ? {} : { instead }) }),
      openBeside: (subject) => dispatch({ kind: "open-beside", subject }),
      activeDocument: shownDocument,
      query: state.query,
      setQuery: (query) => dispatch({ kind: "set-query", query }),
      searchOptions: state.searchOptions,
      setSearchOptions: (options) => dispatch({ kind: "set-search-options", options }),
      openSearch: (search) => dispatch({ kind: "open-search", search }),
      searchPlace: state.searchPlace,
      showSearchPlace: (place) => dispatch({ kind: "show-search-place", place }),
      activeBrief: state.activeBrief,
      setActiveBrief: (briefId) => dispatch({ kind: "set-brief", briefId }),
      announce: (text, tone = "plain") => {
        messageNumber.current += 1;
        setMessage({ text, tone, number: messageNumber.current });
      },
    }),
    [state.view, shownDocument, state.query, state.searchOptions, state.searchPlace, state.activeBrief],
  );

  return {
    state,
    dispatch,
    navigation,
    panels,
    message,
    dismissMessage: () => setMessage(null),
    showAccount: (outcome) => {
      dispatch({ kind: "set-account-filter", outcome });
      dispatch({ kind: "show", view: "activity" });
    },
  };
}

/** Closes tabs whose documents or briefs are not in the case (any more), such as after an undone import. */
function useClosedTabs(dispatch: (action: FrameAction) => void): void {
  const documents = useCallQuery("documents.list", {}).data?.documents;
  const briefs = useCallQuery("briefs.list", {}).data?.briefs;
  useEffect(() => {
    if (documents === undefined) return;
    const known = new Set<DocumentId>(documents.map((document) => document.documentId));
    dispatch({ kind: "keep-documents", known });
  }, [documents, dispatch]);
  useEffect(() => {
    if (briefs === undefined) return;
    dispatch({ kind: "keep-briefs", known: new Set<BriefId>(briefs.map((brief) => brief.briefId)) });
  }, [briefs, dispatch]);
}
