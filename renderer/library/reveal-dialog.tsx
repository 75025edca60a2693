import type { Redaction } from "#shared/model/redaction.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { formatCount, formatNumber } from "../ui/format.ts";
import styles from "./document-hidden.module.css";

interface RevealDialogProps {
  /** One or more, of one document. */
  readonly places: readonly Redaction[];
  readonly onClose: () => void;
  readonly onReveal: () => void;
}

/** Asks once more before hidden text is read: it cannot be unread. */
export function RevealDialog({ places, onClose, onReveal }: RevealDialogProps) {
  const characters = places.reduce((sum, place) => sum + place.characters, 0);
  const pages = new Set(places.map((place) => place.page));
  const [page] = pages;
  return (
    <Dialog
      open
      title="Reveal hidden text?"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Leave it hidden for now</Button>
          <Button variant="danger" onClick={onReveal}>
            Reveal
          </Button>
        </>
      }
    >
      <p className={styles.paragraph}>
        {formatCount(characters, "character")}{" "}
        {pages.size === 1 ? `on page ${formatNumber(page ?? 1)}` : `on ${formatCount(pages.size, "page")}`} become part
        of the document's text: they can be searched, quoted and exported.
      </p>
      <p className={styles.paragraph}>
        Whoever covered them may not have meant you to read them; rules of privilege and ethics may apply.
      </p>
      <p>The decision is written to the custody journal.</p>
    </Dialog>
  );
}
