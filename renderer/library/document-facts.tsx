import { Copy } from "lucide-react";
import type { DocumentDetail, DocumentSummary } from "#shared/model/document.ts";
import { useNavigation } from "../app/navigation.ts";
import { formatBytes, formatDate, formatDateTime } from "../ui/format.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { PanelSection } from "../ui/panel-section.tsx";
import { Fact } from "./fact.tsx";
import styles from "./inspector.module.css";
import { FORMAT_LABELS } from "./labels.ts";

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
    <PanelSection name="message" title="Message">
      <dl className={styles.facts}>
        <Fact name="From">{headers.from}</Fact>
        <Fact name="To">{headers.to.join(", ")}</Fact>
        <Fact name="Cc">{headers.cc.join(", ")}</Fact>
        <Fact name="Bcc">{headers.bcc.join(", ")}</Fact>
        <Fact name="Sent">{headers.date !== null && formatDateTime(headers.date)}</Fact>
        <Fact name="Message-ID">{headers.messageId}</Fact>
        <Fact name="In reply to">{headers.inReplyTo}</Fact>
      </dl>
    </PanelSection>
  );
}

function Notices({ notices }: Pick<DocumentDetail, "notices">) {
  return (
    <PanelSection name="notices" title="Left out, or to know" aside={notices.length}>
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
    <PanelSection name="file-metadata" title="What the file says" openAtFirst={false}>
      <dl className={styles.facts}>
        <Fact name="Title">{metadata.title}</Fact>
        <Fact name="Author">{metadata.author}</Fact>
        <Fact name="Subject">{metadata.subject}</Fact>
        <Fact name="Keywords">{metadata.keywords}</Fact>
        <Fact name="Created">{metadata.created !== null && formatDate(metadata.created)}</Fact>
        <Fact name="Modified">{metadata.modified !== null && formatDate(metadata.modified)}</Fact>
        <Fact name="Made with">{metadata.creator}</Fact>
        <Fact name="Written by">{metadata.producer}</Fact>
      </dl>
    </PanelSection>
  );
}

function Original({ document }: { readonly document: DocumentSummary }) {
  const { announce } = useNavigation();
  const copyHash = () => {
    void navigator.clipboard.writeText(document.sha256).then(
      () => announce("SHA-256 copied."),
      () => announce("The clipboard cannot be written.", "bad"),
    );
  };
  return (
    <PanelSection name="original" title="Original" openAtFirst={false}>
      <dl className={styles.facts}>
        <Fact name="File">{document.fileName}</Fact>
        <Fact name="Format">{FORMAT_LABELS[document.format]}</Fact>
        <Fact name="Size">{formatBytes(document.bytes)}</Fact>
        <Fact name="Imported">{formatDateTime(document.importedAt)}</Fact>
        <Fact name="Came from">{document.sourcePath}</Fact>
        <Fact name="SHA-256">
          <span className={styles.hash}>
            <code>{document.sha256}</code>
            <IconButton label="Copy the SHA-256" size="small" icon={<Copy aria-hidden />} onClick={copyHash} />
          </span>
        </Fact>
      </dl>
    </PanelSection>
  );
}
