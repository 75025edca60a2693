import { ListChecks, PanelLeft, Play, Square } from "lucide-react";
import { useState } from "react";
import { type SearchOptions, searchOptionsSchema } from "#shared/model/search.ts";
import { useNow } from "../../jobs/use-now.ts";
import { say } from "../../messages/say.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { formatDateTime, formatDuration } from "../../ui/format.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { ProgressBar } from "../../ui/progress-bar.tsx";
import { useNarrow } from "../../ui/use-narrow.ts";
import kept from "./kept.module.css";
import { countSearches, TERM_LIST_MAX } from "./term-lines.ts";
import styles from "./term-list.module.css";
import { TermListEditor } from "./term-list-editor.tsx";
import { TermReportExport } from "./term-report-export.tsx";
import { TermReportTable } from "./term-report-table.tsx";
import { type MadeReport, useTermReport } from "./use-term-report.ts";

const AS_USUAL: SearchOptions = searchOptionsSchema.parse({});

/** Many searches at once, one a line: what each finds, what it alone finds, and which lines cannot be read. */
export function TermListView() {
  const [text, setText] = useState("");
  const [options, setOptions] = useState(AS_USUAL);
  const { made, runningSince, error, run, cancel } = useTermReport();
  const narrow = useNarrow();
  // In a narrow window the report needs the room of the list as soon as there is one.
  const [choice, setChoice] = useState<boolean | null>(null);
  const showsList = made === null || (choice ?? !narrow);
  const searches = countSearches(text);
  const isRunning = runningSince !== null;
  const differs = made !== null && (made.text !== text || made.options !== options);
  const start = () => {
    setChoice(null);
    run(text, options);
  };
  return (
    <section className={kept.view} aria-label={say("kept.termList")}>
      <header className={kept.head}>
        {made !== null && (
          <IconButton
            label={showsList ? say("kept.hideList") : say("kept.showList")}
            icon={<PanelLeft aria-hidden />}
            pressed={showsList}
            onClick={() => setChoice(!showsList)}
          />
        )}
        <h1 className={kept.title}>{say("kept.searches", { count: searches })}</h1>
        {made !== null && <Summary made={made} differs={differs} />}
        <span className={kept.spring} />
        {isRunning ? (
          <>
            <Elapsed since={runningSince} />
            <Button icon={<Square aria-hidden />} onClick={cancel}>
              {say("kept.stop")}
            </Button>
          </>
        ) : (
          <Button
            variant={made === null || differs ? "primary" : "plain"}
            icon={<Play aria-hidden />}
            disabled={searches === 0 || text.length > TERM_LIST_MAX}
            onClick={start}
          >
            {made === null ? say("kept.makeReport") : say("kept.makeAgain")}
          </Button>
        )}
        {made !== null && <TermReportExport made={made} disabled={isRunning} />}
      </header>
      {isRunning && <ProgressBar label={say("kept.makingList")} value={null} />}
      <div className={styles.body}>
        {showsList && (
          <TermListEditor
            text={text}
            options={options}
            wide={made === null}
            onText={setText}
            onOptions={setOptions}
            onRun={start}
          />
        )}
        {error !== null ? (
          <div className={styles.report}>
            <ErrorState title={say("kept.reportFailed")} error={error} onRetry={start} />
          </div>
        ) : (
          made !== null && (
            <div className={styles.report} data-stale={isRunning || undefined}>
              <TermReportTable made={made} />
            </div>
          )
        )}
      </div>
    </section>
  );
}

function Summary({ made, differs }: { readonly made: MadeReport; readonly differs: boolean }) {
  const { report } = made;
  const problems = report.lines.filter(({ problem }) => problem !== null).length;
  const words = [
    say("kept.foundOf", { found: report.documents, all: report.allDocuments }),
    report.withFamilies === report.documents ? null : say("kept.withFamiliesCount", { count: report.withFamilies }),
    problems === 0 ? null : say("kept.linesUnreadable", { count: problems }),
    differs ? say("kept.listChanged") : null,
  ].filter((part) => part !== null);
  return (
    <span className={styles.summary} title={say("kept.madeAt", { when: formatDateTime(report.madeAt) })} role="status">
      <ListChecks aria-hidden />
      {words.join(" · ")}
    </span>
  );
}

/** Counts the seconds: how long a thousand searches take is not known before. */
function Elapsed({ since }: { readonly since: number }) {
  const now = useNow(1000);
  return <span className={styles.quiet}>{formatDuration(now - since)}</span>;
}
