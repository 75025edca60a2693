/** What a key asks of the reader when no caret takes it. */
export type ReaderCommand =
  | { readonly kind: "zoom"; readonly to: "in" | "out" | "fit-width" | "fit-page" }
  | { readonly kind: "rotate"; readonly by: 90 | 270 }
  | { readonly kind: "scroll"; readonly down: number; readonly across: number; readonly unit: "line" | "view" }
  | { readonly kind: "page"; readonly to: "next" | "previous" | "first" | "last" }
  | { readonly kind: "hit"; readonly to: "next" | "previous" }
  | { readonly kind: "panel" }
  | { readonly kind: "page-field" }
  | { readonly kind: "text-view" };

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const WITH_CONTROL: Readonly<Record<string, ReaderCommand>> = {
  "+": { kind: "zoom", to: "in" },
  "=": { kind: "zoom", to: "in" },
  "-": { kind: "zoom", to: "out" },
  _: { kind: "zoom", to: "out" },
  "0": { kind: "zoom", to: "fit-width" },
  "9": { kind: "zoom", to: "fit-page" },
  Home: { kind: "page", to: "first" },
  End: { kind: "page", to: "last" },
};

const ALONE: Readonly<Record<string, ReaderCommand>> = {
  PageDown: { kind: "scroll", down: 0.9, across: 0, unit: "view" },
  PageUp: { kind: "scroll", down: -0.9, across: 0, unit: "view" },
  " ": { kind: "scroll", down: 0.9, across: 0, unit: "view" },
  ArrowDown: { kind: "scroll", down: 1, across: 0, unit: "line" },
  ArrowUp: { kind: "scroll", down: -1, across: 0, unit: "line" },
  ArrowRight: { kind: "page", to: "next" },
  ArrowLeft: { kind: "page", to: "previous" },
  Home: { kind: "page", to: "first" },
  End: { kind: "page", to: "last" },
};

/** Letters: they are left to others while text is selected, since a tag or a note may want them. */
const LETTERS: Readonly<Record<string, ReaderCommand>> = {
  j: { kind: "scroll", down: 1, across: 0, unit: "line" },
  k: { kind: "scroll", down: -1, across: 0, unit: "line" },
  n: { kind: "hit", to: "next" },
  p: { kind: "hit", to: "previous" },
  r: { kind: "rotate", by: 90 },
  o: { kind: "panel" },
  g: { kind: "page-field" },
  v: { kind: "text-view" },
};

const WITH_SHIFT: Readonly<Record<string, ReaderCommand>> = {
  " ": { kind: "scroll", down: -0.9, across: 0, unit: "view" },
  R: { kind: "rotate", by: 270 },
  r: { kind: "rotate", by: 270 },
};

/** Where the key was pressed. */
export interface KeyContext {
  /** Text is selected. */
  readonly selecting: boolean;
  /** The page is wider than the view: left and right then move across it. */
  readonly overflows: boolean;
}

/** The command of a key press, or null when the reader has none for it. */
export function commandOf(press: KeyPress, context: KeyContext): ReaderCommand | null {
  const { key } = press;
  if (press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return WITH_CONTROL[key] ?? null;
  if (press.shiftKey) {
    const command = WITH_SHIFT[key] ?? null;
    return context.selecting && /^[a-z]$/i.test(key) ? null : command;
  }
  if (context.overflows && (key === "ArrowLeft" || key === "ArrowRight")) {
    return { kind: "scroll", down: 0, across: key === "ArrowRight" ? 1 : -1, unit: "line" };
  }
  return ALONE[key] ?? (context.selecting ? null : (LETTERS[key] ?? null));
}
