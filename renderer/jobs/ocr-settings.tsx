import type { OcrEngineChoice, OcrStatus } from "#shared/model/ocr.ts";
import { useCallMutation } from "../client/use-query-call.ts";
import { languageName, sortLanguages } from "../library/labels.ts";
import { say } from "../messages/say.ts";
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
  const known = sortLanguages(new Set(status.engines.flatMap((engine) => engine.languages)));
  const toggleLanguage = (code: string) => {
    const others = status.languages.filter((language) => language !== code);
    const languages = others.length < status.languages.length ? others : [...status.languages, code];
    if (languages.length > 0) configure.mutate({ languages });
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={say("jobs.ocrSettings")}
      size="medium"
      footer={
        <Button variant="primary" onClick={onClose}>
          {say("jobs.done")}
        </Button>
      }
    >
      <fieldset className={styles.group}>
        <legend>{say("jobs.engine")}</legend>
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
        <legend>{say("jobs.caseLanguages")}</legend>
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
      label: say("jobs.engineAutomatic"),
      note:
        engine === "system"
          ? say("jobs.engineAutomaticNote", { engine: system?.version ?? "" })
          : say("jobs.engineAutomaticBuiltIn"),
      disabled: false,
    },
    { choice: "built-in", label: say("jobs.engineBuiltIn"), note: builtIn?.version ?? "", disabled: false },
    {
      choice: "system",
      label: say("jobs.engineSystem"),
      note: system?.version ?? say("jobs.engineMissing"),
      disabled: system === undefined,
    },
  ];
}
