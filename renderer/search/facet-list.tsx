import { useState } from "react";
import type { SearchFacet } from "#shared/model/search.ts";
import { say } from "../messages/say.ts";
import { formatNumber } from "../ui/format.ts";
import { PanelSection } from "../ui/panel-section.tsx";
import { FACET_LABELS, valueLabel } from "./facet-labels.ts";
import styles from "./search-side.module.css";

/** Values shown before "Show all". */
const FEW = 7;

interface FacetListProps {
  /** Null until they have been counted. */
  readonly facets: readonly SearchFacet[] | null;
  /** Filters that hold now, which may be ahead of the counts. */
  readonly filters: readonly string[];
  readonly onToggle: (filter: string) => void;
}

/** What the result can be narrowed by, with counts of documents. */
export function FacetList({ facets, filters, onToggle }: FacetListProps) {
  if (facets === null) return null;
  const filled = facets.filter((facet) => facet.values.length > 0);
  if (filled.length === 0) return <p className={styles.note}>{say("search.noFields")}</p>;
  return (
    <>
      {filled.map((facet) => (
        <Facet key={facet.field} facet={facet} filters={filters} onToggle={onToggle} />
      ))}
    </>
  );
}

interface FacetProps extends Omit<FacetListProps, "facets"> {
  readonly facet: SearchFacet;
}

function Facet({ facet, filters, onToggle }: FacetProps) {
  const [all, setAll] = useState(false);
  const { field, values, more } = facet;
  const holds = (filter: string) => filters.includes(filter);
  const shown = all ? values : values.filter((value, index) => index < FEW || holds(value.filter));
  const chosen = values.filter((value) => holds(value.filter)).length;
  return (
    <PanelSection
      name={`search-facet-${field}`}
      title={say(FACET_LABELS[field])}
      {...(chosen > 0 ? { aside: say("search.chosen", { count: chosen }) } : {})}
    >
      <ul>
        {shown.map((value) => (
          <li key={value.filter}>
            <label
              className={styles.value}
              title={valueLabel(field, value)}
              data-chosen={holds(value.filter) || undefined}
            >
              <input type="checkbox" checked={holds(value.filter)} onChange={() => onToggle(value.filter)} />
              <span className={styles.valueLabel}>{valueLabel(field, value)}</span>
              <span className={styles.count}>{formatNumber(value.documents)}</span>
            </label>
          </li>
        ))}
      </ul>
      {values.length > FEW && (
        <button type="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? say("search.showFewer") : say("search.showAllValues", { count: values.length })}
        </button>
      )}
      {(all || values.length <= FEW) && more > 0 && (
        <p className={styles.note}>{say("search.moreValues", { count: more })}</p>
      )}
    </PanelSection>
  );
}
