import { useEffect, useEffectEvent } from "react";
import type { CommandId } from "./commands.ts";

const handlers = new Map<CommandId, readonly (() => void)[]>();

/**
 * Lets a view carry out a command of the registry (commands.ts) while it is shown: its keys, the palette and menus then
 * do it. Of several views that take on one command, the latest carries it out.
 *
 * @param isIn false while the view does not have the command to offer, such as a side of a split without the keyboard
 */
export function useCommand(id: CommandId, run: () => void, isIn = true): void {
  const handle = useEffectEvent(run);
  useEffect(() => {
    if (!isIn) return;
    const own = () => handle();
    handlers.set(id, [...(handlers.get(id) ?? []), own]);
    return () => {
      const left = (handlers.get(id) ?? []).filter((handler) => handler !== own);
      if (left.length === 0) handlers.delete(id);
      else handlers.set(id, left);
    };
  }, [id, isIn]);
}

/** What a view that is shown does for a command; null when none does. */
export function handlerOf(id: CommandId): (() => void) | null {
  return handlers.get(id)?.at(-1) ?? null;
}
