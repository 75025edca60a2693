import { useId, useState } from "react";
import type { BriefId, SectionId } from "#shared/base/ids.ts";
import { useNewBrief } from "../briefs/use-new-brief.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import styles from "./tag-hits-dialog.module.css";

const NEW = "new";

interface BriefChoiceProps {
  readonly brief: BriefId | null;
  /** Null: the last one. */
  readonly section: SectionId | null;
  /** False: a brief is what the dialog is for. */
  readonly optional: boolean;
  readonly onChoose: (brief: BriefId | null, section: SectionId | null) => void;
}

/** The brief and its section that passages are added to; a new brief can be begun. */
export function BriefChoice({ brief, section, optional, onChoose }: BriefChoiceProps) {
  const briefs = useCallQuery("briefs.list", {}).data?.briefs;
  const [naming, setNaming] = useState(false);
  const [title, setTitle] = useState("");
  const newBrief = useNewBrief();
  const id = useId();
  const isNaming = naming || (briefs?.length === 0 && !optional && brief === null);
  const create = () =>
    newBrief.create(title.trim(), (created) => {
      setNaming(false);
      onChoose(created, null);
    });
  return (
    <div className={styles.brief}>
      <div className={styles.select}>
        <label htmlFor={id}>{optional ? say("search.alsoAddToBrief") : say("search.brief")}</label>
        <select
          id={id}
          value={isNaming ? NEW : (brief ?? "")}
          onChange={(event) => {
            const { value } = event.target;
            setNaming(value === NEW);
            onChoose(briefs?.find(({ briefId }) => briefId === value)?.briefId ?? null, null);
          }}
        >
          <option value="">{optional ? say("search.noBrief") : say("search.chooseBrief")}</option>
          {briefs?.map((item) => (
            <option key={item.briefId} value={item.briefId}>
              {item.title}
            </option>
          ))}
          <option value={NEW}>{say("search.newBrief")}</option>
        </select>
      </div>
      {isNaming && (
        <div className={styles.newBrief}>
          <TextField
            label={say("search.newBriefTitle")}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
          <Button disabled={title.trim() === ""} busy={newBrief.busy} onClick={create}>
            {say("search.createBrief")}
          </Button>
        </div>
      )}
      {brief !== null && <SectionChoice brief={brief} section={section} onChoose={(next) => onChoose(brief, next)} />}
    </div>
  );
}

interface SectionChoiceProps {
  readonly brief: BriefId;
  readonly section: SectionId | null;
  readonly onChoose: (section: SectionId | null) => void;
}

function SectionChoice({ brief, section, onChoose }: SectionChoiceProps) {
  const sections = useCallQuery("briefs.show", { brief }).data?.sections ?? [];
  const id = useId();
  if (sections.length < 2) return null;
  return (
    <div className={styles.select}>
      <label htmlFor={id}>{say("search.section")}</label>
      <select
        id={id}
        value={section ?? sections.at(-1)?.sectionId ?? ""}
        onChange={(event) =>
          onChoose(sections.find(({ sectionId }) => sectionId === event.target.value)?.sectionId ?? null)
        }
      >
        {sections.map((item) => (
          <option key={item.sectionId} value={item.sectionId}>
            {item.heading === "" ? say("search.untitledSection") : item.heading}
          </option>
        ))}
      </select>
    </div>
  );
}
