import { Replace } from "lucide-react";
import { useState } from "react";
import { say } from "../../messages/say.ts";
import { Button } from "../../ui/button.tsx";
import { SynonymsDialog } from "./synonyms-dialog.tsx";

/** Opens the synonyms of the case. */
export function SynonymsButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Replace aria-hidden />} onClick={() => setOpen(true)}>
        {say("kept.synonyms")}
      </Button>
      <SynonymsDialog open={open} onClose={() => setOpen(false)} />
    </>
  );
}
