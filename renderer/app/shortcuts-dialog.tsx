import { say } from "../messages/say.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { PanelHeading } from "../ui/panel-heading.tsx";
import { COMMAND_SHORTCUTS, keysForPeople, SHORTCUT_PLACES, type Shortcut, VIEW_SHORTCUTS } from "./shortcuts.ts";
import styles from "./shortcuts-dialog.module.css";
import { IS_MAC } from "./use-shortcuts.ts";

interface ShortcutsDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** All shortcuts, by where they work. */
export function ShortcutsDialog({ open, onClose }: ShortcutsDialogProps) {
  const groups = Map.groupBy<Shortcut["when"], Shortcut>([...COMMAND_SHORTCUTS, ...VIEW_SHORTCUTS], ({ when }) => when);
  return (
    <Dialog open={open} onClose={onClose} title={say("app.shortcuts")} size="large">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the list scrolls in a low window, and nothing else in it takes the keyboard. */}
      <section className={styles.groups} aria-label={say("app.keys")} tabIndex={0}>
        {[...groups].map(([when, shortcuts]) => (
          <section key={when} className={styles.group}>
            <PanelHeading level={3}>{say(SHORTCUT_PLACES[when])}</PanelHeading>
            <dl>
              {shortcuts.map((shortcut) => (
                <div key={shortcut.id} className={styles.line}>
                  <dt>{say(shortcut.label)}</dt>
                  <dd>
                    {shortcut.keys.map((keys) => (
                      <Kbd key={keys} keys={keysForPeople(keys, IS_MAC)} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </section>
    </Dialog>
  );
}
