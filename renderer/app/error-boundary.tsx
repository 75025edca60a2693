import { Component, type ReactNode } from "react";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import styles from "./app.module.css";

interface State {
  readonly error: unknown;
}

/** Catches a defect in what it holds: the rest of the window goes on, and nothing made so far is lost. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div className={styles.centered} role="alert">
        <div className={styles.plain}>
          <h1>{say("app.viewStopped")}</h1>
          <p>{say("app.viewStoppedWhy")}</p>
          <pre className={styles.details}>{error instanceof Error ? error.message : String(error)}</pre>
          <div>
            <Button variant="primary" onClick={() => this.setState({ error: null })}>
              {say("app.showAgain")}
            </Button>
          </div>
        </div>
      </div>
    );
  }
}
