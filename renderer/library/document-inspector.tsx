import { BookOpen, Download, FileDown } from "lucide-react";
import type { DocumentSummary } from "#shared/model/document.ts";
import { useNavigation } from "../app/navigation.ts";
import { useClient } from "../client/use-client.ts";
import { useCallMutation, useCallQuery } from "../client/use-query-call.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { InlineError } from "../ui/error-state.tsx";
import { formatBytes } from "../ui/format.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { DocumentDetections } from "./document-detections.tsx";
import { DocumentFacts } from "./document-facts.tsx";
import { DocumentFamily, DocumentRepeats, DocumentThread } from "./document-family.tsx";
import { DocumentFields } from "./document-fields.tsx";
import { DocumentHidden } from "./document-hidden.tsx";
import { DocumentText } from "./document-text.tsx";
import { EditableField } from "./editable-field.tsx";
import styles from "./inspector.module.css";
import { formatLabel } from "./labels.ts";

interface DocumentInspectorProps {
  readonly document: DocumentSummary;
  /** Page in sight, where the document is being read; absent where it would have to be opened first. */
  readonly page?: number;
}

/** All that is known of a document, what its pages say, the names that people give it, and what can be done with it. */
export function DocumentInspector({ document, page }: DocumentInspectorProps) {
  const { data: detail, error } = useCallQuery("documents.show", { document: document.documentId });
  return (
    <div className={styles.inspector}>
      <header className={styles.head}>
        <NameField document={document} field="title" />
        <p className={styles.gist}>
          {[
            say("library.pages", { count: document.pages }),
            formatLabel(document.format),
            formatBytes(document.bytes),
          ].join(" · ")}
        </p>
        <NameField document={document} field="shortName" />
        <Actions document={document} canOpen={page === undefined} />
      </header>
      {error !== null && <InlineError error={error} />}
      <DocumentHidden document={document} />
      <DocumentFields document={document} />
      <DocumentDetections document={document} {...(page === undefined ? {} : { page })} />
      {detail !== undefined && <DocumentFamily detail={detail} />}
      <DocumentThread document={document} />
      <DocumentRepeats document={document} />
      <DocumentText document={document} detail={detail} />
      <DocumentFacts document={document} detail={detail} />
    </div>
  );
}

const NAME_LABELS = {
  title: "library.fieldTitle",
  shortName: "library.fieldShortName",
} as const satisfies Readonly<Record<string, MessageKey>>;

const NAMES = {
  title: { maxLength: 500, className: styles.title ?? "", hideLabel: true, wraps: true },
  shortName: { maxLength: 120, className: styles.shortName ?? "" },
} as const;

function NameField({ document, field }: { readonly document: DocumentSummary; readonly field: "title" | "shortName" }) {
  const set = useCallMutation("documents.set");
  return (
    <EditableField
      {...NAMES[field]}
      label={say(NAME_LABELS[field])}
      value={document[field]}
      error={set.error}
      onChange={(value) => set.mutateAsync({ documents: [document.documentId], [field]: value })}
    />
  );
}

function Actions({ document, canOpen }: { readonly document: DocumentSummary; readonly canOpen: boolean }) {
  const { announce, openDocument } = useNavigation();
  const { shell, transport } = useClient();
  const annotated = useCallMutation("export.annotated");
  const exportCopy = async () => {
    const file = await annotated.mutateAsync({ document: document.documentId });
    await shell.deliver(file);
    announce(say("library.annotatedExported", { count: file.annotations, name: file.name }));
  };
  const { save } = shell;
  return (
    <>
      <div className={styles.headActions}>
        {canOpen && (
          <Button variant="primary" icon={<BookOpen aria-hidden />} onClick={() => openDocument(document.documentId)}>
            {say("library.open")}
          </Button>
        )}
        <Button
          icon={<FileDown aria-hidden />}
          busy={annotated.isPending}
          onClick={() => void exportCopy().catch(() => undefined)}
        >
          {say("library.exportAnnotated")}
        </Button>
        {save !== null && (
          <IconButton
            label={say("library.downloadOriginal")}
            icon={<Download aria-hidden />}
            onClick={() => save(transport.originalUrl(document.documentId), document.fileName)}
          />
        )}
      </div>
      {annotated.error !== null && <InlineError error={annotated.error} />}
    </>
  );
}
