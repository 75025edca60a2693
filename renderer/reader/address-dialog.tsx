import { useState } from "react";
import { useNavigation } from "../app/navigation.ts";
import { useClient } from "../client/use-client.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import styles from "./address-dialog.module.css";
import { canOpenAddress } from "./page-links.ts";

interface AddressDialogProps {
  readonly address: string;
  readonly onClose: () => void;
}

/** Shows where a link of a document leads outside of it, before anything is opened. */
export function AddressDialog({ address, onClose }: AddressDialogProps) {
  const { shell } = useClient();
  const { announce } = useNavigation();
  const [copied, setCopied] = useState(false);
  const canOpen = canOpenAddress(address);
  const copy = (): void => {
    navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => announce(say("reader.notCopied"), "bad"),
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={say("reader.outsideTitle")}
      size="medium"
      footer={
        <>
          <Button onClick={copy}>{say(copied ? "reader.addressCopied" : "reader.copyAddress")}</Button>
          {canOpen && (
            <Button
              onClick={() => {
                shell.openAddress(address);
                onClose();
              }}
            >
              {say("reader.openOutside")}
            </Button>
          )}
          <Button variant="primary" onClick={onClose}>
            {say("reader.stayHere")}
          </Button>
        </>
      }
    >
      <p className={styles.words}>{say(canOpen ? "reader.outsideExplained" : "reader.outsideNotOpened")}</p>
      <p className={styles.address} dir="ltr">
        {address}
      </p>
    </Dialog>
  );
}
