import { CaseSensitive, ChevronDown, ChevronUp, Regex, Search, WholeWord, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { say } from "../messages/say.ts";
import { describeError } from "../ui/describe-error.ts";
import { IconButton } from "../ui/icon-button.tsx";
import styles from "./find-bar.module.css";
import type { Find } from "./use-find.ts";

interface FindBarProps {
  readonly find: Find;
  /** Called when the bar was closed: the pages take the keyboard. */
  readonly onClosed: () => void;
}

/** Over the open document: words to find in it, how many there are, and the way from one to the next. */
export function FindBar({ find, onClosed }: FindBarProps) {
  const field = useRef<HTMLInputElement>(null);
  const { isOpen, asked } = find;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again puts the keyboard there again.
  useEffect(() => {
    if (!isOpen) return;
    field.current?.focus();
    field.current?.select();
  }, [isOpen, asked]);
  if (!isOpen) return null;
  const close = (): void => {
    find.close();
    onClosed();
  };
  const nothing = find.places === null || find.places.length === 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to all screen readers yet.
    <div
      role="search"
      className={styles.bar}
      aria-label={say("reader.find")}
      data-nothing={(find.places !== null && nothing) || find.error !== null || undefined}
      onKeyDown={(event) => {
        // What is typed here is no key of the reader.
        event.stopPropagation();
        if (event.key === "Escape") close();
        else return;
        event.preventDefault();
      }}
    >
      <span className={styles.box}>
        <Search aria-hidden />
        <input
          ref={field}
          className={styles.field}
          value={find.text}
          placeholder={say("reader.findPlaceholder")}
          aria-label={say("reader.find")}
          aria-invalid={find.error !== null}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => find.setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            find.step(event.shiftKey ? -1 : 1);
          }}
        />
        <span className={styles.options}>
          <IconButton
            size="small"
            label={say("reader.matchCase")}
            pressed={find.options.matchCase}
            icon={<CaseSensitive aria-hidden />}
            onClick={() => find.toggle("matchCase")}
          />
          <IconButton
            size="small"
            label={say("reader.wholeWord")}
            pressed={find.options.wholeWord}
            icon={<WholeWord aria-hidden />}
            onClick={() => find.toggle("wholeWord")}
          />
          <IconButton
            size="small"
            label={say("reader.regularExpression")}
            pressed={find.options.regex}
            icon={<Regex aria-hidden />}
            onClick={() => find.toggle("regex")}
          />
        </span>
      </span>
      <span className={styles.count} role="status">
        {describeFind(find)}
      </span>
      <span className={styles.spring} />
      <IconButton
        size="small"
        label={say("reader.previousFound")}
        shortcut="Shift+Enter"
        icon={<ChevronUp aria-hidden />}
        disabled={nothing}
        onClick={() => find.step(-1)}
      />
      <IconButton
        size="small"
        label={say("reader.nextFound")}
        shortcut="Enter"
        icon={<ChevronDown aria-hidden />}
        disabled={nothing}
        onClick={() => find.step(1)}
      />
      <IconButton
        size="small"
        label={say("reader.closeFind")}
        shortcut="Esc"
        icon={<X aria-hidden />}
        onClick={close}
      />
    </div>
  );
}

function describeFind({ text, places, total, at, error, options }: Find): string {
  if (error !== null) return options.regex ? say("reader.badExpression") : describeError(error).message;
  if (places === null) return text.trim() === "" ? "" : say("reader.finding");
  if (at === null) return say("reader.notFound");
  if (total > places.length) return say("reader.foundOfMore", { number: at + 1, shown: places.length, total });
  return say("reader.foundOf", { number: at + 1, total });
}
