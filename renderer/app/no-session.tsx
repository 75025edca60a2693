import icon from "../ui/icon.svg";
import styles from "./app.module.css";

/** A browser window that was not opened by the link that Probative printed. */
export function NoSession() {
  return (
    <main className={styles.centered}>
      <div className={styles.plain}>
        <img src={icon} alt="" />
        <h1>This window has no access</h1>
        <p>
          Open the link that Probative printed in the terminal. Each link works once; press Enter there for a new one.
        </p>
        <p>The link keeps everything else on this machine, other web pages included, away from your case.</p>
      </div>
    </main>
  );
}
