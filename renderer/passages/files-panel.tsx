import { CornerLeftUp, FolderTree, Paperclip } from "lucide-react";
import type { DocumentId } from "#shared/base/ids.ts";
import type { DocumentDetail, DocumentSummary } from "#shared/model/document.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { formatLabel } from "../library/labels.ts";
import { say } from "../messages/say.ts";
import styles from "./document-lists.module.css";

/** Files that hold this document and files that it holds; those that hold others say so. */
export function FilesPanel({ detail }: { readonly detail: DocumentDetail }) {
  const { openDocument } = useNavigation();
  const { family } = detail;
  const ids = [...new Set(family.map(({ documentId }) => documentId))].slice(0, MOST_ROWS);
  const rows = useCallQuery("documents.list", { documents: ids }, { enabled: ids.length > 0 }).data?.documents ?? NONE;
  if (family.length === 0) return <p className={styles.empty}>{say("reader.noFiles")}</p>;
  const byId = new Map<DocumentId, DocumentSummary>(rows.map((row) => [row.documentId, row]));
  const parents = family.filter((member) => member.relation === "parent");
  const children = family.filter((member) => member.relation === "child");
  return (
    <>
      {[parents, children].map((members) =>
        members.length === 0 ? null : (
          <section key={members[0]?.relation} className={styles.part}>
            <h3 className={styles.title}>{say(members === parents ? "reader.heldBy" : "reader.holds")}</h3>
            <ul className={styles.list}>
              {members.map(({ documentId, name }) => {
                const row = byId.get(documentId);
                return (
                  <li key={`${documentId}:${name}`} className={styles.row}>
                    <button type="button" className={styles.item} title={name} onClick={() => openDocument(documentId)}>
                      {members === parents ? (
                        <CornerLeftUp aria-hidden />
                      ) : row !== undefined && row.children > 0 ? (
                        <FolderTree aria-hidden />
                      ) : (
                        <Paperclip aria-hidden />
                      )}
                      <span className={styles.name}>{members === parents ? (row?.title ?? name) : name}</span>
                      {row !== undefined && (
                        <span className={styles.aside}>
                          {row.children > 0
                            ? say("passages.files", { count: row.children })
                            : `${formatLabel(row.format)} · ${say("passages.pages", { count: row.pages })}`}
                        </span>
                      )}
                    </button>
                  </li>
                );
              })}
            </ul>
          </section>
        ),
      )}
    </>
  );
}

/** Files of which more than the name is shown. */
const MOST_ROWS = 200;

const NONE: readonly DocumentSummary[] = [];
