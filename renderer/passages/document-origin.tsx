import { CornerLeftUp, Download, Layers } from "lucide-react";
import type { DocumentDetail } from "#shared/model/document.ts";
import { useNavigation } from "../app/navigation.ts";
import { useClient } from "../client/use-client.ts";
import { formatLabel, formatPhrase } from "../library/labels.ts";
import { useDocumentTitles } from "../library/use-document-titles.ts";
import { say } from "../messages/say.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu } from "../ui/menu.tsx";
import styles from "./document-origin.module.css";

/** Files that a menu lists; the others are in the document's details. */
const FEW = 20;

/** Where the pages come from: what was made into them, the file that held it, the files that it holds. */
export function DocumentOrigin({ detail }: { readonly detail: DocumentDetail }) {
  const { openDocument } = useNavigation();
  const { shell, transport } = useClient();
  const phrase = formatPhrase(detail.format);
  const parent = detail.family.find((member) => member.relation === "parent");
  const children = detail.family.filter((member) => member.relation === "child");
  const titles = useDocumentTitles();
  const holder = parent === undefined ? "" : (titles.get(parent.documentId) ?? parent.name);
  const { save } = shell;
  return (
    <div className={styles.origin}>
      {phrase !== null && (
        <span className={styles.rendition}>
          <span
            className={styles.words}
            title={say("passages.renditionHint", { file: detail.fileName, format: phrase })}
          >
            <span className={styles.long}>{say("passages.renditionOf", { format: phrase })}</span>
            <span className={styles.short}>{formatLabel(detail.format)}</span>
          </span>
          {save !== null && (
            <IconButton
              size="small"
              label={say("passages.downloadOriginal")}
              icon={<Download aria-hidden />}
              onClick={() => save(transport.originalUrl(detail.documentId), detail.fileName)}
            />
          )}
        </span>
      )}
      {parent !== undefined && (
        <button
          type="button"
          className={styles.link}
          title={say("passages.cameOutOfFile", { file: holder })}
          onClick={() => openDocument(parent.documentId)}
        >
          <CornerLeftUp aria-label={say("passages.cameOutOf")} />
          <span className={styles.words}>{holder}</span>
        </button>
      )}
      {children.length > 0 && (
        <Menu
          trigger={(props) => (
            <button {...props} type="button" className={styles.link}>
              <Layers aria-hidden />
              <span>{say("passages.files", { count: children.length })}</span>
            </button>
          )}
          items={children.slice(0, FEW).map(({ documentId, name }) => ({
            id: `${documentId}:${name}`,
            label: name,
            onSelect: () => openDocument(documentId),
          }))}
        />
      )}
    </div>
  );
}
