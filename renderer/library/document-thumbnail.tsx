import { FileX } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { DocumentId } from "#shared/base/ids.ts";
import { useClient } from "../client/use-client.ts";
import { paintFirstPage } from "../reader/first-page.ts";
import styles from "./library-grid.module.css";
import type { ThumbnailStore } from "./thumbnail-store.ts";

interface DocumentThumbnailProps {
  readonly documentId: DocumentId;
  readonly store: ThumbnailStore;
  /** Room for the picture, in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** The first page of a document in small; blank paper until it is painted. */
export function DocumentThumbnail({ documentId, store, width, height }: DocumentThumbnailProps) {
  const { transport } = useClient();
  const holder = useRef<HTMLSpanElement>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const show = (): void => {
      const picture = store.known(documentId);
      if (picture instanceof HTMLCanvasElement) holder.current?.replaceChildren(picture);
      setFailed(picture === "failed");
    };
    show();
    if (store.known(documentId) !== null) return;
    const ratio = Math.min(window.devicePixelRatio, 2);
    const box = { width: width * ratio, height: height * ratio };
    return store.ask(documentId, () => paintFirstPage(transport.documentUrl(documentId), box), show);
  }, [documentId, store, transport, width, height]);

  return (
    <span className={styles.picture} style={{ width, height }} aria-hidden>
      {failed ? <FileX /> : <span ref={holder} className={styles.paper} />}
    </span>
  );
}
