import { NO_TRANSFER } from "../client/transfer-monitor.ts";
import { useClient } from "../client/use-client.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import styles from "./activity.module.css";
import { useTransfers } from "./use-transfers.ts";

/** Files that the browser could not hand over. No account can list them, so they stand here until they are read. */
export function RefusedFiles() {
  const { transfers } = useClient();
  const { refused } = useTransfers();
  if (refused.length === 0) return null;
  return (
    <section className={styles.refused} role="alert">
      <div className={styles.refusedHead}>
        <h2>{say("jobs.refusedFiles", { count: refused.length })}</h2>
        <Button size="small" onClick={() => transfers.set(NO_TRANSFER)}>
          {say("jobs.haveRead")}
        </Button>
      </div>
      <ul className={styles.refusedList}>
        {refused.map(({ path, message }) => (
          <li key={path}>
            <b>{path}</b> {message}
          </li>
        ))}
      </ul>
    </section>
  );
}
