import { EyeOff } from "lucide-react";
import { useState } from "react";
import type { DocumentSummary } from "#shared/model/document.ts";
import type { Redaction, RedactionDecision } from "#shared/model/redaction.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallMutation, useCallQuery } from "../client/use-query-call.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { InlineError } from "../ui/error-state.tsx";
import { formatDateTime, formatNumber } from "../ui/format.ts";
import { PanelSection } from "../ui/panel-section.tsx";
import styles from "./document-hidden.module.css";
import { RevealDialog } from "./reveal-dialog.tsx";

const COVERED: Readonly<Record<Redaction["cover"], MessageKey>> = {
  box: "library.underBox",
  picture: "library.underPicture",
  annotation: "library.underAnnotation",
};

/** Places listed before "Show all". */
const FEW = 8;

/**
 * Text that lies under a cover: what looks redacted and is not. It is kept out of search and exports until somebody decides;
 * revealing asks once more, because it cannot be unread.
 */
export function DocumentHidden({ document }: { readonly document: DocumentSummary }) {
  const { data, error } = useCallQuery("redactions.list", { document: document.documentId });
  const decide = useCallMutation("redactions.decide");
  const [asked, setAsked] = useState<readonly Redaction[]>([]);
  const [all, setAll] = useState(false);
  const redactions = data?.redactions ?? [];
  if (redactions.length === 0 && error === null) return null;
  const undecided = redactions.filter(({ decision }) => decision === null);
  const take = (places: readonly Redaction[], decision: RedactionDecision) => {
    const [first] = places;
    if (first === undefined) return;
    const one = places.length === 1 ? { page: first.page, region: first.region } : {};
    decide.mutate({ document: document.documentId, ...one, decision });
  };
  return (
    <PanelSection
      name="hidden"
      title={say("library.hiddenText")}
      tone={undecided.length > 0 ? "bad" : "plain"}
      aside={
        undecided.length > 0 ? say("library.toDecide", { count: undecided.length }) : formatNumber(redactions.length)
      }
    >
      {undecided.length > 0 && (
        <p className={styles.why}>
          <EyeOff aria-hidden />
          {say("library.hiddenWhy")}
        </p>
      )}
      {error !== null && <InlineError error={error} />}
      {decide.error !== null && <InlineError error={decide.error} />}
      <ul className={styles.list}>
        {(all ? redactions : redactions.slice(0, FEW)).map((redaction) => (
          <li key={`${redaction.page}:${redaction.region}`}>
            <Place
              redaction={redaction}
              busy={decide.isPending}
              onKeep={() => take([redaction], "keep-hidden")}
              onAsk={() => setAsked([redaction])}
            />
          </li>
        ))}
      </ul>
      {redactions.length > FEW && (
        <button type="button" className={styles.more} onClick={() => setAll(!all)}>
          {all ? say("library.showFewer") : say("library.showAll", { count: redactions.length })}
        </button>
      )}
      {undecided.length > 1 && undecided.length === redactions.length && (
        <div className={styles.all}>
          <Button size="small" disabled={decide.isPending} onClick={() => take(redactions, "keep-hidden")}>
            {say("library.keepAllHidden")}
          </Button>
          <Button size="small" disabled={decide.isPending} onClick={() => setAsked(redactions)}>
            {say("library.revealAll")}
          </Button>
        </div>
      )}
      {asked.length > 0 && (
        <RevealDialog
          places={asked}
          onClose={() => setAsked([])}
          onReveal={() => {
            take(asked, "reveal");
            setAsked([]);
          }}
        />
      )}
    </PanelSection>
  );
}

interface PlaceProps {
  readonly redaction: Redaction;
  readonly busy: boolean;
  readonly onKeep: () => void;
  readonly onAsk: () => void;
}

function Place({ redaction, busy, onKeep, onAsk }: PlaceProps) {
  const { openDocument } = useNavigation();
  const { documentId, page, box, characters, cover, decision, decidedAt, decidedBy } = redaction;
  const [left, bottom, right, top] = box;
  const taken = [decidedBy, decidedAt === null ? null : formatDateTime(decidedAt)].filter((part) => part !== null);
  return (
    <div className={styles.place}>
      <button
        type="button"
        className={styles.where}
        onClick={() =>
          openDocument(documentId, { page, quads: [[left, top, right, top, left, bottom, right, bottom]] })
        }
      >
        <b>{say("library.hiddenPage", { page })}</b>
        <span>{say(COVERED[cover], { count: characters })}</span>
      </button>
      <div className={styles.decision}>
        {decision !== null && (
          <span className={styles.decided} title={taken.join(", ")}>
            {decision === "reveal" ? say("library.revealed") : say("library.keptHidden")}
          </span>
        )}
        {decision === null && (
          <Button size="small" disabled={busy} onClick={onKeep}>
            {say("library.keepHidden")}
          </Button>
        )}
        {decision === "reveal" ? (
          <Button size="small" variant="quiet" disabled={busy} onClick={onKeep}>
            {say("library.hideAgain")}
          </Button>
        ) : (
          <Button size="small" variant={decision === null ? "plain" : "quiet"} disabled={busy} onClick={onAsk}>
            {say("library.revealAsk")}
          </Button>
        )}
      </div>
    </div>
  );
}
