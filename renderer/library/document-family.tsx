import { CornerDownRight, CornerLeftUp } from "lucide-react";
import type { DocumentId } from "#shared/base/ids.ts";
import type { DocumentDetail, DocumentSummary } from "#shared/model/document.ts";
import type { DuplicateCluster } from "#shared/model/sameness.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { formatNumber } from "../ui/format.ts";
import { PanelSection } from "../ui/panel-section.tsx";
import styles from "./document-family.module.css";
import { formatPartialDate } from "./labels.ts";
import { useDocumentTitles } from "./use-document-titles.ts";

/** Links shown before "and … more". */
const FEW = 50;

/** Files that hold this one, and files that it holds. */
export function DocumentFamily({ detail }: { readonly detail: DocumentDetail }) {
  const { openDocument } = useNavigation();
  const titles = useDocumentTitles();
  const { family } = detail;
  if (family.length === 0) return null;
  return (
    <PanelSection name="family" title={say("library.family")} aside={formatNumber(family.length)}>
      <ul className={styles.links}>
        {family.slice(0, FEW).map(({ documentId, relation, name }) => (
          <li key={`${relation}:${documentId}:${name}`}>
            <button type="button" className={styles.link} title={name} onClick={() => openDocument(documentId)}>
              {relation === "parent" ? (
                <CornerLeftUp aria-label={say("library.cameOutOf")} />
              ) : (
                <CornerDownRight aria-label={say("library.holds")} />
              )}
              <span className={styles.name}>{relation === "parent" ? (titles.get(documentId) ?? name) : name}</span>
            </button>
          </li>
        ))}
        {family.length > FEW && (
          <li className={styles.rest}>{say("library.andMore", { count: family.length - FEW })}</li>
        )}
      </ul>
    </PanelSection>
  );
}

/** The other messages of an exchange, by date. */
export function DocumentThread({ document }: { readonly document: DocumentSummary }) {
  const { openDocument } = useNavigation();
  const { data } = useCallQuery("documents.list", {}, { enabled: document.thread !== null });
  const others = threadOf(data?.documents ?? [], document);
  if (others.length === 0) return null;
  return (
    <PanelSection name="thread" title={say("library.thread")} aside={formatNumber(others.length)}>
      <ul className={styles.links}>
        {others.slice(0, FEW).map(({ documentId, title, fields }) => (
          <li key={documentId}>
            <button type="button" className={styles.repeat} onClick={() => openDocument(documentId)}>
              <span className={styles.name}>{title}</span>
              <span className={styles.explanation}>
                {[fields.date === null ? null : formatPartialDate(fields.date), fields.author]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </button>
          </li>
        ))}
        {others.length > FEW && (
          <li className={styles.rest}>{say("library.andMore", { count: others.length - FEW })}</li>
        )}
      </ul>
    </PanelSection>
  );
}

/** Messages of the thread that a message belongs to, without itself, oldest first; those without a date last. */
export function threadOf(
  documents: readonly DocumentSummary[],
  { documentId, thread }: Pick<DocumentSummary, "documentId" | "thread">,
): readonly DocumentSummary[] {
  if (thread === null) return [];
  return documents
    .filter((other) => other.thread === thread && other.documentId !== documentId)
    .sort((one, other) => (one.fields.date ?? "9").localeCompare(other.fields.date ?? "9"));
}

/** Documents of the case with the same words. */
export function DocumentRepeats({ document }: { readonly document: DocumentSummary }) {
  const { data } = useCallQuery("duplicates.list", { document: document.documentId });
  const titles = useDocumentTitles();
  const { openDocument } = useNavigation();
  const pairs = repeatsOf(data?.clusters ?? [], document.documentId);
  if (pairs.length === 0) return null;
  return (
    <PanelSection name="repeats" title={say("library.repeats")} aside={formatNumber(pairs.length)}>
      <ul className={styles.links}>
        {pairs.map(({ other, explanation }) => (
          <li key={other}>
            <button type="button" className={styles.repeat} onClick={() => openDocument(other)}>
              <span className={styles.name}>{titles.get(other) ?? other}</span>
              <span className={styles.explanation}>{explanation}</span>
            </button>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

/** The documents that repeat one, with the reason for each. */
export function repeatsOf(
  clusters: readonly DuplicateCluster[],
  documentId: DocumentId,
): readonly { readonly other: DocumentId; readonly explanation: string }[] {
  return clusters
    .flatMap((cluster) => cluster.pairs)
    .filter(({ first, second }) => first === documentId || second === documentId)
    .map(({ first, second, explanation }) => ({ other: first === documentId ? second : first, explanation }));
}
