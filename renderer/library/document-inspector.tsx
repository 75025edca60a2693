import { BookOpen, Copy, FileDown } from "lucide-react";
import type { ReactNode } from "react";
import type { DocumentDetail, DocumentSummary } from "#shared/model/document.ts";
import { useNavigation } from "../app/navigation.ts";
import { useClient } from "../client/use-client.ts";
import { useCallMutation, useCallQuery } from "../client/use-query-call.ts";
import { Button } from "../ui/button.tsx";
import { InlineError } from "../ui/error-state.tsx";
import { formatBytes, formatCount, formatDate, formatDateTime, formatNumber } from "../ui/format.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { PanelHeading } from "../ui/panel-heading.tsx";
import { EditableField } from "./editable-field.tsx";
import styles from "./inspector.module.css";
import { labelSummary } from "./page-labels.ts";

/** All that is known of a document, the names that people give it, and what can be done with it. */
export function DocumentInspector({ document }: { readonly document: DocumentSummary }) {
  const { openDocument } = useNavigation();
  const detail = useCallQuery("documents.show", { document: document.documentId });
  return (
    <div className={styles.inspector}>
      <PanelHeading>Document</PanelHeading>
      <div className={styles.names}>
        <NameField document={document} field="title" label="Title" />
        <NameField document={document} field="shortName" label="Short name" hint="Citations use it; it is unique." />
      </div>
      <div className={styles.actions}>
        <Button variant="primary" icon={<BookOpen aria-hidden />} onClick={() => openDocument(document.documentId)}>
          Open
        </Button>
        <ExportButton document={document} />
      </div>
      <Facts document={document} detail={detail.data} />
      {detail.error !== null && <InlineError error={detail.error} />}
    </div>
  );
}

interface NameFieldProps {
  readonly document: DocumentSummary;
  readonly field: "title" | "shortName";
  readonly label: string;
  readonly hint?: string;
}

function NameField({ document, field, label, hint }: NameFieldProps) {
  const update = useCallMutation("documents.update");
  return (
    <EditableField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={document[field]}
      wraps={field === "title"}
      maxLength={field === "title" ? 500 : 120}
      error={update.error}
      onChange={(value) => update.mutateAsync({ document: document.documentId, [field]: value })}
    />
  );
}

function ExportButton({ document }: { readonly document: DocumentSummary }) {
  const { announce } = useNavigation();
  const { shell } = useClient();
  const annotated = useCallMutation("export.annotated");
  const exportCopy = async () => {
    const file = await annotated.mutateAsync({ document: document.documentId });
    await shell.deliver(file);
    announce(`Annotated copy with ${formatCount(file.annotations, "highlight")}: ${file.name}`);
  };
  return (
    <>
      <Button
        icon={<FileDown aria-hidden />}
        busy={annotated.isPending}
        onClick={() => void exportCopy().catch(() => undefined)}
      >
        Export annotated copy
      </Button>
      {annotated.error !== null && <InlineError error={annotated.error} />}
    </>
  );
}

interface FactsProps {
  readonly document: DocumentSummary;
  readonly detail: DocumentDetail | undefined;
}

function Facts({ document, detail }: FactsProps) {
  const { announce } = useNavigation();
  const { metadata } = detail ?? {};
  const copyHash = () => {
    void navigator.clipboard.writeText(document.sha256).then(
      () => announce("SHA-256 copied."),
      () => announce("The clipboard cannot be written.", "bad"),
    );
  };
  return (
    <>
      <PanelHeading level={3}>Pages</PanelHeading>
      <dl className={styles.facts}>
        <Fact name="Pages">{formatNumber(document.pages)}</Fact>
        <Fact name="Need OCR">
          {document.pagesWithoutText === 0 ? "none" : formatNumber(document.pagesWithoutText)}
        </Fact>
        <Fact name="Printed labels">{detail === undefined ? "…" : labelSummary(detail.pageInfos)}</Fact>
        <Fact name="Passages">{document.passages === 0 ? "none" : formatNumber(document.passages)}</Fact>
      </dl>
      <PanelHeading level={3}>What the file says</PanelHeading>
      {detail !== undefined && Object.values(detail.metadata).every((value) => value === null) && (
        <p className={styles.nothing}>It says nothing about itself.</p>
      )}
      <dl className={styles.facts}>
        <Fact name="Title">{metadata?.title}</Fact>
        <Fact name="Author">{document.author}</Fact>
        <Fact name="Subject">{metadata?.subject}</Fact>
        <Fact name="Keywords">{metadata?.keywords}</Fact>
        <Fact name="Created">{document.created !== null && formatDate(document.created)}</Fact>
        <Fact name="Modified">{metadata?.modified != null && formatDate(metadata.modified)}</Fact>
        <Fact name="Made with">{metadata?.creator}</Fact>
        <Fact name="Written by">{metadata?.producer}</Fact>
      </dl>
      <PanelHeading level={3}>Original</PanelHeading>
      <dl className={styles.facts}>
        <Fact name="File">{document.fileName}</Fact>
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
    </>
  );
}

/** One fact; what the file does not state is left out, not shown as empty. */
function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  if (children === null || children === undefined || children === false || children === "") return null;
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
