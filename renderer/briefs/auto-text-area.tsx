import { type ComponentPropsWithRef, useLayoutEffect, useRef } from "react";
import { classes } from "../ui/classes.ts";
import styles from "./brief-editor.module.css";

interface AutoTextAreaProps extends Omit<ComponentPropsWithRef<"textarea">, "ref" | "rows"> {
  readonly label: string;
  /** A heading: Enter does not break the line. */
  readonly singleLine?: boolean;
}

/** Text that is edited where it stands: no box, as high as its lines. */
export function AutoTextArea({ label, singleLine = false, className, onKeyDown, ...rest }: AutoTextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null || CSS.supports("field-sizing", "content")) return;
    element.style.height = "0";
    element.style.height = `${element.scrollHeight}px`;
  }, [rest.value]);
  return (
    <textarea
      {...rest}
      ref={area}
      rows={1}
      aria-label={label}
      className={classes(styles.area, className)}
      onKeyDown={(event) => {
        if (singleLine && event.key === "Enter" && !event.nativeEvent.isComposing) {
          event.preventDefault();
          event.currentTarget.blur();
        }
        onKeyDown?.(event);
      }}
    />
  );
}
