import { Check, ChevronDown, ChevronRight, FileX2, MapPinOff } from "lucide-react";
import { useState } from "react";
import { assertNever } from "#shared/base/assert-never.ts";
import type { BriefBlock, DifferencePart } from "#shared/model/brief.ts";
import type { TagColor } from "#shared/model/tag.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { tagColorStyle } from "../ui/tag-colors.ts";
import { AutoTextArea } from "./auto-text-area.tsx";
import { sourceWords, tellDifference } from "./check-summary.ts";
import styles from "./quotation-block.module.css";
import { useDraft } from "./use-draft.ts";

/** A quotation of a brief. */
export type QuotationBlockModel = Extract<BriefBlock, { kind: "quotation" }>;

interface QuotationBlockProps {
  readonly block: QuotationBlockModel;
  readonly label: string;
  /** Hue of the passage's first tag; null without tags. */
  readonly color: TagColor | null;
  readonly onStore: (text: string) => Promise<unknown>;
  readonly onOpenSource: () => void;
}

/** A quotation: its words, its citation, which opens the source, and how it compares with the source now. */
export function QuotationBlock({ block, label, color, onStore, onOpenSource }: QuotationBlockProps) {
  const draft = useDraft(block.text, onStore);
  const { check } = block;
  const edited = draft.value !== block.text;
  return (
    <div
      className={styles.quotation}
      data-check={edited ? undefined : check.kind}
      style={color === null ? undefined : tagColorStyle(color)}
    >
      {!edited && check.kind === "altered" && (
        <Difference difference={check.difference} onRestore={() => void onStore(sourceWords(check.difference))} />
      )}
      <AutoTextArea
        label={label}
        className={styles.quotationText ?? ""}
        value={draft.value}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.flush}
        onKeyDown={(event) => event.altKey && draft.flush()}
      />
      <p className={styles.citationLine}>
        {block.documentId === null ? (
          block.citation !== "" && <span className={styles.citationGone}>{block.citation}</span>
        ) : (
          <button
            type="button"
            className={styles.citation}
            title={say("briefs.openSourceAtPassage")}
            onClick={onOpenSource}
          >
            {block.citation}
          </button>
        )}
        {edited ? <span className={styles.checking}>{say("briefs.checkedLater")}</span> : <CheckMark check={check} />}
      </p>
    </div>
  );
}

function CheckMark({ check }: { readonly check: QuotationBlockModel["check"] }) {
  switch (check.kind) {
    case "verified":
      return (
        <span className={styles.verified} title={say("briefs.wordForWord")}>
          <Check aria-hidden />
          <span className={styles.hidden}>{say("briefs.verified")}</span>
        </span>
      );
    case "altered":
      return null;
    case "orphaned":
      return (
        <span className={styles.lost} title={say("briefs.whyLost")}>
          <MapPinOff aria-hidden /> {say("briefs.passageLost")}
        </span>
      );
    case "missing":
      return (
        <span className={styles.gone} title={say("briefs.whyMissing")}>
          <FileX2 aria-hidden /> {say("briefs.sourceMissing")}
        </span>
      );
    default:
      return assertNever(check);
  }
}

interface DifferenceProps {
  readonly difference: readonly DifferencePart[];
  readonly onRestore: () => void;
}

/** How an altered quotation differs: in a few words, and in full when it is opened. */
function Difference({ difference, onRestore }: DifferenceProps) {
  const [open, setOpen] = useState(false);
  const parts = difference.map((part, index) => ({ ...part, key: `${index}-${part.kind}` }));
  return (
    <div>
      <button type="button" className={styles.differenceHead} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
        {say("briefs.differs", { difference: tellDifference(difference) })}
      </button>
      {open && (
        <div className={styles.differenceBody}>
          <p className={styles.differenceText}>
            {parts.map((part) =>
              part.kind === "removed" ? (
                <del key={part.key}>{part.text}</del>
              ) : part.kind === "added" ? (
                <ins key={part.key}>{part.text}</ins>
              ) : (
                <span key={part.key}>{part.text}</span>
              ),
            )}
          </p>
          <Button size="small" onClick={onRestore}>
            {say("briefs.useSourceWords")}
          </Button>
        </div>
      )}
    </div>
  );
}
