import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { say, sayRich } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import type { Command, CommandId } from "./commands.ts";
import styles from "./key-recorder.module.css";
import { findConflict, type KeyConflict, keysOfPress } from "./record-keys.ts";
import { chooseKeys, currentKeys } from "./shortcut-choices.ts";
import { keysForPeople } from "./shortcuts.ts";
import { IS_MAC } from "./use-shortcuts.ts";

interface KeyRecorderProps {
  readonly command: Command;
  readonly onDone: () => void;
}

/** Takes the keys that a command is to have, and says what stands against them. */
export function KeyRecorder({ command, onDone }: KeyRecorderProps) {
  // What is listed is the commands themselves.
  const id = command.id as CommandId;
  const field = useRef<HTMLButtonElement>(null);
  const [keys, setKeys] = useState<string | null>(null);
  useEffect(() => {
    const opener = document.activeElement;
    field.current?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  const conflict = keys === null ? null : findConflict(id, keys, window.probative === undefined);
  const give = (chosen: string) => {
    chooseKeys(id, [chosen]);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Tab") return;
    // The dialog would close with Escape, the frame would run the command.
    event.preventDefault();
    event.stopPropagation();
    const isAlone = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
    if (isAlone && event.key === "Escape") {
      onDone();
      return;
    }
    const pressed = keysOfPress(event.nativeEvent, IS_MAC);
    if (pressed === null) return;
    if (findConflict(id, pressed, window.probative === undefined) === null) give(pressed);
    else setKeys(pressed);
  };
  return (
    <div className={styles.recorder}>
      <button ref={field} type="button" className={styles.field} onKeyDown={onKeyDown}>
        {keys === null ? say("app.pressKeys") : <Kbd keys={keysForPeople(keys, IS_MAC)} />}
      </button>
      <p role="status" className={styles.said}>
        {conflict === null ? "" : <Conflict conflict={conflict} />}
      </p>
      <span className={styles.actions}>
        {keys !== null && conflict?.kind === "command" && (
          <Button size="small" variant="primary" onClick={() => give(keys)}>
            {say("app.useKeysHere")}
          </Button>
        )}
        {currentKeys(command).length > 0 && (
          <Button
            size="small"
            onClick={() => {
              chooseKeys(id, []);
              onDone();
            }}
          >
            {say("app.takeKeysAway")}
          </Button>
        )}
        <Button size="small" variant="quiet" onClick={onDone}>
          {say("app.cancelKeys")}
        </Button>
      </span>
    </div>
  );
}

function Conflict({ conflict }: { readonly conflict: KeyConflict }) {
  const b = (chunks: ReactNode) => <b>{chunks}</b>;
  switch (conflict.kind) {
    case "command":
      return sayRich("app.keysOfCommand", { command: say(conflict.command.label), b });
    case "view":
      return sayRich("app.keysOfView", { what: say(conflict.shortcut.label), b });
    case "browser":
      return say("app.keysOfBrowser");
    case "text":
      return say("app.keysOfText");
  }
}
