import { useQueryClient } from "@tanstack/react-query";
import { FileText, Highlighter, NotebookText } from "lucide-react";
import type { ReactNode } from "react";
import type { WrittenHit } from "#shared/model/search-report.ts";
import { useNavigation } from "../app/navigation.ts";
import { callKey } from "../client/query-key.ts";
import { useClient } from "../client/use-client.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";
import { describeError } from "../ui/describe-error.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Spinner } from "../ui/spinner.tsx";
import styles from "./search.module.css";
import { SnippetText } from "./snippet-text.tsx";
import type { WrittenState } from "./use-search.ts";

const PLACES: Readonly<Record<WrittenHit["where"], { readonly label: MessageKey; readonly icon: ReactNode }>> = {
  passage: { label: "search.passage", icon: <Highlighter aria-hidden /> },
  note: { label: "search.note", icon: <NotebookText aria-hidden /> },
  brief: { label: "search.brief", icon: <FileText aria-hidden /> },
};

interface WrittenListProps {
  readonly written: WrittenState;
  /** Briefs, or passages and their notes. */
  readonly what: "passages" | "briefs";
  readonly stale: boolean;
}

/** True for hits that stand in the list of briefs. */
export function isInBrief(hit: WrittenHit): boolean {
  return hit.where === "brief";
}

/** What people wrote that the search finds; each leads to its passage or brief. */
export function WrittenList({ written, what, stale }: WrittenListProps) {
  const open = useOpenWritten();
  if (written.error !== null) return <ErrorState compact error={written.error} />;
  if (written.hits === null) return <Spinner label={say("search.searchingWritten")} />;
  const hits = written.hits.filter((hit) => isInBrief(hit) === (what === "briefs"));
  if (hits.length === 0) {
    return (
      <EmptyState title={say(what === "briefs" ? "search.noBriefMatches" : "search.noPassageMatches")}>
        {say("search.whatStandsHere")}
      </EmptyState>
    );
  }
  return (
    <ul className={styles.writtenList} data-stale={stale || undefined}>
      {hits.map((hit) => (
        <li key={`${hit.where} ${hit.passageId ?? hit.briefId} ${hit.snippet}`}>
          <button type="button" className={styles.written} onClick={() => open(hit)}>
            <span className={styles.writtenHead}>
              {PLACES[hit.where].icon}
              <span className={styles.writtenTitle}>{hit.title}</span>
              <span className={styles.writtenWhere}>{say(PLACES[hit.where].label)}</span>
              <span className={styles.hits}>{say("search.hits", { count: hit.hits })}</span>
            </span>
            <SnippetText snippet={hit.snippet} marks={hit.snippetMarks} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Opens the document at the passage, or the brief. */
function useOpenWritten(): (hit: WrittenHit) => void {
  const { transport } = useClient();
  const cache = useQueryClient();
  const { openDocument, setActiveBrief, show, announce } = useNavigation();
  const openPassage = async ({ documentId, passageId }: WrittenHit) => {
    if (documentId === null || passageId === null) return;
    const input = { document: documentId };
    const { passages } = await cache.fetchQuery({
      queryKey: callKey("passages.list", input),
      queryFn: () => transport.call("passages.list", input),
    });
    const range = passages.find((passage) => passage.passageId === passageId)?.ranges[0];
    openDocument(documentId, {
      page: range?.page ?? 1,
      passageId,
      ...(range === undefined ? {} : { quads: range.quads }),
    });
  };
  return (hit) => {
    if (hit.briefId !== null) {
      setActiveBrief(hit.briefId);
      show("briefs");
    } else void openPassage(hit).catch((error: unknown) => announce(describeError(error).message, "bad"));
  };
}
