import { BookOpenCheck, FolderOpen, FolderPlus } from "lucide-react";
import { useEffect, useState } from "react";
import { useClient } from "../client/use-client.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { type GiveDropped, readDrop } from "../jobs/held-drop.ts";
import { say } from "../messages/say.ts";
import { AppearanceMenu } from "../ui/appearance-menu.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorState, InlineError } from "../ui/error-state.tsx";
import { FileDrop } from "../ui/file-drop.tsx";
import icon from "../ui/icon.svg";

import { NewCaseDialog } from "./new-case-dialog.tsx";
import { OpenCaseDialog } from "./open-case-dialog.tsx";
import { RecentCases } from "./recent-cases.tsx";
import { useOpenCase } from "./use-open-case.ts";
import styles from "./welcome.module.css";

/** Before a case is open: go on with one, begin one, or look at the sample. */
export function WelcomeView() {
  const recent = useCallQuery("case.recent", {});
  const opening = useOpenCase();
  const client = useClient();
  const [dialog, setDialog] = useState<"new" | "open" | null>(null);
  const [dropped, setDropped] = useState<GiveDropped | null>(null);
  useEffect(() => {
    document.title = "Probative";
  }, []);

  const suggested = recent.data?.suggestedDirectory ?? "";
  const cases = recent.data?.cases ?? [];
  const isFirstRun = recent.data !== undefined && cases.length === 0;
  const askForCase = async () => {
    const directory = await opening.chooseFolder("open");
    if (directory === "unavailable") setDialog("open");
    else if (directory !== null) opening.open(directory);
  };

  return (
    <FileDrop
      title={say("welcome.dropForCase")}
      explained={say("welcome.dropForCaseMore")}
      onDrop={(data) => {
        // At once: a browser empties what was dropped when the event has ended.
        const give = readDrop(client, data);
        setDropped(() => give);
        setDialog("new");
      }}
    >
      <main className={styles.welcome}>
        <div className={styles.appearance}>
          <AppearanceMenu look="words" />
        </div>
        <div className={styles.sheet}>
          <header className={styles.head}>
            <img src={icon} alt="" className={styles.icon} />
            <h1 className={styles.name}>{say("welcome.name")}</h1>
            <p className={styles.claim}>{say("welcome.claim")}</p>
          </header>

          {recent.error !== null && <ErrorState compact error={recent.error} onRetry={() => void recent.refetch()} />}
          {isFirstRun && <SampleCard prominent busy={opening.isOpeningSample} onOpen={opening.openSample} />}

          <div className={styles.actions}>
            <Button size="large" icon={<FolderPlus aria-hidden />} onClick={() => setDialog("new")}>
              {say("welcome.newCaseButton")}
            </Button>
            <Button size="large" icon={<FolderOpen aria-hidden />} onClick={() => void askForCase()}>
              {say("welcome.openCaseButton")}
            </Button>
          </div>

          {opening.error !== null && dialog === null && <InlineError error={opening.error} />}
          {cases.length > 0 && (
            <RecentCases cases={cases} openingDirectory={opening.openingDirectory} onOpen={opening.open} />
          )}
          {cases.length > 0 && <SampleCard busy={opening.isOpeningSample} onOpen={opening.openSample} />}
        </div>
        <footer className={styles.foot}>
          <i className={styles.dot} aria-hidden />
          {say("welcome.offline")}
        </footer>

        <NewCaseDialog
          open={dialog === "new"}
          onClose={() => {
            setDialog(null);
            setDropped(null);
          }}
          dropped={dropped}
          suggestedDirectory={suggested}
          chooseFolder={opening.chooseFolder}
        />
        <OpenCaseDialog
          open={dialog === "open"}
          onClose={() => setDialog(null)}
          suggestedDirectory={suggested}
          error={opening.error}
          busy={opening.openingDirectory !== null}
          onOpen={opening.open}
        />
      </main>
    </FileDrop>
  );
}

interface SampleCardProps {
  readonly prominent?: boolean;
  readonly busy: boolean;
  readonly onOpen: () => void;
}

/** The sample: what it is, and that it is invented. */
function SampleCard({ prominent = false, busy, onOpen }: SampleCardProps) {
  return (
    <section className={prominent ? styles.sampleFirst : styles.sample} aria-label={say("welcome.sample")}>
      <div className={styles.sampleText}>
        <h2>{prominent ? say("welcome.beginWithSample") : say("welcome.sample")}</h2>
        <p>{say("welcome.sampleExplained")}</p>
      </div>
      <Button
        variant={prominent ? "primary" : "plain"}
        size={prominent ? "large" : "medium"}
        icon={<BookOpenCheck aria-hidden />}
        busy={busy}
        onClick={onOpen}
      >
        {busy ? say("welcome.writingSample") : say("welcome.openSample")}
      </Button>
    </section>
  );
}
