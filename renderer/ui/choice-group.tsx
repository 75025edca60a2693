import { useId } from "react";
import styles from "./choice-group.module.css";

export interface ChoiceGroupProps<Choice extends string> {
  readonly label: string;
  readonly choices: readonly { readonly id: Choice; readonly label: string; readonly lang?: string }[];
  readonly value: Choice;
  readonly onChange: (choice: Choice) => void;
}

/** One of a few, all in sight side by side; arrows move the choice. */
export function ChoiceGroup<Choice extends string>({ label, choices, value, onChange }: ChoiceGroupProps<Choice>) {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <label key={choice.id} className={styles.choice} lang={choice.lang}>
            <input
              type="radio"
              name={name}
              className={styles.input}
              checked={choice.id === value}
              onChange={() => onChange(choice.id)}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
