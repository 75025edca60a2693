import { ArrowLeftRight, FileText, Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useNavigation } from "../app/navigation.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { PanelHeading } from "../ui/panel-heading.tsx";
import { TextField } from "../ui/text-field.tsx";
import { BriefEditor } from "./brief-editor.tsx";
import styles from "./briefs.module.css";
import { useFirstBrief } from "./use-first-brief.ts";
import { useNewBrief } from "./use-new-brief.ts";

/** The active brief beside the reader, or the choice of one. */
export function BriefPanel() {
  const { activeBrief } = useNavigation();
  const [choosing, setChoosing] = useState(false);
  useFirstBrief();
  if (activeBrief === null || choosing) return <BriefChooser onChosen={() => setChoosing(false)} />;
  return (
    <BriefEditor
      briefId={activeBrief}
      chrome="panel"
      onGone={() => setChoosing(true)}
      headExtra={
        <IconButton
          label={say("briefs.chooseAnother")}
          icon={<ArrowLeftRight aria-hidden />}
          onClick={() => setChoosing(true)}
        />
      }
    />
  );
}

function BriefChooser({ onChosen }: { readonly onChosen: () => void }) {
  const { activeBrief, setActiveBrief } = useNavigation();
  const list = useCallQuery("briefs.list", {});
  const newBrief = useNewBrief();
  const [title, setTitle] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() !== "") newBrief.create(title.trim(), onChosen);
  };
  if (list.error !== null) return <ErrorState compact error={list.error} onRetry={() => void list.refetch()} />;
  const briefs = list.data?.briefs ?? [];
  return (
    <div className={styles.chooser}>
      <PanelHeading>{say("briefs.whichBrief")}</PanelHeading>
      {list.data !== undefined && briefs.length === 0 && (
        <EmptyState compact icon={<FileText />} title={say("briefs.noBriefs")}>
          {say("briefs.whatBriefsAreShort")}
        </EmptyState>
      )}
      <ul className={styles.choices}>
        {briefs.map((brief) => (
          <li key={brief.briefId}>
            <button
              type="button"
              className={styles.choice}
              aria-current={brief.briefId === activeBrief || undefined}
              onClick={() => {
                setActiveBrief(brief.briefId);
                onChosen();
              }}
            >
              <span className={styles.choiceTitle}>{brief.title}</span>
              <span className={styles.choiceMeta}>{say("briefs.quotations", { count: brief.quotations })}</span>
            </button>
          </li>
        ))}
      </ul>
      <form className={styles.newBrief} onSubmit={submit}>
        <TextField
          label={say("briefs.newBrief")}
          placeholder={say("briefs.titleExample")}
          maxLength={300}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <Button type="submit" icon={<Plus aria-hidden />} busy={newBrief.busy} disabled={title.trim() === ""}>
          {say("briefs.create")}
        </Button>
      </form>
    </div>
  );
}
