import { Pause, Play, ScanText, Settings2 } from "lucide-react";
import { useState } from "react";
import type { OcrStatus } from "#shared/model/ocr.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallMutation, useCallQuery } from "../client/use-query-call.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { Chip } from "../ui/chip.tsx";
import { describeError } from "../ui/describe-error.ts";
import { formatDuration } from "../ui/format.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { ProgressBar } from "../ui/progress-bar.tsx";
import styles from "./ocr-panel.module.css";
import { OcrSettings } from "./ocr-settings.tsx";

const STATE_CHIPS = {
  running: { tone: "accent", words: "jobs.ocrRunning" },
  paused: { tone: "warn", words: "jobs.ocrPaused" },
  idle: { tone: "plain", words: "jobs.ocrIdle" },
} as const satisfies Readonly<Record<OcrStatus["state"], { readonly tone: string; readonly words: MessageKey }>>;

/** OCR of the case: what waits, how fast it goes, pause and start, engine and languages. Absent while nothing needs it. */
export function OcrPanel() {
  const { data } = useCallQuery("ocr.status", {});
  const [showsSettings, setShowsSettings] = useState(false);
  if (data === undefined || data.waiting + data.done + data.failed + data.off === 0) return null;
  const chip = STATE_CHIPS[data.state];
  return (
    <section className={styles.panel} aria-label={say("jobs.ocr")}>
      <div className={styles.line}>
        <ScanText aria-hidden className={styles.icon} />
        <h2 className={styles.title}>{say("jobs.ocr")}</h2>
        <Chip tone={chip.tone}>{say(chip.words)}</Chip>
        <p className={styles.figures}>{ocrFigures(data)}</p>
        <span className={styles.actions}>
          <OcrActions status={data} />
          <IconButton
            label={say("jobs.ocrSettings")}
            icon={<Settings2 aria-hidden />}
            onClick={() => setShowsSettings(true)}
          />
        </span>
      </div>
      {data.state === "running" && (
        <ProgressBar label={say("jobs.ocr")} value={data.done / Math.max(1, data.done + data.waiting)} />
      )}
      <OcrSettings open={showsSettings} status={data} onClose={() => setShowsSettings(false)} />
    </section>
  );
}

/** What stands and what is left, in one line of words. */
export function ocrFigures(status: OcrStatus): string {
  const { waiting, done, failed, off, rate, engine } = status;
  const left = rate === null || rate === 0 || waiting === 0 ? null : formatDuration((waiting / rate) * 60_000);
  return [
    waiting > 0 ? say("jobs.pagesWait", { count: waiting }) : say("jobs.nothingWaits"),
    say("jobs.countedRecognised", { count: done }),
    failed > 0 ? say("jobs.countedFailed", { count: failed }) : null,
    off > 0 ? say("jobs.countedOff", { count: off }) : null,
    rate === null ? null : say("jobs.pagesPerMinute", { rate: Math.round(rate) }),
    left === null ? null : say("jobs.timeLeft", { time: left }),
    engine === "system" ? say("jobs.systemEngine") : say("jobs.builtInEngine"),
  ]
    .filter((part) => part !== null)
    .join(" · ");
}

function OcrActions({ status }: { readonly status: OcrStatus }) {
  const { announce } = useNavigation();
  const start = useCallMutation("ocr.start");
  const pause = useCallMutation("ocr.pause");
  const onError = (error: unknown) => {
    const { message, action } = describeError(error);
    announce(`${message} ${action}`, "bad");
  };
  if (status.state === "running") {
    return (
      <Button icon={<Pause aria-hidden />} busy={pause.isPending} onClick={() => pause.mutate({}, { onError })}>
        {say("jobs.pause")}
      </Button>
    );
  }
  const canStart = status.waiting + status.failed + status.off > 0;
  if (!canStart) return null;
  return (
    <Button
      variant="primary"
      icon={<Play aria-hidden />}
      busy={start.isPending}
      onClick={() => start.mutate({}, { onError })}
    >
      {status.state === "paused" && status.waiting > 0 ? say("jobs.goOn") : say("jobs.start")}
    </Button>
  );
}
