import { classes } from "./classes.ts";
import styles from "./path-text.module.css";

/** A path on one line: the folders are cut short before the name is, because the name tells files apart. */
export function PathText({ path, className }: { readonly path: string; readonly className?: string }) {
  const cut = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
  return (
    <span className={classes(styles.path, className)} title={path}>
      {cut > 0 && <span className={styles.folder}>{path.slice(0, cut)}</span>}
      <span className={styles.name}>{cut > 0 ? path.slice(cut) : path}</span>
    </span>
  );
}
