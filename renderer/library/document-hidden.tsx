import { EyeOff } from "lucide-react";
import { useState } from "react";
import type { DocumentSummary } from "#shared/model/document.ts";
import type { Redaction, RedactionDecision } from "#shared/model/redaction.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallMutation, useCallQuery } from "../client/use-query-call.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { InlineError } from "../ui/error-state.tsx";
import { formatCount, formatDateTime, formatNumber } from "../ui/format.ts";
import { PanelHeading } from "../ui/panel-heading.tsx";
import styles from "./document-hidden.module.css";

const COVERS = { box: "a box", picture: "a picture", annotation: "an annotation" } as const;

/**
 * Text that lies under a cover: what looks redacted and is not. It is kept out of search and exports until somebody decides;
 * revealing asks once more, because it cannot be unread.
 */
export function DocumentHidden({ document }: { readonly document: DocumentSummary }) {
  const { data, error } = useCallQuery("redactions.list", { document: document.documentId });
  const decide = useCallMutation("redactions.decide");
  const [asked, setAsked] = useState<Redaction | null>(null);
  const redactions = data?.redactions ?? [];
  if (redactions.length === 0 && error === null) return null;
  const take = ({ page, region }: Redaction, decision: RedactionDecision) =>
    decide.mutate({ document: document.documentId, page, region, decision });
  return (
    <section className={styles.hidden} aria-label="Hidden text">
      <PanelHeading level={3} aside={formatNumber(redactions.length)}>
        Hidden text
      </PanelHeading>
      <p className={styles.why}>
        <EyeOff aria-hidden />
        Words lie under covers that look like redactions. They are kept out of search, snippets and exports until you
        decide.
      </p>
      {error !== null && <InlineError error={error} />}
      {decide.error !== null && <InlineError error={decide.error} />}
      <ul className={styles.list}>
        {redactions.map((redaction) => (
          <li key={`${redaction.page}:${redaction.region}`}>
            <Place redaction={redaction} busy={decide.isPending} onDecide={take} onAsk={setAsked} />
          </li>
        ))}
      </ul>
      {asked !== null && (
        <Dialog
          open
          title="Reveal hidden text?"
          onClose={() => setAsked(null)}
          footer={
            <>
              <Button onClick={() => setAsked(null)}>Leave it hidden for now</Button>
              <Button
                variant="danger"
                onClick={() => {
                  take(asked, "reveal");
                  setAsked(null);
                }}
              >
                Reveal
              </Button>
            </>
          }
        >
          <p>
            {formatCount(asked.characters, "character")} on page {formatNumber(asked.page)} become part of the page's
            text: they can be searched, quoted and exported. Whoever covered them may not have meant you to read them;
            privilege and ethics rules may apply. The decision is written to the custody journal.
          </p>
        </Dialog>
      )}
    </section>
  );
}

interface PlaceProps {
  readonly redaction: Redaction;
  readonly busy: boolean;
  readonly onDecide: (redaction: Redaction, decision: RedactionDecision) => void;
  readonly onAsk: (redaction: Redaction) => void;
}

function Place({ redaction, busy, onDecide, onAsk }: PlaceProps) {
  const { openDocument } = useNavigation();
  const { documentId, page, box, characters, cover, decision, decidedAt, decidedBy } = redaction;
  const [left, bottom, right, top] = box;
  return (
    <div className={styles.place}>
      <button
        type="button"
        className={styles.where}
        onClick={() =>
          openDocument(documentId, { page, quads: [[left, top, right, top, left, bottom, right, bottom]] })
        }
      >
        Page {formatNumber(page)}: {formatCount(characters, "character")} under {COVERS[cover]}
      </button>
      {decision === null ? (
        <span className={styles.undecided}>not decided</span>
      ) : (
        <span
          className={styles.decided}
          title={`${decidedBy ?? ""}, ${decidedAt === null ? "" : formatDateTime(decidedAt)}`}
        >
          {decision === "reveal" ? "revealed" : "kept hidden"}
        </span>
      )}
      <span className={styles.buttons}>
        {decision !== "keep-hidden" && (
          <Button size="small" disabled={busy} onClick={() => onDecide(redaction, "keep-hidden")}>
            Keep hidden
          </Button>
        )}
        {decision !== "reveal" && (
          <Button size="small" disabled={busy} onClick={() => onAsk(redaction)}>
            Reveal…
          </Button>
        )}
      </span>
    </div>
  );
}
