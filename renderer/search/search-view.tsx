import { useMemo, useRef, useState } from "react";
import { RemoteError } from "#shared/errors/wire.ts";
import type { SearchSort } from "#shared/model/search.ts";
import { useNavigation } from "../app/navigation.ts";
import { say } from "../messages/say.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { SavedSearchesShort } from "./kept/saved-searches-short.tsx";
import { LanguageDialog } from "./language-dialog.tsx";
import { QueryProblem } from "./query-problem.tsx";
import { requestOf } from "./search-request.ts";
import { SearchResults } from "./search-results.tsx";
import states from "./search-states.module.css";
import { SearchHelp } from "./search-states.tsx";
import { type SearchState, useSearch } from "./use-search.ts";
import { useViewKeys } from "./use-view-keys.ts";

/** The search view: what the search in the top bar finds, beside the page of the current hit. */
export function SearchView() {
  const { query, setQuery, searchOptions } = useNavigation();
  const [sort, setSort] = useState<SearchSort>("relevance");
  const [showsHelp, setShowsHelp] = useState(false);
  const typed = useMemo(() => requestOf(query, searchOptions), [query, searchOptions]);
  const search = useSearch(typed, sort);
  const help = () => setShowsHelp(true);
  const view = useRef<HTMLDivElement>(null);
  useViewKeys(view, (event) => {
    if (event.key !== "?") return;
    event.preventDefault();
    help();
  });
  return (
    <div ref={view} className={states.frame}>
      {query.trim() === "" ? (
        <Centered>
          <SavedSearchesShort />
          <SearchHelp onTry={setQuery} onHelp={help} />
        </Centered>
      ) : (
        <Answer search={search} query={query} sort={sort} onSort={setSort} onHelp={help} />
      )}
      <LanguageDialog open={showsHelp} onClose={() => setShowsHelp(false)} />
    </div>
  );
}

interface AnswerProps {
  readonly search: SearchState;
  readonly query: string;
  readonly sort: SearchSort;
  readonly onSort: (sort: SearchSort) => void;
  readonly onHelp: () => void;
}

function Answer({ search, query, sort, onSort, onHelp }: AnswerProps) {
  const { answered, error, retry } = search;
  const problem =
    error instanceof RemoteError && TYPED_WRONG.has(error.code) ? (
      <QueryProblem query={query} error={error} onHelp={onHelp} />
    ) : error === null ? null : (
      <ErrorState title={say("search.searchFailed")} error={error} onRetry={retry} />
    );
  if (answered === null) return <Centered>{problem ?? <Spinner label={say("search.searching")} visible />}</Centered>;
  return <SearchResults answered={answered} search={search} problem={problem} sort={sort} onSort={onSort} />;
}

/** Failures that another text of the search mends. */
const TYPED_WRONG: ReadonlySet<string> = new Set(["search/syntax", "search/too-broad"]);

function Centered({ children }: { readonly children: React.ReactNode }) {
  return <section className={states.only}>{children}</section>;
}
