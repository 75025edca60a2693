import { RotateCcw, X } from "lucide-react";
import { useState } from "react";
import type { ExpandedForm, ExplainedLeaf, SearchExplanation, SearchOptions } from "#shared/model/search.ts";
import { formatCount, formatNumber } from "../ui/format.ts";
import { PanelSection } from "../ui/panel-section.tsx";
import { SynonymsButton } from "./kept/synonyms-button.tsx";
import { QueryTree } from "./query-tree.tsx";
import styles from "./search-side.module.css";

/** Forms shown of a word before "Show all". */
const FEW = 8;

/** Why a form is found, as people read it; what was typed needs no reason. */
const REASONS: Readonly<Record<ExpandedForm["reason"], string>> = {
  typed: "",
  accent: "accent",
  stem: "form",
  wildcard: "pattern",
  fuzzy: "similar",
  synonym: "synonym",
};

interface ExplanationPanelProps {
  readonly explanation: SearchExplanation;
  readonly options: SearchOptions;
  readonly onOptions: (options: SearchOptions) => void;
  /** Takes a form of a word out of the search, or puts it back. */
  readonly onToggleForm: (source: string, form: string) => void;
}

/** How the search was read: in words, word by word with every form, and as a tree. */
export function ExplanationPanel({ explanation, options, onOptions, onToggleForm }: ExplanationPanelProps) {
  const { words, leaves, synonyms, tree } = explanation;
  return (
    <>
      <div className={styles.sentence}>
        <p>{words}</p>
        <Switch
          label="Also other forms of words"
          hint="English, Spanish and French; =word asks for one form only"
          checked={options.stemming}
          onChange={(stemming) => onOptions({ ...options, stemming })}
        />
        <Switch
          label="Also synonyms of the case"
          checked={options.synonyms}
          onChange={(on) => onOptions({ ...options, synonyms: on })}
        />
        <Switch
          label="Leave out doubtful OCR"
          hint="Hits in words that OCR was not sure of"
          checked={options.confident}
          onChange={(confident) => onOptions({ ...options, confident })}
        />
        <div>
          <SynonymsButton />
        </div>
      </div>
      <PanelSection name="search-words" title="Words, and what they find">
        <ul>
          {leaves.map((leaf) => (
            <Leaf
              key={`${leaf.at.start} ${leaf.source}`}
              leaf={leaf}
              onToggle={(form) => onToggleForm(leaf.source, form)}
            />
          ))}
        </ul>
      </PanelSection>
      {synonyms.length > 0 && (
        <PanelSection name="search-synonyms" title="Synonyms applied">
          <ul>
            {synonyms.map(({ source, others }) => (
              <li key={source} className={styles.synonym}>
                <b>{source}</b> also finds {others.map((other) => `“${other}”`).join(", ")}
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
      <PanelSection name="search-tree" title="As a tree">
        <QueryTree tree={tree} leaves={leaves} />
      </PanelSection>
    </>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Switch({ label, hint, checked, onChange }: SwitchProps) {
  return (
    <label className={styles.switch} title={hint}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

function Leaf({ leaf, onToggle }: { readonly leaf: ExplainedLeaf; readonly onToggle: (form: string) => void }) {
  const [all, setAll] = useState(false);
  const { source, forms, moreForms } = leaf;
  const shown = all ? forms : forms.filter((form, index) => index < FEW || form.excluded);
  return (
    <li className={styles.leaf}>
      <p className={styles.leafHead} title={leaf.words}>
        <span className={styles.source}>{source}</span>
        <span className={styles.count}>{countOf(leaf)}</span>
      </p>
      {forms.length === 0 ? (
        <p className={styles.meaning}>{leaf.words}</p>
      ) : (
        <ul>
          {shown.map((form) => (
            <Form
              key={`${form.form} ${form.reason}`}
              form={form}
              source={source}
              onToggle={() => onToggle(form.form)}
            />
          ))}
        </ul>
      )}
      {forms.length > FEW && (
        <button type="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? "Show fewer" : `Show all ${formatNumber(forms.length)} forms`}
        </button>
      )}
      {(all || forms.length <= FEW) && moreForms > 0 && (
        <p className={styles.note}>and {formatCount(moreForms, "more form")} with fewer hits</p>
      )}
    </li>
  );
}

function countOf({ hits, documents, forms }: ExplainedLeaf): string {
  if (hits !== null && hits > 0) return formatCount(hits, "hit");
  if (documents !== null) return formatCount(documents, "document");
  return forms.length > 1 ? formatCount(forms.length, "form") : "";
}

interface FormProps {
  readonly form: ExpandedForm;
  readonly source: string;
  readonly onToggle: () => void;
}

function Form({ form, source, onToggle }: FormProps) {
  const reason = REASONS[form.reason];
  return (
    <li className={styles.form} data-excluded={form.excluded || undefined}>
      {form.excluded ? <s className={styles.word}>{form.form}</s> : <span className={styles.word}>{form.form}</span>}
      {reason !== "" && <span className={styles.reason}>{reason}</span>}
      <span className={styles.count} title={formatCount(form.documents, "document")}>
        {formatNumber(form.hits)}
      </span>
      <button
        type="button"
        className={styles.take}
        title={form.excluded ? "Put it back" : "Leave it out"}
        aria-label={form.excluded ? `Find ${form.form} again for ${source}` : `Do not find ${form.form} for ${source}`}
        onClick={onToggle}
      >
        {form.excluded ? <RotateCcw aria-hidden /> : <X aria-hidden />}
      </button>
    </li>
  );
}
