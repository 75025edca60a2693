import { BookOpen, FileDown } from "lucide-react";
import type { DocumentSummary } from "#shared/model/document.ts";
import { useNavigation } from "../app/navigation.ts";
import { useClient } from "../client/use-client.ts";
import { useCallMutation, useCallQuery } from "../client/use-query-call.ts";
import { Button } from "../ui/button.tsx";
import { InlineError } from "../ui/error-state.tsx";
import { formatCount } from "../ui/format.ts";
import { PanelHeading } from "../ui/panel-heading.tsx";
import { DocumentBates } from "./document-bates.tsx";
import { DocumentDetections } from "./document-detections.tsx";
import { DocumentFacts } from "./document-facts.tsx";
import { DocumentFamily, DocumentRepeats } from "./document-family.tsx";
import { DocumentFields } from "./document-fields.tsx";
import { DocumentHidden } from "./document-hidden.tsx";
import { DocumentText } from "./document-text.tsx";
import { EditableField } from "./editable-field.tsx";
import styles from "./inspector.module.css";

/** All that is known of a document, what its pages say, the names that people give it, and what can be done with it. */
export function DocumentInspector({ document }: { readonly document: DocumentSummary }) {
  const { openDocument } = useNavigation();
  const { data: detail, error } = useCallQuery("documents.show", { document: document.documentId });
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
      {error !== null && <InlineError error={error} />}
      <DocumentHidden document={document} />
      <DocumentFields document={document} />
      {detail !== undefined && <DocumentFamily detail={detail} />}
      <DocumentRepeats document={document} />
      <DocumentBates document={document} />
      <DocumentDetections document={document} />
      <DocumentText document={document} detail={detail} />
      <DocumentFacts document={document} detail={detail} />
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
  const set = useCallMutation("documents.set");
  return (
    <EditableField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={document[field]}
      wraps={field === "title"}
      maxLength={field === "title" ? 500 : 120}
      error={set.error}
      onChange={(value) => set.mutateAsync({ documents: [document.documentId], [field]: value })}
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
