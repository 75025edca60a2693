import { useState } from "react";
import { SEARCH_LANGUAGE } from "#shared/text/query/search-language.ts";
import type { LanguageEntry, LanguageSection } from "#shared/text/query/search-language-entry.ts";
import { SEARCH_LANGUAGE_SPANISH } from "#shared/text/query/search-language-spanish.ts";
import { useNavigation } from "../app/navigation.ts";
import { currentLanguage, type Language } from "../messages/language.ts";
import { say } from "../messages/say.ts";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/text-field.tsx";
import styles from "./language-dialog.module.css";
import { narrowLanguage } from "./language-filter.ts";

const SECTIONS: Readonly<Record<Language, readonly LanguageSection[]>> = {
  en: SEARCH_LANGUAGE,
  es: SEARCH_LANGUAGE_SPANISH,
};

interface LanguageDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** All that can be written in a search. An example that is pressed is searched for. */
export function LanguageDialog({ open, onClose }: LanguageDialogProps) {
  const { setQuery, show } = useNavigation();
  const [wanted, setWanted] = useState("");
  const sections = narrowLanguage(SECTIONS[currentLanguage()], wanted);
  const close = () => {
    setWanted("");
    onClose();
  };
  const onTry = (query: string) => {
    setQuery(query);
    show("search");
    close();
  };
  return (
    <Dialog open={open} onClose={close} title={say("search.howToSearch")} size="large">
      <div className={styles.frame}>
        <TextField
          label={say("search.findInHelp")}
          hideLabel
          type="search"
          placeholder={say("search.findInHelpSuch")}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the keyboard. */}
        <section className={styles.sections} aria-label={say("search.languageOfSearch")} tabIndex={0}>
          {sections.map((section) => (
            <Section key={section.title} section={section} onTry={onTry} />
          ))}
          {sections.length === 0 && (
            <p className={styles.nothing}>{say("search.helpSaysNothing", { wanted: wanted.trim() })}</p>
          )}
        </section>
      </div>
    </Dialog>
  );
}

interface SectionProps {
  readonly section: LanguageSection;
  readonly onTry: (query: string) => void;
}

function Section({ section, onTry }: SectionProps) {
  const { title, introduction, entries, unsupported } = section;
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      {introduction !== "" && <p className={styles.introduction}>{introduction}</p>}
      {entries.map((entry) => (
        <Entry key={entry.syntax} entry={entry} onTry={onTry} />
      ))}
      {unsupported.length > 0 && (
        <dl className={styles.unsupported}>
          {unsupported.map(({ written, instead }) => (
            <div key={written} className={styles.instead}>
              <dt>{written}</dt>
              <dd>{say("search.insteadOfUnsupported", { instead })}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function Entry({ entry, onTry }: { readonly entry: LanguageEntry; readonly onTry: (query: string) => void }) {
  return (
    <div className={styles.entry}>
      <code className={styles.syntax}>{entry.syntax}</code>
      <div className={styles.meaning}>
        <p>{entry.meaning}</p>
        {entry.note !== undefined && <p className={styles.note}>{entry.note}</p>}
        <ul className={styles.examples} aria-label={say("search.examplesOf", { syntax: entry.syntax })}>
          {entry.examples.map((example) => (
            <li key={example}>
              <button type="button" className={styles.example} onClick={() => onTry(example)}>
                {example}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
