import { useEffect, useEffectEvent } from "react";
import { createPortal } from "react-dom";
import { say } from "../messages/say.ts";
import { Kbd } from "../ui/kbd.tsx";
import { SHORTCUT_PLACES } from "./commands.ts";
import { shortcutGroups } from "./shortcut-list.ts";
import styles from "./shortcut-sheet.module.css";
import { keysForPeople } from "./shortcuts.ts";
import { IS_MAC } from "./use-shortcuts.ts";

/** The shortcuts on paper: asks the system to print them, and goes when that is over. Nothing else is printed. */
export function ShortcutSheet({ onDone }: { readonly onDone: () => void }) {
  const done = useEffectEvent(onDone);
  useEffect(() => {
    const end = () => done();
    window.addEventListener("afterprint", end);
    // Once the sheet stands in the document: some windows go on while the dialog is open, some do not.
    const frame = requestAnimationFrame(() => window.print());
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  const groups = shortcutGroups()
    .map(({ place, lines }) => ({ place, lines: lines.filter(({ keys }) => keys.length > 0) }))
    .filter(({ lines }) => lines.length > 0);
  return createPortal(
    <article className={styles.sheet} data-print aria-hidden>
      <h1>{say("app.sheetTitle")}</h1>
      <div className={styles.groups}>
        {groups.map(({ place, lines }) => (
          <section key={place}>
            <h2>{say(SHORTCUT_PLACES[place])}</h2>
            <dl>
              {lines.map((line) => (
                <div key={line.kind === "command" ? line.command.id : line.shortcut.id} className={styles.line}>
                  <dt>{say(line.kind === "command" ? line.command.label : line.shortcut.label)}</dt>
                  <dd>
                    {line.keys.map((keys) => (
                      <Kbd key={keys} keys={keysForPeople(keys, IS_MAC)} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </article>,
    document.body,
  );
}
