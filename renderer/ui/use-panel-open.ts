import { useCallback } from "react";
import { usePanelMemory } from "./panel-memory.ts";

/**
 * A choice about the layout that is remembered for the case, e.g. whether a panel is open.
 *
 * @param name what the choice is about; the same name anywhere means the same choice
 * @param choices all values it can have; the first one holds until the person chooses
 */
export function useRemembered<Choice extends string>(
  name: string,
  choices: readonly [Choice, ...(readonly Choice[])],
): readonly [Choice, (choice: Choice) => void] {
  const [stored, memory] = usePanelMemory(name);
  const choose = useCallback((choice: Choice) => memory.write(name, choice), [memory, name]);
  return [choices.find((choice) => choice === stored) ?? choices[0], choose];
}

/** Whether a panel is open, remembered for the case. */
export function usePanelOpen(name: string, openAtFirst: boolean): readonly [boolean, (open: boolean) => void] {
  const [choice, choose] = useRemembered(name, openAtFirst ? ["open", "closed"] : ["closed", "open"]);
  const setOpen = useCallback((open: boolean) => choose(open ? "open" : "closed"), [choose]);
  return [choice === "open", setOpen];
}
