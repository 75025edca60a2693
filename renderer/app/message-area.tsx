import { CircleAlert, X } from "lucide-react";
import { useEffect, useEffectEvent } from "react";
import { say } from "../messages/say.ts";
import { classes } from "../ui/classes.ts";
import { IconButton } from "../ui/icon-button.tsx";
import styles from "./message-area.module.css";

/** Something said once. `number` tells two equal messages apart. */
export interface Message {
  readonly text: string;
  readonly tone: "plain" | "bad";
  readonly number: number;
}

const SHOWN_MS = { plain: 5000, bad: 15000 } as const;

interface MessageAreaProps {
  readonly message: Message | null;
  readonly onDismiss: () => void;
}

/** The quiet place above the status bar where the window says what it did. Screen readers hear it without moving. */
export function MessageArea({ message, onDismiss }: MessageAreaProps) {
  const dismiss = useEffectEvent(onDismiss);
  useEffect(() => {
    if (message === null) return;
    const timer = setTimeout(() => dismiss(), SHOWN_MS[message.tone]);
    return () => clearTimeout(timer);
  }, [message]);
  return (
    <div className={styles.area}>
      <div role="status" aria-live="polite">
        {message !== null && (
          <div key={message.number} className={classes(styles.message, message.tone === "bad" && styles.bad)}>
            {message.tone === "bad" && <CircleAlert aria-hidden />}
            <span className={styles.text}>{message.text}</span>
            <IconButton label={say("app.dismiss")} icon={<X aria-hidden />} size="small" onClick={onDismiss} />
          </div>
        )}
      </div>
    </div>
  );
}
