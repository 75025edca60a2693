import { CircleCheck, ScanText } from "lucide-react";
import type { ReactNode } from "react";
import type { CaseInfo } from "#shared/model/case.ts";
import type { OcrStatus } from "#shared/model/ocr.ts";
import type { SearchOptions } from "#shared/model/search.ts";
import { Button } from "../ui/button.tsx";
import { formatCount } from "../ui/format.ts";
import { withoutNarrowing } from "./filter-chips.tsx";
import styles from "./search-states.module.css";

const EXAMPLES: readonly { readonly query: string; readonly meaning: string }[] = [
  { query: "custody transfer", meaning: "documents with both words, in any of their forms" },
  { query: '"detention center"', meaning: "these words together, also across a line or page break" },
  { query: "transfer* w/10 prison", meaning: "one within ten words of the other" },
  { query: "payment OR grant", meaning: "either word" },
  { query: "page:(flight NOT refueling)", meaning: "on one page, the first without the second" },
  { query: "kind:order date:2025-03", meaning: "orders of March 2025" },
];

interface SearchHelpProps {
  readonly onTry: (query: string) => void;
  readonly onHelp: () => void;
}

/** What stands in the search view before anything was typed: the language by examples that can be tried. */
export function SearchHelp({ onTry, onHelp }: SearchHelpProps) {
  return (
    <div className={styles.message}>
      <h2 className={styles.messageTitle}>Search every page of the case</h2>
      <p>
        Type in the field above; results follow as you type. Case and accents do not matter: “nacion” finds “nación”.
      </p>
      <div className={styles.help}>
        {EXAMPLES.map(({ query, meaning }) => (
          <div key={query} className={styles.helpLine}>
            <button type="button" className={styles.example} onClick={() => onTry(query)}>
              {query}
            </button>
            <span className={styles.meaning}>{meaning}</span>
          </div>
        ))}
      </div>
      <Button onClick={onHelp}>All that can be written</Button>
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
      <h2 className={styles.messageTitle}>No document matches</h2>
      <p>{words}</p>
      {info !== null && (
        <ul className={styles.facts}>
          <li>
            <CircleCheck aria-hidden />
            {formatCount(info.pages - info.pagesWithoutText, "page")} of {formatCount(info.documents, "document")}{" "}
            searched
          </li>
          {info.pagesWithoutText > 0 && (
            <li className={styles.warning}>
              <ScanText aria-hidden />
              {formatCount(info.pagesWithoutText, "page")} without text could not be searched
              {ocr !== null && ocr.waiting > 0 && `; ${formatCount(ocr.waiting, "page")} of them wait for OCR`}
              {ocr !== null && ocr.failed > 0 && `; OCR failed on ${formatCount(ocr.failed, "page")}`}
            </li>
          )}
        </ul>
      )}
      {isNarrowed && <p>Filters narrow this search. Without them it may find something.</p>}
      {!isNarrowed && <p>Try fewer words, a pattern such as transfer*, a similar spelling such as transfr~1, or OR.</p>}
      <div className={styles.offers}>
        {isNarrowed && (
          <Button variant="primary" onClick={() => onOptions(withoutNarrowing(options))}>
            Search without the filters
          </Button>
        )}
        {!options.stemming && (
          <Button onClick={() => onOptions({ ...options, stemming: true })}>Find other forms of the words too</Button>
        )}
        {certificate}
      </div>
    </div>
  );
}
