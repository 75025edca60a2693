import { FileUp } from "lucide-react";
import { type KeyboardEvent, useId } from "react";
import type { SearchOptions } from "#shared/model/search.ts";
import { useNavigation } from "../../app/navigation.ts";
import { say } from "../../messages/say.ts";
import { Button } from "../../ui/button.tsx";
import kept from "./kept.module.css";
import { TERM_LIST_MAX } from "./term-lines.ts";
import styles from "./term-list.module.css";
import { chooseTextFile } from "./text-of-file.ts";

interface TermListEditorProps {
  readonly text: string;
  readonly options: SearchOptions;
  /** It has the whole view: there is no report yet. */
  readonly wide: boolean;
  readonly onText: (text: string) => void;
  readonly onOptions: (options: SearchOptions) => void;
  /** Ctrl or Cmd with Enter. */
  readonly onRun: () => void;
}

/** The list itself, and how its searches are read. */
export function TermListEditor({ text, options, wide, onText, onOptions, onRun }: TermListEditorProps) {
  const { announce } = useNavigation();
  const id = useId();
  const isTooLong = text.length > TERM_LIST_MAX;
  const load = async () => {
    const file = await chooseTextFile(".txt,.csv,.tsv,text/plain");
    if (file !== null) onText(file.text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onRun();
  };
  return (
    <div className={wide ? styles.wideEditor : styles.editor}>
      {wide && <p className={styles.lead}>{say("kept.listLead")}</p>}
      <div className={styles.editorHead}>
        <label htmlFor={id} className={styles.editorLabel}>
          {say("kept.searchesOneALine")}
        </label>
        <Button
          size="small"
          icon={<FileUp aria-hidden />}
          onClick={() => void load().catch(() => announce(say("kept.fileUnreadable"), "bad"))}
        >
          {say("kept.loadFile")}
        </Button>
      </div>
      <textarea
        id={id}
        className={styles.text}
        value={text}
        spellCheck={false}
        autoComplete="off"
        wrap="off"
        placeholder={say("kept.listExample")}
        aria-describedby={`${id}-more`}
        aria-invalid={isTooLong || undefined}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-more`} className={isTooLong ? styles.wrong : styles.quiet}>
        {isTooLong
          ? say("kept.listTooLong", { length: text.length, most: TERM_LIST_MAX })
          : say("kept.commentsPassedOver")}
      </p>
      <fieldset className={styles.options}>
        <legend className={kept.unseen}>{say("kept.howRead")}</legend>
        <Check
          label={say("kept.otherForms")}
          checked={options.stemming}
          onChange={(stemming) => onOptions({ ...options, stemming })}
        />
        <Check
          label={say("kept.synonymsOfCase")}
          checked={options.synonyms}
          onChange={(synonyms) => onOptions({ ...options, synonyms })}
        />
        <Check
          label={say("kept.onlySureOcr")}
          checked={options.confident}
          onChange={(confident) => onOptions({ ...options, confident })}
        />
      </fieldset>
    </div>
  );
}

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
