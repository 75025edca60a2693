import type { ReactNode } from "react";
import styles from "./inspector.module.css";

/** One fact; what is not stated is left out, not shown as empty. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  if (children === null || children === undefined || children === false || children === "") return null;
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
