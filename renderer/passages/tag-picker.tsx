import { Check } from "lucide-react";
import { type KeyboardEvent, type Ref, useId, useRef, useState } from "react";
import type { TagId } from "#shared/base/ids.ts";
import type { Tag } from "#shared/model/tag.ts";
import { lastPart, PATH_MARK, pathAbove } from "#shared/text/tag-path.ts";
import { say } from "../messages/say.ts";
import { Kbd } from "../ui/kbd.tsx";
import { tagColorStyle } from "../ui/tag-colors.ts";
import { type TagChoice, tagChoices, tagOfKey } from "./tag-choices.ts";
import styles from "./tag-picker.module.css";
import { useRecentTags } from "./use-recent-tags.ts";

interface TagPickerProps {
  readonly tags: readonly Tag[];
  /** Tags that are on already: shown with a tick, and picking them takes them off. */
  readonly applied?: ReadonlySet<TagId>;
  readonly onPick: (choice: TagChoice) => void;
  readonly onEscape?: () => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/**
 * Finds a tag by typing, or creates it: arrows and Enter choose, number keys apply their tag at once while the field is
 * empty. Numbers that no tag has of its own are lent to those that were used last.
 */
export function TagPicker({ tags, applied, onPick, onEscape, ref }: TagPickerProps) {
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const [recent] = useRecentTags();
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const choices = tagChoices(tags, typed, recent);
  const chosen = choices[Math.min(active, choices.length - 1)];

  const pick = (choice: TagChoice) => {
    setTyped("");
    setActive(0);
    onPick(choice);
  };
  const moveTo = (index: number) => {
    const next = (index + choices.length) % Math.max(1, choices.length);
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") moveTo(active + 1);
    else if (event.key === "ArrowUp") moveTo(active - 1);
    else if (event.key === "Enter" && chosen !== undefined) pick(chosen);
    else if (event.key === "Escape" && onEscape !== undefined) onEscape();
    else if (typed === "" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const tag = tagOfKey(tags, event.key, recent);
      if (tag === null) return;
      pick({ kind: "tag", tag, key: tag.key });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles.picker}>
      <input
        ref={ref}
        className={styles.input}
        role="combobox"
        aria-label={say("passages.tag")}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen === undefined ? undefined : `${id}-${keyOf(chosen)}`}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder={say("passages.findTag")}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={`${id}-list`} className={styles.list} role="listbox" aria-label={say("passages.tags")}>
        {choices.map((choice, index) => (
          <Choice
            key={keyOf(choice)}
            id={`${id}-${keyOf(choice)}`}
            choice={choice}
            active={choice === chosen}
            on={choice.kind === "tag" && applied?.has(choice.tag.tagId) === true}
            onPoint={() => setActive(index)}
            onPick={() => pick(choice)}
          />
        ))}
      </div>
      {choices.length === 0 && <p className={styles.nothing}>{say("passages.noTags")}</p>}
    </div>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly choice: TagChoice;
  readonly active: boolean;
  readonly on: boolean;
  readonly onPoint: () => void;
  readonly onPick: () => void;
}

function Choice({ id, choice, active, on, onPoint, onPick }: ChoiceProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys.
    <div
      id={id}
      role="option"
      aria-selected={active}
      className={styles.row}
      data-active={active || undefined}
      onPointerMove={onPoint}
      // A press must not take the focus away from the field.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      {choice.kind === "tag" ? (
        <>
          <i className={styles.swatch} style={tagColorStyle(choice.tag.color)} />
          <TagPath name={choice.tag.name} description={choice.tag.description} />
          {on && <Check aria-label={say("passages.applied")} />}
          {choice.key !== null && <Kbd keys={String(choice.key)} />}
        </>
      ) : (
        <>
          <span className={`${styles.name} ${styles.create}`}>{say("passages.createTag", { name: choice.name })}</span>
          <Kbd keys="↵" />
        </>
      )}
    </div>
  );
}

/** A tag's own name, after the quieter path above it, which gives way first when there is little room. */
function TagPath({ name, description }: { readonly name: string; readonly description: string }) {
  const above = pathAbove(name);
  return (
    <span className={styles.name} title={description === "" ? name : `${name}\n\n${description}`}>
      {above !== null && <span className={styles.above}>{`${above}${PATH_MARK}`}</span>}
      <span className={styles.own}>{lastPart(name)}</span>
    </span>
  );
}

function keyOf(choice: TagChoice): string {
  return choice.kind === "tag" ? choice.tag.tagId : "create";
}
