import {
  autoUpdate,
  FloatingFocusManager,
  FloatingPortal,
  flip,
  offset,
  type Placement,
  shift,
  useClick,
  useDismiss,
  useFloating,
  useInteractions,
  useListNavigation,
  useRole,
  useTypeahead,
} from "@floating-ui/react";
import { Check } from "lucide-react";
import { type MouseEvent, type ReactElement, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { classes } from "./classes.ts";
import { floatingRoot } from "./floating-root.ts";
import { Kbd } from "./kbd.tsx";
import styles from "./menu.module.css";

/** One line of a menu. */
export interface MenuItem {
  /** Unique in the menu. */
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly shortcut?: string;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  /** Draws a line above it. */
  readonly separated?: boolean;
  /** For a choice among items: marks the current one. */
  readonly checked?: boolean;
  readonly onSelect: () => void;
}

export interface MenuProps {
  readonly items: readonly MenuItem[];
  /** Draws the button that opens the menu; spread `props` on a real button (Button and IconButton both take them). */
  readonly trigger: (props: Readonly<Record<string, unknown>>, open: boolean) => ReactElement;
  readonly placement?: Placement;
}

/** A menu that opens from a button: arrows, Home and End, first letters, Enter, Escape. */
export function Menu({ items, trigger, placement = "bottom-start" }: MenuProps) {
  const [open, setOpen] = useState(false);
  const menu = useMenu({ items, open, setOpen, placement });
  return (
    <>
      {trigger({ ...menu.getReferenceProps(), ref: menu.refs.setReference }, open)}
      {menu.sheet}
    </>
  );
}

/** Where the mouse pressed, or the element whose menu was asked for by keyboard. */
export type MenuPlace = { readonly x: number; readonly y: number } | Element;

export interface ContextMenuProps {
  /** Null while it is closed. */
  readonly at: MenuPlace | null;
  readonly onClose: () => void;
  /** Its accessible name: what it is the menu of. */
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** The menu of a thing: by the right button, the menu key or Shift-F10 (all of them `contextmenu`, see `menuPlace`). */
export function ContextMenu({ at, onClose, label, items }: ContextMenuProps) {
  const setOpen = (open: boolean) => {
    if (!open) onClose();
  };
  const menu = useMenu({ items, open: at !== null, setOpen, placement: "bottom-start", label });
  const { setPositionReference } = menu.refs;
  useLayoutEffect(() => {
    if (at === null) return;
    setPositionReference(at instanceof Element ? at : { getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) });
  }, [at, setPositionReference]);
  return menu.sheet;
}

/** Where the menu of a `contextmenu` event opens; from the keyboard beside the element, whose place the event tells badly. */
export function menuPlace(event: MouseEvent): MenuPlace {
  const isMouse = event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType !== "";
  return isMouse && event.button === 2 ? { x: event.clientX, y: event.clientY } : event.currentTarget;
}

interface MenuSetup {
  readonly items: readonly MenuItem[];
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  readonly placement: Placement;
  /** Where no button names it. */
  readonly label?: string;
}

function useMenu({ items, open, setOpen, placement, label }: MenuSetup) {
  const [active, setActive] = useState<number | null>(null);
  const elements = useRef<(HTMLElement | null)[]>([]);
  const labels = useRef<(string | null)[]>([]);
  labels.current = items.map((item) => item.label);
  const { refs, floatingStyles, context } = useFloating({
    open,
    onOpenChange: setOpen,
    placement,
    strategy: "fixed",
    whileElementsMounted: autoUpdate,
    middleware: [offset(4), flip({ padding: 8 }), shift({ padding: 8 })],
  });
  const { getReferenceProps, getFloatingProps, getItemProps } = useInteractions([
    useClick(context),
    useDismiss(context),
    useRole(context, { role: "menu" }),
    useListNavigation(context, { listRef: elements, activeIndex: active, onNavigate: setActive, loop: true }),
    useTypeahead(context, { listRef: labels, activeIndex: active, ...(open ? { onMatch: setActive } : {}) }),
  ]);
  const choose = (item: MenuItem) => {
    // Before the item acts: a dialog that it opens gives the keyboard back to what had it, and the item is gone by then.
    if (refs.domReference.current instanceof HTMLElement) refs.domReference.current.focus();
    setOpen(false);
    item.onSelect();
  };
  const names = label === undefined ? {} : { "aria-label": label, "aria-labelledby": undefined };
  const sheet = open && (
    <FloatingPortal preserveTabOrder={false} root={floatingRoot(refs.domReference.current)}>
      <FloatingFocusManager context={context} modal={false} guards={false} initialFocus={0}>
        <div ref={refs.setFloating} className={styles.menu} style={floatingStyles} {...getFloatingProps()} {...names}>
          {items.map((item, index) => (
            <MenuLine
              key={item.id}
              item={item}
              props={{
                ...getItemProps({ onClick: () => choose(item) }),
                tabIndex: active === index ? 0 : -1,
                ref: (element: HTMLElement | null) => {
                  elements.current[index] = element;
                },
              }}
            />
          ))}
        </div>
      </FloatingFocusManager>
    </FloatingPortal>
  );
  return { refs, getReferenceProps, sheet };
}

function MenuLine({ item, props }: { readonly item: MenuItem; readonly props: Readonly<Record<string, unknown>> }) {
  const look = classes(styles.item, item.danger === true && styles.danger, item.separated === true && styles.separated);
  const role =
    item.checked === undefined ? { role: "menuitem" } : { role: "menuitemradio", "aria-checked": item.checked };
  return (
    <button type="button" {...role} disabled={item.disabled} className={look} {...props}>
      <span className={styles.icon} aria-hidden>
        {item.checked === true ? <Check /> : item.icon}
      </span>
      <span className={styles.label}>{item.label}</span>
      {item.shortcut !== undefined && <Kbd keys={item.shortcut} />}
    </button>
  );
}
