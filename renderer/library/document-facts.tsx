import { Copy } from "lucide-react";
import type { DocumentDetail, DocumentSummary } from "#shared/model/document.ts";
import { useNavigation } from "../app/navigation.ts";
import { say } from "../messages/say.ts";
import { formatBytes, formatDate, formatDateTime } from "../ui/format.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { PanelSection } from "../ui/panel-section.tsx";
import { Fact } from "./fact.tsx";
import styles from "./inspector.module.css";
import { formatLabel } from "./labels.ts";

interface DocumentFactsProps {
  readonly document: DocumentSummary;
  readonly detail: DocumentDetail | undefined;
}

/** What the file states, and the original that stands behind everything. */
export function DocumentFacts({ document, detail }: DocumentFactsProps) {
  return (
    <>
      {detail?.headers != null && <Headers headers={detail.headers} />}
      {detail !== undefined && detail.notices.length > 0 && <Notices notices={detail.notices} />}
      {detail !== undefined && <FileMetadata detail={detail} />}
      <Original document={document} />
    </>
  );
}

function Headers({ headers }: { readonly headers: NonNullable<DocumentDetail["headers"]> }) {
  return (
    <PanelSection name="message" title={say("library.message")}>
      <dl className={styles.facts}>
        <Fact name={say("library.messageFrom")}>{headers.from}</Fact>
        <Fact name={say("library.messageTo")}>{headers.to.join(", ")}</Fact>
        <Fact name={say("library.messageCc")}>{headers.cc.join(", ")}</Fact>
        <Fact name={say("library.messageBcc")}>{headers.bcc.join(", ")}</Fact>
        <Fact name={say("library.messageSent")}>{headers.date !== null && formatDateTime(headers.date)}</Fact>
        <Fact name={say("library.messageId")}>{headers.messageId}</Fact>
        <Fact name={say("library.messageInReplyTo")}>{headers.inReplyTo}</Fact>
      </dl>
    </PanelSection>
  );
}

function Notices({ notices }: Pick<DocumentDetail, "notices">) {
  return (
    <PanelSection name="notices" title={say("library.notices")} aside={notices.length}>
      <ul className={styles.notices}>
        {notices.map((notice) => (
          <li key={`${notice.kind}:${notice.detail}`}>{notice.detail}</li>
        ))}
      </ul>
    </PanelSection>
  );
}

function FileMetadata({ detail }: { readonly detail: DocumentDetail }) {
  const { metadata } = detail;
  if (Object.values(metadata).every((value) => value === null)) return null;
  return (
    <PanelSection name="file-metadata" title={say("library.fileMetadata")} openAtFirst={false}>
      <dl className={styles.facts}>
        <Fact name={say("library.fieldTitle")}>{metadata.title}</Fact>
        <Fact name={say("library.fieldAuthor")}>{metadata.author}</Fact>
        <Fact name={say("library.metadataSubject")}>{metadata.subject}</Fact>
        <Fact name={say("library.metadataKeywords")}>{metadata.keywords}</Fact>
        <Fact name={say("library.metadataCreated")}>{metadata.created !== null && formatDate(metadata.created)}</Fact>
        <Fact name={say("library.metadataModified")}>
          {metadata.modified !== null && formatDate(metadata.modified)}
        </Fact>
        <Fact name={say("library.metadataCreator")}>{metadata.creator}</Fact>
        <Fact name={say("library.metadataProducer")}>{metadata.producer}</Fact>
      </dl>
    </PanelSection>
  );
}

function Original({ document }: { readonly document: DocumentSummary }) {
  const { announce } = useNavigation();
  const copyHash = () => {
    void navigator.clipboard.writeText(document.sha256).then(
      () => announce(say("library.hashCopied")),
      () => announce(say("library.clipboardRefused"), "bad"),
    );
  };
  return (
    <PanelSection name="original" title={say("library.original")} openAtFirst={false}>
      <dl className={styles.facts}>
        <Fact name={say("library.originalFile")}>{document.fileName}</Fact>
        <Fact name={say("library.columnFormat")}>{formatLabel(document.format)}</Fact>
        <Fact name={say("library.columnSize")}>{formatBytes(document.bytes)}</Fact>
        <Fact name={say("library.columnImported")}>{formatDateTime(document.importedAt)}</Fact>
        <Fact name={say("library.originalSource")}>{document.sourcePath}</Fact>
        <Fact name={say("library.originalHash")}>
          <span className={styles.hash}>
            <code>{document.sha256}</code>
            <IconButton label={say("library.copyHash")} size="small" icon={<Copy aria-hidden />} onClick={copyHash} />
          </span>
        </Fact>
      </dl>
    </PanelSection>
  );
}
