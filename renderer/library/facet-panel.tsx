import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { formatNumber } from "../ui/format.ts";
import { PanelHeading } from "../ui/panel-heading.tsx";
import { usePanelOpen } from "../ui/use-panel-open.ts";
import styles from "./facet-panel.module.css";
import {
  countChosen,
  type FacetChoice,
  type FacetName,
  type FacetValue,
  facetLabel,
  NO_CHOICE,
  toggleFacet,
} from "./facets.ts";

/** Values shown before "Show all". */
const FEW = 6;

interface FacetPanelProps {
  readonly facets: readonly { readonly name: FacetName; readonly values: readonly FacetValue[] }[];
  readonly choice: FacetChoice;
  readonly onChoice: (choice: FacetChoice) => void;
}

/** What can narrow the library, with counts that follow what is chosen elsewhere. */
export function FacetPanel({ facets, choice, onChoice }: FacetPanelProps) {
  return (
    <nav className={styles.panel} aria-label={say("library.narrowLibrary")}>
      <PanelHeading
        aside={
          countChosen(choice) > 0 && (
            <Button size="small" variant="quiet" onClick={() => onChoice(NO_CHOICE)}>
              {say("library.clearFacets")}
            </Button>
          )
        }
      >
        {say("library.narrow")}
      </PanelHeading>
      {facets.filter(narrows).map(({ name, values }) => (
        <Facet
          key={name}
          name={name}
          values={values}
          onToggle={(value) => onChoice(toggleFacet(choice, name, value))}
        />
      ))}
    </nav>
  );
}

/** False for a facet that tells nothing apart: no values, all files standing alone, or all of them in one folder. */
function narrows({ name, values }: { readonly name: FacetName; readonly values: readonly FacetValue[] }): boolean {
  const tellsByItself = (name !== "family" && name !== "folder") || values.some((value) => value.chosen);
  return values.length > (tellsByItself ? 0 : 1);
}

interface FacetProps {
  readonly name: FacetName;
  readonly values: readonly FacetValue[];
  readonly onToggle: (value: string) => void;
}

function Facet({ name, values, onToggle }: FacetProps) {
  const [open, setOpen] = usePanelOpen(`facet-${name}`, true);
  const [all, setAll] = useState(false);
  const shown = all ? values : values.filter((value, index) => index < FEW || value.chosen);
  return (
    <section className={styles.facet} aria-label={facetLabel(name)}>
      <button type="button" className={styles.head} aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronRight aria-hidden data-open={open} />
        <span className={styles.name}>{facetLabel(name)}</span>
        {values.some((value) => value.chosen) && <span className={styles.mark} title={say("library.narrowsLibrary")} />}
      </button>
      {open && (
        <ul className={styles.values}>
          {shown.map((value) => (
            <li key={value.value}>
              <label className={styles.value} title={name === "folder" ? value.value : value.label}>
                <input type="checkbox" checked={value.chosen} onChange={() => onToggle(value.value)} />
                <span className={styles.label}>{value.label}</span>
                <span className={styles.count}>{formatNumber(value.count)}</span>
              </label>
            </li>
          ))}
          {values.length > FEW && (
            <li>
              <button type="button" className={styles.more} onClick={() => setAll(!all)}>
                {all ? say("library.showFewer") : say("library.showAll", { count: values.length })}
              </button>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
