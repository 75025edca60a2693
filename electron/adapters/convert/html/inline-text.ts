import type { Span } from "../rendition.ts";

/** What a span has besides its text. The same object stands for the same look: spans that share it are joined. */
export type SpanLook = Omit<Span, "text">;

/** Text of one block while it is gathered. */
export interface InlineText {
  /** Adds text; white space is reduced to single spaces as browsers do. */
  add(text: string, look: SpanLook): void;
  /** Adds text as it stands. */
  addVerbatim(text: string, look: SpanLook): void;
  /** Begins a new line of the same block. */
  breakLine(look: SpanLook): void;
  /** Hands out what was gathered, without white space at its ends, and begins anew. Empty when there was only space. */
  take(): readonly Span[];
  /** As `take`, as plain text, with its white space; addresses of links stand behind their text. */
  takeVerbatim(): string;
}

/** White space of HTML; a no-break space is not among it. */
const WHITE_SPACE = /[ \t\n\f\r]+/gu;

/** Makes an empty one. */
export function createInlineText(): InlineText {
  let parts: { text: string; look: SpanLook }[] = [];
  let endsInSpace = true;

  const append = (text: string, look: SpanLook): void => {
    const latest = parts.at(-1);
    if (latest?.look === look) latest.text += text;
    else parts.push({ text, look });
  };
  const reset = (): typeof parts => {
    const taken = parts;
    parts = [];
    endsInSpace = true;
    return taken;
  };

  return {
    add(text, look) {
      const collapsed = text.replace(WHITE_SPACE, " ");
      const shown = endsInSpace && collapsed.startsWith(" ") ? collapsed.slice(1) : collapsed;
      if (shown === "") return;
      append(shown, look);
      endsInSpace = shown.endsWith(" ");
    },
    addVerbatim(text, look) {
      if (text === "") return;
      append(text, look);
      endsInSpace = /[ \t\n\f\r]$/u.test(text);
    },
    breakLine(look) {
      append("\n", look);
      endsInSpace = true;
    },
    take() {
      const taken = reset();
      while (taken.length > 0) {
        const latest = taken.at(-1);
        if (latest === undefined) break;
        latest.text = latest.text.replace(/[ \t\n\f\r]+$/u, "");
        if (latest.text !== "") break;
        taken.pop();
      }
      const [first] = taken;
      if (first !== undefined) first.text = first.text.replace(/^\n+/u, "");
      return taken.filter((part) => part.text !== "").map(({ text, look }) => ({ ...look, text }));
    },
    takeVerbatim: () =>
      reset()
        .map(({ text, look }) => (look.link === undefined || look.link === text ? text : `${text} <${look.link}>`))
        .join(""),
  };
}
