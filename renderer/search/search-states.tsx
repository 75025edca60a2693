import { CircleCheck, ScanText } from "lucide-react";
import type { ReactNode } from "react";
import type { CaseInfo } from "#shared/model/case.ts";
import type { OcrStatus } from "#shared/model/ocr.ts";
import type { SearchOptions } from "#shared/model/search.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { withoutNarrowing } from "./filter-chips.tsx";
import styles from "./search-states.module.css";

const EXAMPLES: readonly { readonly query: MessageKey; readonly meaning: MessageKey }[] = [
  { query: "search.tryBothWords", meaning: "search.exampleBothWords" },
  { query: "search.tryPhrase", meaning: "search.examplePhrase" },
  { query: "search.tryNear", meaning: "search.exampleNear" },
  { query: "search.tryEither", meaning: "search.exampleEither" },
  { query: "search.tryOnePage", meaning: "search.exampleOnePage" },
  { query: "search.tryFields", meaning: "search.exampleFields" },
];

interface SearchHelpProps {
  readonly onTry: (query: string) => void;
  readonly onHelp: () => void;
}

/** What stands in the search view before anything was typed: the language by examples that can be tried. */
export function SearchHelp({ onTry, onHelp }: SearchHelpProps) {
  return (
    <div className={styles.message}>
      <h2 className={styles.messageTitle}>{say("search.searchEveryPage")}</h2>
      <p>{say("search.typeAbove")}</p>
      <div className={styles.help}>
        {EXAMPLES.map(({ query, meaning }) => (
          <div key={query} className={styles.helpLine}>
            <button type="button" className={styles.example} onClick={() => onTry(say(query))}>
              {say(query)}
            </button>
            <span className={styles.meaning}>{say(meaning)}</span>
          </div>
        ))}
      </div>
      <Button onClick={onHelp}>{say("search.allThatCanBeWritten")}</Button>
    </div>
  );
}

interface NoResultsProps {
  /** The search in words. */
  readonly words: string;
  readonly options: SearchOptions;
  readonly onOptions: (options: SearchOptions) => void;
  /** Figures of the case; null until they are known. */
  readonly info: CaseInfo | null;
  readonly ocr: OcrStatus | null;
  /** Certifies that nothing was found. */
  readonly certificate: ReactNode;
}

/** Nothing was found: says what was searched, what could not be, and what may be done about it. */
export function NoResults({ words, options, onOptions, info, ocr, certificate }: NoResultsProps) {
  const isNarrowed = options.filters.length > 0 || options.without.length > 0 || options.confident;
  return (
    <div className={styles.message} role="status">
      <h2 className={styles.messageTitle}>{say("search.noDocumentMatches")}</h2>
      <p>{words}</p>
      {info !== null && (
        <ul className={styles.facts}>
          <li>
            <CircleCheck aria-hidden />
            {say("search.pagesSearched", {
              pages: info.pages - info.pagesWithoutText,
              documents: info.documents,
            })}
          </li>
          {info.pagesWithoutText > 0 && (
            <li className={styles.warning}>
              <ScanText aria-hidden />
              {say("search.pagesNotSearched", {
                pages: info.pagesWithoutText,
                waiting: ocr?.waiting ?? 0,
                failed: ocr?.failed ?? 0,
              })}
            </li>
          )}
        </ul>
      )}
      {isNarrowed && <p>{say("search.filtersNarrow")}</p>}
      {!isNarrowed && <p>{say("search.tryFewerWords")}</p>}
      <div className={styles.offers}>
        {isNarrowed && (
          <Button variant="primary" onClick={() => onOptions(withoutNarrowing(options))}>
            {say("search.searchWithoutFilters")}
          </Button>
        )}
        {!options.stemming && (
          <Button onClick={() => onOptions({ ...options, stemming: true })}>{say("search.findOtherForms")}</Button>
        )}
        {certificate}
      </div>
    </div>
  );
}
