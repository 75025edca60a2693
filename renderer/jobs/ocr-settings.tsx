import type { OcrEngineChoice, OcrStatus } from "#shared/model/ocr.ts";
import { useCallMutation } from "../client/use-query-call.ts";
import { languageName } from "../library/labels.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { InlineError } from "../ui/error-state.tsx";
import styles from "./ocr-panel.module.css";

interface OcrSettingsProps {
  readonly open: boolean;
  readonly status: OcrStatus;
  readonly onClose: () => void;
}

/** Which engine recognises, and in which languages the case is. A choice holds from the next page on. */
export function OcrSettings({ open, status, onClose }: OcrSettingsProps) {
  const configure = useCallMutation("ocr.configure");
  const known = [...new Set(status.engines.flatMap((engine) => engine.languages))].sort((one, other) =>
    languageName(one).localeCompare(languageName(other)),
  );
  const toggleLanguage = (code: string) => {
    const others = status.languages.filter((language) => language !== code);
    const languages = others.length < status.languages.length ? others : [...status.languages, code];
    if (languages.length > 0) configure.mutate({ languages });
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="OCR settings"
      size="medium"
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <fieldset className={styles.group}>
        <legend>Engine</legend>
        {engineChoices(status).map(({ choice, label, note, disabled }) => (
          <label key={choice} className={styles.choice}>
            <input
              type="radio"
              name="ocr-engine"
              checked={status.choice === choice}
              disabled={disabled}
              onChange={() => configure.mutate({ engine: choice })}
            />
            <span>
              {label}
              <small>{note}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>Languages of this case</legend>
        <div className={styles.languages}>
          {known.map((code) => (
            <label key={code} className={styles.choice}>
              <input
                type="checkbox"
                checked={status.languages.includes(code)}
                disabled={status.languages.length === 1 && status.languages[0] === code}
                onChange={() => toggleLanguage(code)}
              />
              <span>{languageName(code)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {configure.error !== null && <InlineError error={configure.error} />}
    </Dialog>
  );
}

interface EngineChoice {
  readonly choice: OcrEngineChoice;
  readonly label: string;
  readonly note: string;
  readonly disabled: boolean;
}

function engineChoices({ engines, engine }: OcrStatus): readonly EngineChoice[] {
  const system = engines.find(({ name }) => name === "system");
  const builtIn = engines.find(({ name }) => name === "built-in");
  return [
    {
      choice: "automatic",
      label: "Choose by itself",
      note: `Takes the engine of this system where it knows the languages. Now: ${engine === "system" ? (system?.version ?? "") : "built-in"}.`,
      disabled: false,
    },
    { choice: "built-in", label: "Built-in", note: builtIn?.version ?? "", disabled: false },
    {
      choice: "system",
      label: "Tesseract of this system",
      note: system?.version ?? "Not installed on this machine.",
      disabled: system === undefined,
    },
  ];
}
