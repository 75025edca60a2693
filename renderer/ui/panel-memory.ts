import { createContext, useContext, useSyncExternalStore } from "react";
import { z } from "zod";
import { readStored, writeStored } from "./storage.ts";

/** What is remembered of panels: which are open, how wide they are. Shaped for `useSyncExternalStore`. */
export interface PanelMemory {
  read(name: string): string | null;
  write(name: string, value: string): void;
  subscribe(changed: () => void): () => void;
}

const storedSchema = z.record(z.string(), z.string());

/** Where a case looks first that has nothing of its own yet: the latest that was chosen on this machine, in any case. */
const MACHINE = "probative.panels";

/**
 * Remembers panels for one case. A case that was never open here begins as the latest one was left.
 *
 * @param directory folder of the case; null before one is open
 */
export function createPanelMemory(directory: string | null): PanelMemory {
  const listeners = new Set<() => void>();
  const key = directory === null ? MACHINE : `${MACHINE}.${directory}`;
  let kept = { ...readRecord(MACHINE), ...readRecord(key) };
  return {
    read: (name) => kept[name] ?? null,
    write: (name, value) => {
      kept = { ...kept, [name]: value };
      writeStored(key, kept);
      writeStored(MACHINE, { ...readRecord(MACHINE), [name]: value });
      for (const changed of [...listeners]) changed();
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
  };
}

/** A part of a memory with names of its own, for something that can stand in two places at once. */
export function partOfMemory(
  memory: PanelMemory,
  part: string,
  atFirst: Readonly<Record<string, string>> = {},
): PanelMemory {
  return {
    read: (name) => memory.read(`${part}/${name}`) ?? atFirst[name] ?? null,
    write: (name, value) => memory.write(`${part}/${name}`, value),
    subscribe: memory.subscribe,
  };
}

/** Given by the frame; outside of it there is one for the machine. */
export const PanelMemoryContext = createContext<PanelMemory>(createPanelMemory(null));

/** What is remembered under a name now, and the memory to change it in. */
export function usePanelMemory(name: string): readonly [string | null, PanelMemory] {
  const memory = useContext(PanelMemoryContext);
  return [useSyncExternalStore(memory.subscribe, () => memory.read(name)), memory];
}

function readRecord(key: string): Readonly<Record<string, string>> {
  const stored = storedSchema.safeParse(readStored(key));
  return stored.success ? stored.data : {};
}
