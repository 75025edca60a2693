import { RotateCcw, X } from "lucide-react";
import { useState } from "react";
import type { ExpandedForm, ExplainedLeaf, SearchExplanation, SearchOptions } from "#shared/model/search.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say, sayRich } from "../messages/say.ts";
import { formatNumber } from "../ui/format.ts";
import { PanelSection } from "../ui/panel-section.tsx";
import { SynonymsButton } from "./kept/synonyms-button.tsx";
import { QueryTree } from "./query-tree.tsx";
import styles from "./search-side.module.css";

/** Forms shown of a word before "Show all". */
const FEW = 8;

/** Why a form is found, as people read it; what was typed needs no reason. */
const REASONS: Readonly<Record<ExpandedForm["reason"], MessageKey | null>> = {
  typed: null,
  accent: "search.reasonAccent",
  stem: "search.reasonForm",
  wildcard: "search.reasonPattern",
  fuzzy: "search.reasonSimilar",
  synonym: "search.reasonSynonym",
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
          label={say("search.otherForms")}
          hint={say("search.otherFormsHint")}
          checked={options.stemming}
          onChange={(stemming) => onOptions({ ...options, stemming })}
        />
        <Switch
          label={say("search.alsoSynonyms")}
          checked={options.synonyms}
          onChange={(on) => onOptions({ ...options, synonyms: on })}
        />
        <Switch
          label={say("search.leaveOutDoubtful")}
          hint={say("search.leaveOutDoubtfulHint")}
          checked={options.confident}
          onChange={(confident) => onOptions({ ...options, confident })}
        />
        <div>
          <SynonymsButton />
        </div>
      </div>
      <PanelSection name="search-words" title={say("search.wordsAndFinds")}>
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
        <PanelSection name="search-synonyms" title={say("search.synonymsApplied")}>
          <ul>
            {synonyms.map(({ source, others }) => (
              <li key={source} className={styles.synonym}>
                {sayRich("search.alsoFinds", {
                  source,
                  others: others.map((other) => `“${other}”`).join(", "),
                  b: (chunks) => <b>{chunks}</b>,
                })}
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
      <PanelSection name="search-tree" title={say("search.asTree")}>
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
          {all ? say("search.showFewer") : say("search.showAllForms", { count: forms.length })}
        </button>
      )}
      {(all || forms.length <= FEW) && moreForms > 0 && (
        <p className={styles.note}>{say("search.moreForms", { count: moreForms })}</p>
      )}
    </li>
  );
}

function countOf({ hits, documents, forms }: ExplainedLeaf): string {
  if (hits !== null && hits > 0) return say("search.hits", { count: hits });
  if (documents !== null) return say("search.documents", { count: documents });
  return forms.length > 1 ? say("search.forms", { count: forms.length }) : "";
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
      {reason !== null && <span className={styles.reason}>{say(reason)}</span>}
      <span className={styles.count} title={say("search.documents", { count: form.documents })}>
        {formatNumber(form.hits)}
      </span>
      <button
        type="button"
        className={styles.take}
        title={form.excluded ? say("search.putFormBack") : say("search.leaveFormOut")}
        aria-label={say(form.excluded ? "search.findFormAgain" : "search.doNotFindForm", { form: form.form, source })}
        onClick={onToggle}
      >
        {form.excluded ? <RotateCcw aria-hidden /> : <X aria-hidden />}
      </button>
    </li>
  );
}
