import { CircleCheck, ScanText } from "lucide-react";
import type { CaseInfo } from "#shared/model/case.ts";
import { formatCount } from "../ui/format.ts";
import styles from "./search-states.module.css";
import { syntaxPlace } from "./syntax-place.ts";

const EXAMPLES: readonly { readonly query: string; readonly meaning: string }[] = [
  { query: "custody transfer", meaning: "pages with both words, in any order" },
  { query: '"detention center"', meaning: "these words together, also across a line break" },
  { query: "transfer*", meaning: "transfer, transfers, transferred, …" },
  { query: "payment OR grant", meaning: "either word" },
  { query: "flight NOT refueling", meaning: "the first without the second" },
  { query: '(note OR "note verbale") AND prison*', meaning: "parentheses keep things together" },
];

/** What stands in the search view before anything was typed: the language by examples that can be tried. */
export function SearchHelp({ onTry }: { readonly onTry: (query: string) => void }) {
  return (
    <div className={styles.message}>
      <h2 className={styles.messageTitle}>Search every page of the case</h2>
      <p>
        Type in the field above; results follow as you type. Case and accents do not matter: “nacion” finds “nación”.
      </p>
      <div className={styles.help}>
        {EXAMPLES.map((example) => (
          <HelpLine key={example.query} {...example} onTry={onTry} />
        ))}
      </div>
    </div>
  );
}

interface HelpLineProps {
  readonly query: string;
  readonly meaning: string;
  readonly onTry: (query: string) => void;
}

function HelpLine({ query, meaning, onTry }: HelpLineProps) {
  return (
    <>
      <button type="button" className={styles.example} onClick={() => onTry(query)}>
        {query}
      </button>
      <span className={styles.meaning}>{meaning}</span>
    </>
  );
}

interface SearchSyntaxErrorProps {
  readonly query: string;
  readonly message: string;
  /** Place in the trimmed query, in code units; null when the backend named none. */
  readonly offset: number | null;
}

/** A query that could not be understood: what is wrong, and a caret under the place. */
export function SearchSyntaxError({ query, message, offset }: SearchSyntaxErrorProps) {
  const place = offset === null ? null : syntaxPlace(query, offset);
  return (
    <div className={styles.message} role="alert">
      <h2 className={styles.messageTitle}>This search cannot be read yet</h2>
      <p>{message}</p>
      {place !== null && (
        <pre className={styles.syntax}>
          {place.line}
          {"\n"}
          <span aria-hidden="true">{" ".repeat(place.column)}</span>
          <span className={styles.caret} aria-hidden="true">
            ^
          </span>
        </pre>
      )}
    </div>
  );
}

interface NoResultsProps {
  readonly query: string;
  /** Figures of the case; null until they are known. */
  readonly info: CaseInfo | null;
}

/** Nothing was found: says what was searched, and what could not be. */
export function NoResults({ query, info }: NoResultsProps) {
  return (
    <div className={styles.message}>
      <h2 className={styles.messageTitle}>No page matches</h2>
      <p>
        Nothing in the searchable text matches <b>{query.trim()}</b>.
      </p>
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
              {formatCount(info.pagesWithoutText, "page")} without text could not be searched: they need OCR
            </li>
          )}
        </ul>
      )}
      <p>Try fewer words, a prefix such as transfer*, or OR between spellings.</p>
    </div>
  );
}
