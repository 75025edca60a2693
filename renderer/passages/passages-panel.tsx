import { Highlighter } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { PassageId } from "#shared/base/ids.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import { say } from "../messages/say.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { PassageCard, type PassageCardActions } from "./passage-card.tsx";
import { neighbourOf } from "./passage-filter.ts";
import styles from "./reader-view.module.css";

interface PassagesPanelProps {
  readonly passages: readonly PassageListItem[];
  readonly tags: readonly Tag[];
  readonly current: PassageId | null;
  readonly actions: PassageCardActions;
}

/** The passages of the open document as cards; arrows go from one to the next and take the page along. */
export function PassagesPanel({ passages, tags, current, actions }: PassagesPanelProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (current !== null) quoteOf(list.current, current)?.closest("li")?.scrollIntoView({ block: "nearest" });
  }, [current]);

  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const at = event.target instanceof HTMLElement ? event.target.dataset["passageQuote"] : undefined;
    if (at === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const here = passages.find((passage) => passage.passageId === at) ?? null;
    const next =
      event.key === "ArrowDown"
        ? neighbourOf(passages, here?.passageId ?? null, 1)
        : event.key === "ArrowUp"
          ? neighbourOf(passages, here?.passageId ?? null, -1)
          : event.key === "Home"
            ? (passages[0] ?? null)
            : event.key === "End"
              ? (passages.at(-1) ?? null)
              : null;
    if (next === null) return;
    event.preventDefault();
    actions.open(next);
    quoteOf(list.current, next.passageId)?.focus();
  };

  if (passages.length === 0) {
    return (
      <EmptyState compact icon={<Highlighter />} title={say("passages.noPassages")}>
        {say("passages.selectText")}
      </EmptyState>
    );
  }
  const reachable = passages.some((passage) => passage.passageId === current) ? current : passages[0]?.passageId;
  return (
    <>
      <ul ref={list} className={styles.cards} aria-label={say("passages.inDocument")} onKeyDown={onKeyDown}>
        {passages.map((passage) => (
          <li key={passage.passageId}>
            <PassageCard
              passage={passage}
              tags={tags}
              current={passage.passageId === current}
              reachable={passage.passageId === reachable}
              actions={actions}
            />
          </li>
        ))}
      </ul>
      <p className={styles.panelKeys} aria-hidden="true">
        <span>
          <Kbd keys="E" /> {say("passages.keyNote")}
        </span>
        <span>
          <Kbd keys="T" /> {say("passages.keyTags")}
        </span>
        <span>
          <Kbd keys="B" /> {say("passages.keyBrief")}
        </span>
        <span>
          <Kbd keys="Del" /> {say("passages.keyDelete")}
        </span>
      </p>
    </>
  );
}

function quoteOf(list: HTMLElement | null, passageId: PassageId): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-passage-quote="${passageId}"]`) ?? null;
}
