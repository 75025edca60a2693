import { ChevronDown, ChevronUp, ExternalLink, X } from "lucide-react";
import { useCallback, useMemo, useRef } from "react";
import type { SearchGroup } from "#shared/model/search.ts";
import { useClient } from "../client/use-client.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { hitMarks } from "../passages/reader-marks.ts";
import { Reader } from "../reader/reader.tsx";
import type { ReaderTarget } from "../reader/reader-types.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { SidePanel } from "../ui/side-panel.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { pageName } from "./counts.ts";
import { type DocumentHit, type HitCursor, resolveHit } from "./hit-cursor.ts";
import styles from "./search-preview.module.css";

interface SearchPreviewProps {
  readonly group: SearchGroup;
  /** Hits of the document; null while they are fetched. */
  readonly hits: readonly DocumentHit[] | null;
  readonly cursor: HitCursor;
  readonly onStep: (direction: 1 | -1) => void;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** The page of the current hit beside the results, with every hit of the document boxed. */
export function SearchPreview({ group, hits, cursor, onStep, onOpen, onClose }: SearchPreviewProps) {
  const { transport } = useClient();
  const { documentId } = group;
  const detail = useCallQuery("documents.show", { document: documentId });
  const at = hits === null ? null : resolveHit(cursor.hit, hits);
  const current = at === null ? null : (hits?.[at] ?? null);
  const marks = useMemo(() => hitMarks(hits ?? [], current), [hits, current]);
  const target = useTarget(current, cursor);
  const loadPageText = useCallback(
    (page: number) => transport.call("documents.page", { document: documentId, page }),
    [transport, documentId],
  );
  return (
    <SidePanel
      name="search-preview"
      label={say("search.preview")}
      side="end"
      widths={{ initial: 440, narrow: 400, min: 280, max: 760 }}
      onCollapse={onClose}
    >
      <div className={styles.previewHead}>
        <span className={styles.previewTitle} title={group.title}>
          {current === null
            ? group.shortName
            : say("search.previewAt", { name: group.shortName, page: pageName(current.page, current.label) })}
        </span>
        <span className={styles.ofHits} aria-live="polite">
          {at !== null && hits !== null && say("search.hitOf", { at: at + 1, hits: hits.length })}
          {hits !== null && hits.length === 0 && say("search.foundByItsFields")}
        </span>
        <IconButton
          label={say("search.previousHit")}
          shortcut="P"
          icon={<ChevronUp aria-hidden />}
          onClick={() => onStep(-1)}
        />
        <IconButton
          label={say("search.nextHit")}
          shortcut="N"
          icon={<ChevronDown aria-hidden />}
          onClick={() => onStep(1)}
        />
        <IconButton
          label={say("search.openInReader")}
          shortcut="Enter"
          icon={<ExternalLink aria-hidden />}
          onClick={onOpen}
        />
        <IconButton label={say("search.closePreview")} icon={<X aria-hidden />} onClick={onClose} />
      </div>
      <div className={styles.previewBody}>
        {detail.data === undefined && detail.error !== null && <ErrorState compact error={detail.error} />}
        {detail.data === undefined && detail.error === null && <Spinner label={say("search.openingDocument")} />}
        {detail.data !== undefined && (
          <Reader
            key={documentId}
            detail={detail.data}
            fileUrl={transport.documentUrl(documentId)}
            loadPageText={loadPageText}
            marks={marks}
            target={target}
            chrome="preview"
            onSelectionChange={ignore}
            onMarkActivate={ignore}
            onPageChange={ignore}
            onNextHit={() => onStep(1)}
            onPreviousHit={() => onStep(-1)}
          />
        )}
      </div>
    </SidePanel>
  );
}

/** A new request for every step, also to the place that is shown already. */
function useTarget(current: DocumentHit | null, cursor: HitCursor): ReaderTarget | null {
  const request = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new cursor asks again although the hit may be the same.
  return useMemo(() => {
    if (current === null) return null;
    request.current += 1;
    return { page: current.page, quads: current.hit.quads, request: request.current };
  }, [current, cursor]);
}

function ignore(): void {}
