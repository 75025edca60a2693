import { Pencil, Printer, RotateCcw } from "lucide-react";
import { useState } from "react";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { PanelHeading } from "../ui/panel-heading.tsx";
import { type Command, type CommandId, SHORTCUT_PLACES } from "./commands.ts";
import { KeyRecorder } from "./key-recorder.tsx";
import { hasOtherKeys, resetAllKeys, resetKeys, useShortcutChoices } from "./shortcut-choices.ts";
import { type ShortcutLine, shortcutGroups } from "./shortcut-list.ts";
import { keysForPeople } from "./shortcuts.ts";
import styles from "./shortcuts-dialog.module.css";
import { IS_MAC } from "./use-shortcuts.ts";

interface ShortcutsDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onPrint: () => void;
}

/** All shortcuts, by where they work. Those of commands can be changed, on this machine for all cases. */
export function ShortcutsDialog({ open, onClose, onPrint }: ShortcutsDialogProps) {
  const choices = useShortcutChoices();
  const [recording, setRecording] = useState<CommandId | null>(null);
  return (
    <Dialog
      open={open}
      onClose={() => {
        setRecording(null);
        onClose();
      }}
      title={say("app.shortcuts")}
      size="large"
      footer={
        <>
          <Button
            icon={<RotateCcw aria-hidden />}
            disabled={Object.keys(choices).length === 0}
            onClick={() => {
              setRecording(null);
              resetAllKeys();
            }}
          >
            {say("app.resetAllKeys")}
          </Button>
          <Button icon={<Printer aria-hidden />} onClick={onPrint}>
            {say("app.print")}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {say("app.keysDone")}
          </Button>
        </>
      }
    >
      <p className={styles.explained}>{say("app.keysExplained")}</p>
      <section className={styles.groups} aria-label={say("app.keys")}>
        {shortcutGroups().map(({ place, lines }) => (
          <section key={place} className={styles.group}>
            <PanelHeading level={3}>{say(SHORTCUT_PLACES[place])}</PanelHeading>
            <ul>
              {lines.map((line) =>
                line.kind === "view" ? (
                  <li key={line.shortcut.id} className={styles.line}>
                    <span className={styles.label}>{say(line.shortcut.label)}</span>
                    <Keys keys={line.keys} />
                  </li>
                ) : (
                  <CommandLine
                    key={line.command.id}
                    line={line}
                    recording={recording === line.command.id}
                    onRecord={setRecording}
                  />
                ),
              )}
            </ul>
          </section>
        ))}
      </section>
    </Dialog>
  );
}

function Keys({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className={styles.keys}>
      {keys.map((alternative) => (
        <Kbd key={alternative} keys={keysForPeople(alternative, IS_MAC)} />
      ))}
    </span>
  );
}

interface CommandLineProps {
  readonly line: Extract<ShortcutLine, { kind: "command" }>;
  readonly recording: boolean;
  readonly onRecord: (id: CommandId | null) => void;
}

function CommandLine({ line: { command, keys }, recording, onRecord }: CommandLineProps) {
  // The lines are made of the commands themselves.
  const id = command.id as CommandId;
  const name = say(command.label);
  return (
    <li className={styles.command} data-recording={recording || undefined}>
      <div className={styles.line}>
        <span className={styles.label}>{name}</span>
        <Keys keys={keys} />
        <span className={styles.tools}>
          {hasOtherKeys(command) && (
            <IconButton
              size="small"
              label={say("app.resetKeys", { command: name, keys: own(command) })}
              icon={<RotateCcw aria-hidden />}
              onClick={() => resetKeys(id)}
            />
          )}
          <IconButton
            size="small"
            className={styles.change ?? ""}
            label={say("app.changeKeys", { command: name })}
            icon={<Pencil aria-hidden />}
            pressed={recording}
            onClick={() => onRecord(recording ? null : id)}
          />
        </span>
      </div>
      {recording && <KeyRecorder command={command} onDone={() => onRecord(null)} />}
    </li>
  );
}

function own(command: Command): string {
  const keys = command.keys ?? [];
  return keys.length === 0 ? say("app.noKeys") : keys.map((its) => keysForPeople(its, IS_MAC)).join(", ");
}
