import { ArrowDownUp } from "lucide-react";
import { useState } from "react";
import type { PassageId } from "#shared/base/ids.ts";
import { PASSAGE_RELATIONS, type PassageRelation } from "#shared/model/passage-link.ts";
import { useCallQuery } from "../../client/use-query-call.ts";
import { say } from "../../messages/say.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceGroup } from "../../ui/choice-group.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { oneLine } from "../passage-filter.ts";
import { relationLabel } from "../relation-words.ts";
import { usePassageWork } from "../use-passage-work.ts";
import styles from "./link-dialog.module.css";

interface LinkDialogProps {
  readonly one: PassageId;
  readonly other: PassageId;
  readonly onLinked: () => void;
  readonly onClose: () => void;
}

/** Says what two passages have to do with each other, and why. */
export function LinkDialog({ one, other, onLinked, onClose }: LinkDialogProps) {
  const work = usePassageWork();
  const [relation, setRelation] = useState<PassageRelation>("supports");
  const [reversed, setReversed] = useState(false);
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [from, to] = reversed ? [other, one] : [one, other];
  const link = () => {
    setBusy(true);
    void work.link({ from, to, relation, reason: reason.trim() }).then((done) => {
      setBusy(false);
      if (done) onLinked();
    });
  };
  return (
    <Dialog
      open
      size="medium"
      title={say("passages.linkTitle")}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {say("passages.cancel")}
          </Button>
          <Button variant="primary" busy={busy} onClick={link}>
            {say("passages.makeLink")}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <QuoteOf passageId={from} />
        <div className={styles.between}>
          <ChoiceGroup
            label={say("passages.relation")}
            choices={PASSAGE_RELATIONS.map((id) => ({ id, label: relationLabel(id) }))}
            value={relation}
            onChange={setRelation}
          />
          {relation === "supports" && (
            <Button size="small" icon={<ArrowDownUp aria-hidden />} onClick={() => setReversed(!reversed)}>
              {say("passages.turnAround")}
            </Button>
          )}
        </div>
        <QuoteOf passageId={to} />
        <TextArea
          label={say("passages.reason")}
          placeholder={say("passages.reasonHint")}
          maxLength={4000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Dialog>
  );
}

function QuoteOf({ passageId }: { readonly passageId: PassageId }) {
  const passage = useCallQuery("passages.show", { passage: passageId }).data?.passage;
  return (
    <blockquote className={styles.quote}>
      {passage === undefined ? "…" : `“${oneLine(passage.quote)}”`}
      <span className={styles.citation}>{passage?.citation ?? ""}</span>
    </blockquote>
  );
}
