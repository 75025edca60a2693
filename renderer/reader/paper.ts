import { useSyncExternalStore } from "react";
import { readStored, writeStored } from "../ui/storage.ts";

/** How pages look on this screen: as they are, on warm paper, or light on dark. Never in anything that leaves the case. */
export const PAPERS = ["original", "sepia", "inverted"] as const;
export type Paper = (typeof PAPERS)[number];

const KEY = "reader-paper";
const listeners = new Set<() => void>();

function readPaper(): Paper {
  const stored = readStored(KEY);
  return PAPERS.find((paper) => paper === stored) ?? "original";
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => void listeners.delete(changed);
}

/** The paper of this window, and the way to choose another, for all documents and for next time. */
export function usePaper(): readonly [Paper, (paper: Paper) => void] {
  const paper = useSyncExternalStore(subscribe, readPaper);
  return [
    paper,
    (next) => {
      writeStored(KEY, next);
      for (const changed of [...listeners]) changed();
    },
  ];
}
