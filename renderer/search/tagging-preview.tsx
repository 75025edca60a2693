import type { TaggedHits } from "#shared/model/search-report.ts";
import { useDocumentTitles } from "../library/use-document-titles.ts";
import { say } from "../messages/say.ts";
import { InlineError } from "../ui/error-state.tsx";
import { Spinner } from "../ui/spinner.tsx";
import styles from "./tag-hits-dialog.module.css";

interface TaggingPreviewProps {
  /** Null until it has come. */
  readonly preview: TaggedHits | null;
  readonly error: Error | null;
  /** What is shown is of another extent; the new one is on its way. */
  readonly stale: boolean;
}

/** What tagging the hits would make: counts, and the first passages as they would read. */
export function TaggingPreview({ preview, error, stale }: TaggingPreviewProps) {
  const titles = useDocumentTitles();
  if (error !== null) return <InlineError error={error} />;
  return (
    <section className={styles.preview} aria-label={say("search.preview")} data-stale={stale || undefined}>
      {preview === null ? (
        <Spinner label={say("search.readingHits")} visible />
      ) : (
        <>
          <p className={styles.previewCounts} role="status">
            {previewLine(preview)}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the keyboard. */}
          <ul className={styles.samples} tabIndex={0} aria-label={say("search.firstPassages")}>
            {preview.samples.map((sample) => (
              <li key={`${sample.documentId} ${sample.page} ${sample.quote}`}>
                <blockquote className={styles.quote}>{sample.quote.replaceAll(/\s+/g, " ")}</blockquote>
                <p className={styles.sampleSource}>
                  {say("search.sampleSource", {
                    title: titles.get(sample.documentId) ?? say("search.unknownDocument"),
                    page: sample.page,
                  })}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** `65 hits in 21 documents become 48 passages; 3 of them exist already and only get the tags`. */
export function previewLine({ hits, documents, passages, existing }: TaggedHits): string {
  if (existing === 0) return say("search.hitsBecome", { hits, documents, passages });
  if (existing === passages) return say("search.hitsBecomeAllKnown", { hits, documents, passages });
  return say("search.hitsBecomeSomeKnown", { hits, documents, passages, existing });
}
