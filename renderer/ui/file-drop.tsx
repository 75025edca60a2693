import { Upload } from "lucide-react";
import { type ReactNode, useEffect, useEffectEvent, useState } from "react";
import styles from "./file-drop.module.css";

export interface FileDropProps {
  /** What happens with what is dropped, and more about it. */
  readonly title: string;
  readonly explained: string;
  /** A browser empties `data` when the event has ended. */
  readonly onDrop: (data: DataTransfer) => void;
  readonly children: ReactNode;
}

/** Takes files and folders that are dropped anywhere on the window, and shows that it will. */
export function FileDrop({ title, explained, onDrop, children }: FileDropProps) {
  const [isOver, setIsOver] = useState(false);
  const drop = useEffectEvent(onDrop);

  useEffect(() => {
    // Every element that is crossed reports an entry and a leaving; only their balance tells that the window is left.
    let depth = 0;
    const stop = new AbortController();
    const { signal } = stop;
    const on = (name: "dragenter" | "dragover" | "dragleave" | "drop", handle: (event: DragEvent) => void) =>
      window.addEventListener(
        name,
        (event) => {
          if (event.dataTransfer?.types.includes("Files") === true) handle(event);
        },
        { signal },
      );
    on("dragenter", (event) => {
      event.preventDefault();
      depth += 1;
      setIsOver(true);
    });
    on("dragover", (event) => {
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = "copy";
    });
    on("dragleave", () => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setIsOver(false);
    });
    on("drop", (event) => {
      event.preventDefault();
      depth = 0;
      setIsOver(false);
      if (event.dataTransfer !== null) drop(event.dataTransfer);
    });
    return () => stop.abort();
  }, []);

  return (
    <>
      {children}
      {isOver && (
        <div className={styles.overlay}>
          <div className={styles.sheet}>
            <Upload aria-hidden />
            <p className={styles.title}>{title}</p>
            <p>{explained}</p>
          </div>
        </div>
      )}
    </>
  );
}
