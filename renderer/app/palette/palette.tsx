// biome-ignore-all lint/a11y/useSemanticElements: a list box that a field moves through has no element of its own
// biome-ignore-all lint/a11y/useFocusableInteractive: the field keeps the focus and names the row (aria-activedescendant)
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the field has the keys of the rows, Escape that of the backdrop
import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { say, sayRich } from "../../messages/say.ts";
import { classes } from "../../ui/classes.ts";
import { Kbd } from "../../ui/kbd.tsx";
import type { CommandId } from "../commands.ts";
import { findCommand, keysForPeople, pressMatches } from "../shortcuts.ts";
import { IS_MAC } from "../use-shortcuts.ts";
import styles from "./palette.module.css";
import type { PaletteItem } from "./palette-groups.ts";
import type { PaletteIndex } from "./palette-index.ts";
import { PaletteLine } from "./palette-line.tsx";
import { rememberRecent } from "./recent.ts";
import { usePalette } from "./use-palette.ts";

interface PaletteProps {
  readonly index: PaletteIndex;
  /** Folder of the case: what was used lately is remembered for it. */
  readonly directory: string;
  readonly isOffered: (id: CommandId) => boolean;
  /** `beside`: what is chosen is to open on the other side of a split, where it is something that opens. */
  readonly onChoose: (item: PaletteItem, beside: boolean) => void;
  /** Searches the documents for what was typed. */
  readonly onSearch: (text: string) => void;
  readonly onClose: () => void;
}

/** The key of the last row, which hands what was typed to the search. */
const SEARCH_ROW = "search-the-case";

/** One field over the whole case: documents, passages, tags, saved searches and commands by name. */
export function Palette({ index, directory, isOffered, onChoose, onSearch, onClose }: PaletteProps) {
  const id = useId();
  const dialog = useModal();
  const [text, setText] = useState("");
  const [active, setActive] = useState<string | null>(null);
  const { groups, filling } = usePalette(index, directory, text, isOffered);
  const typed = text.trim();
  const items = groups.flatMap((group) => group.items);
  const keys = [...items.map((item) => item.key), ...(typed === "" ? [] : [SEARCH_ROW])];
  // The first row until somebody moves, and again when the row is gone.
  const at = Math.max(0, active === null ? 0 : keys.indexOf(active));
  const current = keys[at] ?? null;

  useEffect(() => {
    if (current !== null) document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: "nearest" });
  }, [id, current]);

  const leave = (act: () => void) => {
    // The dialog gives the focus back as it goes: what is chosen may then move it on.
    flushSync(onClose);
    act();
  };
  const choose = (key: string | null, beside = false) => {
    if (key === SEARCH_ROW) {
      leave(() => onSearch(typed));
      return;
    }
    const item = items.find((candidate) => candidate.key === key);
    if (item === undefined) return;
    rememberRecent(directory, item.key);
    leave(() => onChoose(item, beside));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (findCommand(event.nativeEvent, true, IS_MAC) === "palette") {
      event.preventDefault();
      onClose();
    } else if (pressMatches(event.nativeEvent, "Mod+Enter", IS_MAC) && typed !== "") {
      event.preventDefault();
      choose(SEARCH_ROW);
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(current, event.altKey);
    } else {
      const next = event.shiftKey || event.ctrlKey || event.metaKey ? null : rowAfter(event.key, at, keys.length);
      if (next === null) return;
      event.preventDefault();
      setActive(keys[next] ?? null);
    }
  };

  return (
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={say("app.goToAnything")}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className={styles.sheet}>
        <div className={styles.head}>
          <Search aria-hidden />
          <input
            type="text"
            role="combobox"
            className={styles.field}
            aria-label={say("app.goToAnythingHint")}
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-activedescendant={current === null ? undefined : `${id}-${current}`}
            aria-autocomplete="list"
            placeholder={say("app.palettePlaceholder")}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setActive(null);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <div id={`${id}-list`} role="listbox" aria-label={say("app.paletteFound")} className={styles.list}>
          {groups.map((group, place) => (
            <div key={group.heading} role="group" aria-labelledby={`${id}-group-${place}`}>
              <div id={`${id}-group-${place}`} className={styles.heading} role="presentation">
                {group.heading}
              </div>
              {group.items.map((item) => (
                <div
                  key={item.key}
                  id={`${id}-${item.key}`}
                  role="option"
                  aria-selected={item.key === current}
                  className={classes(styles.row, item.key === current && styles.current)}
                  onMouseMove={() => setActive(item.key)}
                  onClick={() => choose(item.key)}
                >
                  <PaletteLine item={item} />
                </div>
              ))}
            </div>
          ))}
          {typed !== "" && (
            <div
              id={`${id}-${SEARCH_ROW}`}
              role="option"
              aria-selected={current === SEARCH_ROW}
              className={classes(styles.row, styles.search, current === SEARCH_ROW && styles.current)}
              onMouseMove={() => setActive(SEARCH_ROW)}
              onClick={() => choose(SEARCH_ROW)}
            >
              <span className={styles.icon} aria-hidden>
                <Search />
              </span>
              <span className={styles.title}>{say("app.searchTheCaseFor", { text: typed })}</span>
              <Kbd keys={keysForPeople("Mod+↵", IS_MAC)} />
            </div>
          )}
        </div>
        <footer className={styles.foot}>
          <span aria-live="polite">
            {filling === null
              ? typed !== "" && items.length === 0
                ? say("app.paletteNothing")
                : ""
              : say("app.paletteReading", filling)}
          </span>
          <span className={styles.keys} aria-hidden>
            {sayRich("app.paletteKeys", { k: (key) => <Kbd keys={String(key)} /> })}
          </span>
        </footer>
      </div>
    </dialog>
  );
}

/** A modal dialog that gives the focus back to where it was, in the same commit in which it goes. */
function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const opener = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    element?.querySelector("input")?.focus();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return dialog;
}

/** The row that a key leads to, round at the ends; null for other keys. */
export function rowAfter(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowUp":
      return (at - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    case "PageDown":
      return Math.min(count - 1, at + 8);
    case "PageUp":
      return Math.max(0, at - 8);
    default:
      return null;
  }
}
