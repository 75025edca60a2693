import type { DocumentSummary } from "#shared/model/document.ts";
import { useCallMutation } from "../client/use-query-call.ts";
import { say, sayRich } from "../messages/say.ts";
import { PanelSection } from "../ui/panel-section.tsx";
import { EDITED_FIELDS, type EditedField, FieldEditor } from "./field-editor.tsx";
import styles from "./inspector.module.css";

/** What is known of a document: detected, until somebody enters it by hand. */
export function DocumentFields({ document }: { readonly document: DocumentSummary }) {
  return (
    <PanelSection name="fields" title={say("library.whatItIs")}>
      {EDITED_FIELDS.map((field) => (
        <DocumentField key={field} document={document} field={field} />
      ))}
      <p className={styles.legend}>{sayRich("library.originLegend", { i: (words) => <i>{words}</i> })}</p>
    </PanelSection>
  );
}

function DocumentField({ document, field }: { readonly document: DocumentSummary; readonly field: EditedField }) {
  const set = useCallMutation("documents.set");
  const documents = [document.documentId];
  return (
    <FieldEditor
      field={field}
      value={document.fields[field]}
      entered={document.entered.includes(field)}
      error={set.error}
      onEnter={(value) => set.mutate({ documents, [field]: value })}
      onReset={() => set.mutate({ documents, asDetected: [field] })}
    />
  );
}
