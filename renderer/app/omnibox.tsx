import { Search, X } from "lucide-react";
import type { KeyboardEvent, RefObject } from "react";
import { IconButton } from "../ui/icon-button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { useNavigation } from "./navigation.ts";
import styles from "./omnibox.module.css";
import { keysOf } from "./shortcuts.ts";
import { IS_MAC } from "./use-shortcuts.ts";

interface OmniboxProps {
  readonly field: RefObject<HTMLInputElement | null>;
  /** Leaves the field for the view below. */
  readonly onDone: () => void;
}

/** The search field of the whole case: typing searches, Enter and ↓ go to the results, Escape leaves. */
export function Omnibox({ field, onDone }: OmniboxProps) {
  const { query, setQuery, show } = useNavigation();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      onDone();
    } else if (event.key === "Enter" || event.key === "ArrowDown") {
      event.preventDefault();
      show("search");
      onDone();
    }
  };
  return (
    <search className={styles.box}>
      <Search aria-hidden />
      <input
        ref={field}
        type="text"
        className={styles.field}
        aria-label="Search the case"
        placeholder="Search all pages: words, “phrases”, AND, OR, NOT, prefix*"
        autoComplete="off"
        spellCheck={false}
        maxLength={4000}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {query === "" ? (
        <Kbd keys={keysOf("search", IS_MAC)} />
      ) : (
        <IconButton
          label="Clear the search"
          icon={<X aria-hidden />}
          size="small"
          className={styles.clear ?? ""}
          onClick={() => {
            setQuery("");
            field.current?.focus();
          }}
        />
      )}
    </search>
  );
}
