import type { Redaction } from "#shared/model/redaction.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
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
      title={say("library.revealTitle")}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say("library.leaveHidden")}</Button>
          <Button variant="danger" onClick={onReveal}>
            {say("library.reveal")}
          </Button>
        </>
      }
    >
      <p className={styles.paragraph}>
        {pages.size === 1
          ? say("library.revealOnPage", { count: characters, page: page ?? 1 })
          : say("library.revealOnPages", { count: characters, pages: pages.size })}
      </p>
      <p className={styles.paragraph}>{say("library.revealEthics")}</p>
      <p>{say("library.revealJournaled")}</p>
    </Dialog>
  );
}
