import { type ReactNode, useEffect, useEffectEvent } from "react";
import { useImport } from "../jobs/use-import.ts";
import { say } from "../messages/say.ts";
import { FileDrop } from "../ui/file-drop.tsx";

/** Imports what is dropped anywhere on the workbench, and what was dropped before there was a case. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const { importDrop, importHeld } = useImport();
  const takeHeld = useEffectEvent(importHeld);
  useEffect(() => takeHeld(), []);
  return (
    <FileDrop title={say("app.dropToImport")} explained={say("app.dropExplained")} onDrop={importDrop}>
      {children}
    </FileDrop>
  );
}
