import {
  autoUpdate,
  FloatingFocusManager,
  FloatingPortal,
  flip,
  offset,
  type Placement,
  shift,
  size,
  useDismiss,
  useFloating,
  useInteractions,
  useRole,
  type VirtualElement,
} from "@floating-ui/react";
import { type ReactNode, useEffect } from "react";
import { classes } from "./classes.ts";
import { floatingRoot } from "./floating-root.ts";
import styles from "./popover.module.css";

export interface PopoverProps {
  readonly open: boolean;
  /** Called by Escape, a press elsewhere, or focus that leaves it. */
  readonly onClose: () => void;
  /** What it stands beside: an element, or a virtual one such as a text selection (`getBoundingClientRect`). */
  readonly anchor: Element | VirtualElement | null;
  /** Its accessible name. */
  readonly label: string;
  readonly children: ReactNode;
  readonly placement?: Placement;
  /** `contents` moves the focus to its first control, `none` leaves it where it is (a field that suggests). */
  readonly focus?: "contents" | "none";
  readonly className?: string;
}

/** A floating panel beside something. Not modal: the page stays usable, and the focus returns when it closes. */
export function Popover({
  open,
  onClose,
  anchor,
  label,
  children,
  placement = "bottom-start",
  focus = "contents",
  className,
}: PopoverProps) {
  const { refs, floatingStyles, context } = useFloating({
    open,
    onOpenChange: (next) => {
      if (!next) onClose();
    },
    placement,
    strategy: "fixed",
    whileElementsMounted: autoUpdate,
    middleware: [offset(4), flip({ padding: 8 }), shift({ padding: 8 }), limitHeight],
  });
  useEffect(() => {
    refs.setPositionReference(anchor);
    // Without this a press on the opener would count as a press elsewhere: close, and open again at once.
    if (anchor instanceof Element) refs.setReference(anchor);
  }, [anchor, refs]);
  const { getFloatingProps } = useInteractions([
    useDismiss(context, { outsidePressEvent: "pointerdown" }),
    useRole(context, { role: "dialog" }),
  ]);
  if (!open || anchor === null) return null;
  return (
    <FloatingPortal preserveTabOrder={false} root={floatingRoot(anchor)}>
      <FloatingFocusManager
        context={context}
        modal={false}
        guards={false}
        initialFocus={focus === "none" ? -1 : 0}
        returnFocus={focus !== "none"}
      >
        <div
          ref={refs.setFloating}
          className={classes(styles.popover, className)}
          style={floatingStyles}
          {...getFloatingProps({ "aria-label": label })}
        >
          {children}
        </div>
      </FloatingFocusManager>
    </FloatingPortal>
  );
}

const limitHeight = size({
  padding: 8,
  apply({ availableHeight, elements }) {
    elements.floating.style.setProperty("--available-height", `${Math.max(120, availableHeight)}px`);
  },
});
