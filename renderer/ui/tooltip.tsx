import {
  autoUpdate,
  FloatingPortal,
  flip,
  offset,
  type Placement,
  shift,
  useDismiss,
  useFloating,
  useFocus,
  useHover,
  useInteractions,
  useMergeRefs,
  useRole,
} from "@floating-ui/react";
import { cloneElement, isValidElement, type ReactElement, type Ref, useState } from "react";
import { floatingRoot } from "./floating-root.ts";
import { Kbd } from "./kbd.tsx";
import styles from "./tooltip.module.css";

export interface TooltipProps {
  readonly content: string;
  /** Keys that do the same, e.g. `Ctrl+Z`. */
  readonly shortcut?: string;
  readonly placement?: Placement;
  /** One element that takes a ref and the usual handlers. */
  readonly children: ReactElement<Record<string, unknown> & { readonly ref?: Ref<Element> }>;
}

/** Says more about a control when it is pointed at or focused. It never holds what cannot be learnt elsewhere. */
export function Tooltip({ content, shortcut, placement = "bottom", children }: TooltipProps) {
  const [open, setOpen] = useState(false);
  const { refs, floatingStyles, context } = useFloating({
    open,
    onOpenChange: setOpen,
    placement,
    strategy: "fixed",
    whileElementsMounted: autoUpdate,
    middleware: [offset(6), flip(), shift({ padding: 6 })],
  });
  const { getReferenceProps, getFloatingProps } = useInteractions([
    useHover(context, { move: false, delay: { open: 500, close: 0 } }),
    useFocus(context),
    useDismiss(context),
    useRole(context, { role: "tooltip" }),
  ]);
  const ref = useMergeRefs([refs.setReference, isValidElement(children) ? children.props.ref : undefined]);
  return (
    <>
      {cloneElement(children, { ...getReferenceProps(children.props), ref })}
      {open && (
        <FloatingPortal root={floatingRoot(refs.domReference.current)}>
          <div ref={refs.setFloating} className={styles.tooltip} style={floatingStyles} {...getFloatingProps()}>
            {content}
            {shortcut !== undefined && <Kbd keys={shortcut} />}
          </div>
        </FloatingPortal>
      )}
    </>
  );
}
