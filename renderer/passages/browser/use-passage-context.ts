import { useState } from "react";
import type { PassageListItem } from "#shared/model/passage.ts";
import { useCallQuery } from "../../client/use-query-call.ts";
import { type QuoteContext, sentenceAround, stretchAround } from "./context-text.ts";

/** What stands around a quotation, and the way to see more of it. */
export interface PassageContext extends QuoteContext {
  readonly wide: boolean;
  /** Null where the page has no more to show. */
  readonly toggle: (() => void) | null;
}

/** The sentence around a quotation; asked for, a longer stretch of its page. */
export function usePassageContext(passage: PassageListItem, shown: boolean): PassageContext {
  const [wide, setWide] = useState(false);
  const first = passage.ranges[0];
  const range = passage.state === "anchored" && first !== undefined && first.end > first.start ? first : null;
  const page = useCallQuery(
    "documents.page",
    { document: passage.documentId, page: range?.page ?? 1 },
    { enabled: shown && wide && range !== null },
  );
  const text = wide ? page.data?.text : undefined;
  const around =
    text !== undefined && range !== null
      ? stretchAround(text, range.start, range.end)
      : sentenceAround(passage.prefix, passage.suffix);
  return { ...around, wide, toggle: shown && range !== null ? () => setWide(!wide) : null };
}
