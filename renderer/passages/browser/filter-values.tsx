import { type ReactNode, useState } from "react";
import { say } from "../../messages/say.ts";
import { formatNumber } from "../../ui/format.ts";
import { PanelSection } from "../../ui/panel-section.tsx";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./filter-panel.module.css";

/** Values shown before "show all". */
const FEW = 6;

interface ValuesProps {
  readonly name: string;
  readonly title: string;
  readonly values: readonly {
    readonly value: string;
    readonly label: string;
    readonly count: number;
    readonly chosen: boolean;
  }[];
  readonly onToggle: (value: string) => void;
}

/** A part of the filter: values of which any number can be chosen. */
export function Values({ name, title, values, onToggle }: ValuesProps) {
  const [all, setAll] = useState(false);
  const shown = all ? values : values.filter(({ chosen }, index) => index < FEW || chosen);
  return (
    <PanelSection name={name} title={title}>
      <ul>
        {shown.map(({ value, label, count, chosen }) => (
          <Value key={value} label={label} count={count} checked={chosen} onToggle={() => onToggle(value)} />
        ))}
      </ul>
      {values.length > FEW && (
        <button type="button" className={styles.more} onClick={() => setAll(!all)}>
          {all ? say("passages.showFewer") : say("passages.showAllValues", { count: values.length })}
        </button>
      )}
    </PanelSection>
  );
}

interface ValueProps {
  readonly label: string;
  readonly title?: string;
  readonly count?: number | undefined;
  readonly depth?: number;
  readonly swatch?: ReactNode;
  readonly checked: boolean;
  /** What has it is left out. */
  readonly excludes?: boolean;
  readonly onToggle: () => void;
}

/** One value to choose. */
export function Value({
  label,
  title = label,
  count,
  depth = 0,
  swatch,
  checked,
  excludes = false,
  onToggle,
}: ValueProps) {
  return (
    <li>
      <label
        className={styles.value}
        data-excludes={excludes || undefined}
        title={title}
        style={{ paddingLeft: 12 + depth * 14 }}
      >
        <input type="checkbox" checked={checked} onChange={onToggle} />
        {swatch}
        <span className={styles.label}>{label}</span>
        {count !== undefined && <span className={styles.count}>{formatNumber(count)}</span>}
      </label>
    </li>
  );
}

interface DatesProps {
  readonly from: string;
  readonly to: string;
  readonly onFrom: (day: string) => void;
  readonly onTo: (day: string) => void;
}

/** A first and a last day; either may be left open. */
export function Dates({ from, to, onFrom, onTo }: DatesProps) {
  return (
    <div className={styles.dates}>
      <TextField
        type="date"
        label={say("passages.dateFrom")}
        value={from}
        max={to}
        onChange={(event) => onFrom(event.target.value)}
      />
      <TextField
        type="date"
        label={say("passages.dateTo")}
        value={to}
        min={from}
        onChange={(event) => onTo(event.target.value)}
      />
    </div>
  );
}
