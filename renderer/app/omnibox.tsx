import { CircleHelp, Search, X } from "lucide-react";
import { type KeyboardEvent, type RefObject, useState } from "react";
import { say } from "../messages/say.ts";
import { LanguageDialog } from "../search/language-dialog.tsx";
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
  const { query, setQuery, showSearchPlace } = useNavigation();
  const [showsHelp, setShowsHelp] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      onDone();
    } else if (event.key === "Enter" || event.key === "ArrowDown") {
      event.preventDefault();
      showSearchPlace("results");
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
        aria-label={say("app.searchTheCase")}
        placeholder={say("app.searchPlaceholder")}
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
          label={say("app.clearSearch")}
          icon={<X aria-hidden />}
          size="small"
          onClick={() => {
            setQuery("");
            field.current?.focus();
          }}
        />
      )}
      <IconButton
        label={say("app.howToSearch")}
        icon={<CircleHelp aria-hidden />}
        size="small"
        className={styles.help ?? ""}
        onClick={() => setShowsHelp(true)}
      />
      <LanguageDialog open={showsHelp} onClose={() => setShowsHelp(false)} />
    </search>
  );
}
