import { useEffect, useRef, useState } from "react";
import type { DocumentId } from "#shared/base/ids.ts";
import type { FoundPlace } from "#shared/contract/find-procedures.ts";
import { useCallQuery } from "../client/use-query-call.ts";

/** How words are looked for in the open document; everything is off at first. */
export interface FindOptions {
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  readonly regex: boolean;
}

/** What is being looked for in the open document, and where it stands. */
export interface Find {
  readonly isOpen: boolean;
  readonly text: string;
  readonly options: FindOptions;
  /** Null while nothing is looked for. Those of the words before stay until the new ones have come. */
  readonly places: readonly FoundPlace[] | null;
  /** How many there are, also beyond `places`. */
  readonly total: number;
  readonly at: number | null;
  readonly current: FoundPlace | null;
  readonly error: Error | null;
  /** Grows when the field is to take the keyboard. */
  readonly asked: number;
  readonly setText: (text: string) => void;
  readonly toggle: (option: keyof FindOptions) => void;
  /** Opens the bar, or comes back to it, with words to look for where there are any. */
  readonly open: (words?: string) => void;
  readonly close: () => void;
  /** Makes the next or previous place the current one; past the end it begins again. */
  readonly step: (direction: 1 | -1) => void;
  readonly choose: (page: number, start: number) => void;
}

/** Milliseconds without a key before words are looked for. */
const PAUSE = 90;

const NO_OPTIONS: FindOptions = { matchCase: false, wholeWord: false, regex: false };

/**
 * Finds words in the open document as they are typed. The first place at or after the page in sight becomes the current
 * one.
 *
 * @param page in sight
 * @param onPlace is told of every place that becomes the current one
 */
export function useFind(documentId: DocumentId, page: number, onPlace: (place: FoundPlace) => void): Find {
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState(0);
  const [text, setText] = useState("");
  const [options, setOptions] = useState(NO_OPTIONS);
  const [origin, setOrigin] = useState(page);
  const [chosen, setChosen] = useState<{ readonly of: unknown; readonly at: number } | null>(null);
  const settled = useSettled(text, PAUSE);
  const isWanted = isOpen && /\S/u.test(settled);
  const { data, error } = useCallQuery(
    "documents.find",
    { document: documentId, text: isWanted ? settled : "-", ...options },
    { enabled: isWanted, keepPrevious: true },
  );
  const answer = isWanted && error === null ? data : undefined;
  const places = answer?.places ?? null;
  const first = places === null ? null : firstFrom(places, origin);
  const at = chosen !== null && chosen.of === answer ? chosen.at : first;
  const current = at === null ? null : (places?.[at] ?? null);

  const told = useRef<FoundPlace | null>(null);
  useEffect(() => {
    if (current === null || current === told.current) return;
    told.current = current;
    onPlace(current);
  }, [current, onPlace]);

  return {
    isOpen,
    text,
    options,
    places,
    total: answer?.total ?? 0,
    at,
    current,
    error: isWanted ? error : null,
    asked,
    setText: (next) => {
      setText(next);
      setOrigin(current?.page ?? origin);
    },
    toggle: (option) => setOptions({ ...options, [option]: !options[option] }),
    open: (words) => {
      setOpen(true);
      setAsked(asked + 1);
      setOrigin(page);
      if (words !== undefined && words !== "") setText(words);
    },
    close: () => {
      setOpen(false);
      told.current = null;
    },
    step: (direction) => {
      if (places === null || at === null) return;
      setChosen({ of: answer, at: (at + direction + places.length) % places.length });
    },
    choose: (onPage, start) => {
      const index = places?.findIndex((place) => place.page === onPage && place.start === start) ?? -1;
      if (index >= 0) setChosen({ of: answer, at: index });
    },
  };
}

/** The first place on a page or after it; the first of all when there is none. Null without places. */
export function firstFrom(places: readonly Pick<FoundPlace, "page">[], page: number): number | null {
  if (places.length === 0) return null;
  return Math.max(
    0,
    places.findIndex((place) => place.page >= page),
  );
}

function useSettled(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
