import { CircleAlert } from "lucide-react";
import { errorDefinition } from "#shared/errors/codes.ts";
import type { RemoteError } from "#shared/errors/wire.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { describeError } from "../ui/describe-error.ts";
import { problemPlace } from "./problem-place.ts";
import styles from "./search-states.module.css";

interface QueryProblemProps {
  readonly query: string;
  readonly error: RemoteError;
  readonly onHelp: () => void;
}

/** A search that cannot be read: a copy of it with the place underlined, and what to do. */
export function QueryProblem({ query, error, onHelp }: QueryProblemProps) {
  const { offset } = error.wire.details;
  const place = typeof offset === "number" ? problemPlace(query, offset) : null;
  return (
    <div className={styles.problem} role="status">
      <CircleAlert aria-hidden />
      <div className={styles.problemWords}>
        <h2 className={styles.problemTitle}>{whatIsWrong(error)}</h2>
        {place !== null && (
          <code className={styles.copy}>
            {place.before}
            <mark className={styles.wrong}>{place.at === "" ? "\u00a0" : place.at}</mark>
            {place.after}
          </code>
        )}
      </div>
      <Button size="small" variant="quiet" onClick={onHelp}>
        {say("search.howToSearch")}
      </Button>
    </div>
  );
}

/** The sentence about this search, without the general one before it: what is shown says that already. */
function whatIsWrong(error: RemoteError): string {
  return error.message.replace(errorDefinition(error.code).message, "").trim() || describeError(error).message;
}
