import { ScanText } from "lucide-react";
import type { DocumentSummary } from "#shared/model/document.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallMutation } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { describeError } from "../ui/describe-error.ts";
import { BulkTags } from "./bulk-tags.tsx";
import { EDITED_FIELDS, type EditedField, FieldEditor } from "./field-editor.tsx";
import styles from "./inspector.module.css";
import { fieldLabel } from "./labels.ts";

interface BulkEditProps {
  /** Two or more. */
  readonly documents: readonly DocumentSummary[];
}

/** The most documents that one step changes. */
const MOST = 10_000;

/** Fields of several documents at once: what is entered here is entered for all of them, as one step that can be undone. */
export function BulkEdit({ documents }: BulkEditProps) {
  const pages = documents.reduce((sum, document) => sum + document.pages, 0);
  const tooMany = documents.length > MOST;
  return (
    <div className={styles.inspector}>
      <header className={styles.head}>
        <h2 className={styles.many}>{say("library.selectedDocuments", { count: documents.length })}</h2>
        <p className={styles.gist}>{say("library.pagesInAll", { count: pages })}</p>
        <p className={styles.explained}>
          {tooMany ? say("library.tooManyAtOnce", { count: MOST }) : say("library.bulkExplained")}
        </p>
      </header>
      {!tooMany && (
        <>
          {EDITED_FIELDS.map((field) => (
            <BulkField key={field} documents={documents} field={field} />
          ))}
          <div className={styles.actions}>
            <BulkTags documents={documents} />
            <RecogniseAll documents={documents} />
          </div>
        </>
      )}
    </div>
  );
}

function BulkField({ documents, field }: BulkEditProps & { readonly field: EditedField }) {
  const { announce } = useNavigation();
  const set = useCallMutation("documents.set");
  const values = new Set(documents.map((document) => document.fields[field]));
  const [common] = values;
  const ids = documents.map((document) => document.documentId);
  const name = fieldLabel(field);
  return (
    <FieldEditor
      field={field}
      value={values.size === 1 ? (common ?? null) : null}
      entered={documents.some((document) => document.entered.includes(field))}
      placeholder={values.size > 1 ? say("library.valuesDiffer") : say("library.notKnown")}
      error={set.error}
      onEnter={(value) =>
        set.mutate(
          { documents: ids, [field]: value },
          { onSuccess: () => announce(say("library.fieldEntered", { field: name, count: ids.length })) },
        )
      }
      onReset={() => set.mutate({ documents: ids, asDetected: [field] })}
    />
  );
}

function RecogniseAll({ documents }: BulkEditProps) {
  const { announce } = useNavigation();
  const start = useCallMutation("ocr.start");
  const waiting = documents.filter((document) => document.pagesWithoutText > 0);
  if (waiting.length === 0) return null;
  const startAll = async () => {
    // The last one asked for comes first, so they are asked for from the end.
    for (const { documentId } of waiting.toReversed()) await start.mutateAsync({ document: documentId });
    announce(say("library.ocrTakesFirst", { count: waiting.length }));
  };
  return (
    <Button
      icon={<ScanText aria-hidden />}
      busy={start.isPending}
      onClick={() =>
        void startAll().catch((error: unknown) => {
          const { message, action } = describeError(error);
          announce(`${message} ${action}`, "bad");
        })
      }
    >
      {say("library.ocrTheseNow")}
    </Button>
  );
}
