import { say } from "../messages/say.ts";
import icon from "../ui/icon.svg";
import styles from "./app.module.css";

/** A browser window that was not opened by the link that Probative printed. */
export function NoSession() {
  return (
    <main className={styles.centered}>
      <div className={styles.plain}>
        <img src={icon} alt="" />
        <h1>{say("app.noAccess")}</h1>
        <p>{say("app.noAccessLink")}</p>
        <p>{say("app.noAccessWhy")}</p>
      </div>
    </main>
  );
}
