import { ChevronDown, RotateCcw } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { type DocumentFieldName, documentKindSchema } from "#shared/model/detection.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";
import { classes } from "../ui/classes.ts";
import { describeError } from "../ui/describe-error.ts";
import { IconButton } from "../ui/icon-button.tsx";
import styles from "./field-editor.module.css";
import { fieldLabel, kindLabel, languageName } from "./labels.ts";

/** Languages offered by name; others can be entered through the command line. */
const LANGUAGES = ["eng", "spa", "fra", "deu", "ita", "por", "nld", "rus", "ukr", "ara", "heb", "zho"] as const;

/** Fields of a document that are edited one below the other; title and short name stand above. */
export const EDITED_FIELDS = [
  "kind",
  "date",
  "author",
  "custodian",
  "court",
  "caseNumber",
  "ecfNumber",
  "batesBegin",
  "batesEnd",
  "noteNumber",
  "classification",
  "language",
] as const satisfies readonly DocumentFieldName[];
export type EditedField = (typeof EDITED_FIELDS)[number];

const USE_DETECTED: Readonly<Record<EditedField, MessageKey>> = {
  kind: "library.useDetectedKind",
  date: "library.useDetectedDate",
  author: "library.useDetectedAuthor",
  custodian: "library.useDetectedCustodian",
  court: "library.useDetectedCourt",
  caseNumber: "library.useDetectedCaseNumber",
  ecfNumber: "library.useDetectedEcfNumber",
  batesBegin: "library.useDetectedBatesBegin",
  batesEnd: "library.useDetectedBatesEnd",
  noteNumber: "library.useDetectedNoteNumber",
  classification: "library.useDetectedClassification",
  language: "library.useDetectedLanguage",
};

interface FieldEditorProps {
  readonly field: EditedField;
  readonly value: string | null;
  /** Entered by hand: shown as such, and can be taken back. */
  readonly entered: boolean;
  /** In place of a value: what several documents have in common, or that they differ. */
  readonly placeholder?: string;
  /** Of the latest change of this field, or null. */
  readonly error: unknown;
  /** Stores a value; null empties the field. */
  readonly onEnter: (value: string | null) => void;
  /** Takes back what was entered; absent where that makes no sense. */
  readonly onReset?: () => void;
}

/** One field with where its value comes from: upright when entered, lighter when detected. */
export function FieldEditor(props: FieldEditorProps) {
  const { field, entered, error, onReset } = props;
  const id = useId();
  const words = error === null || error === undefined ? null : describeError(error);
  return (
    <div className={styles.row}>
      <label htmlFor={id} className={styles.label}>
        {fieldLabel(field)}
      </label>
      {field === "kind" || field === "language" ? (
        <ChoiceInput {...props} id={id} />
      ) : (
        <WordsInput {...props} id={id} />
      )}
      <span className={styles.origin}>
        {entered && onReset !== undefined && (
          <IconButton
            size="small"
            label={say(USE_DETECTED[field])}
            icon={<RotateCcw aria-hidden />}
            onClick={onReset}
          />
        )}
      </span>
      {words !== null && (
        <p className={styles.error} role="alert">
          {words.message} {words.action}
        </p>
      )}
    </div>
  );
}

function lookOf({ entered, value }: FieldEditorProps): string {
  return classes(styles.input, value === null && styles.empty, !entered && value !== null && styles.detected);
}

function WordsInput(props: FieldEditorProps & { readonly id: string }) {
  const { id, value, placeholder, onEnter } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const store = () => {
    const next = draft?.trim() ?? null;
    setDraft(null);
    if (next === null || next === (value ?? "")) return;
    onEnter(next === "" ? null : next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") store();
    if (event.key === "Escape" && draft !== null) {
      event.stopPropagation();
      setDraft(null);
    }
  };
  return (
    <input
      id={id}
      className={lookOf(props)}
      value={draft ?? value ?? ""}
      maxLength={500}
      placeholder={placeholder ?? say("library.notKnown")}
      title={value ?? undefined}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={store}
      onKeyDown={onKeyDown}
    />
  );
}

function ChoiceInput(props: FieldEditorProps & { readonly id: string }) {
  const { id, field, value, placeholder, onEnter } = props;
  const choices: readonly (readonly [value: string, label: string])[] =
    field === "kind"
      ? documentKindSchema.options.map((kind) => [kind, kindLabel(kind)])
      : [...new Set([...LANGUAGES, ...(value === null ? [] : [value])])].map((code) => [code, languageName(code)]);
  return (
    <span className={styles.choice}>
      <select
        id={id}
        className={lookOf(props)}
        value={value ?? ""}
        onChange={(event) => onEnter(event.target.value === "" ? null : event.target.value)}
      >
        <option value="">{placeholder ?? say("library.notKnown")}</option>
        {choices.map(([code, label]) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden />
    </span>
  );
}
