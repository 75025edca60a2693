import { Copy } from "lucide-react";
import { say } from "../messages/say.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, type MenuItem } from "../ui/menu.tsx";
import { CITE_STYLES, STYLE_NAMES } from "./cite-styles.ts";
import type { Copying, Quotable } from "./use-copying.ts";

interface CopyMenuProps {
  readonly of: Quotable;
  readonly copying: Copying;
}

/** Copies text as it stands, as a quotation, or with its citation; chooses how citations are written. */
export function CopyMenu({ of, copying }: CopyMenuProps) {
  const hasText = of.quote !== "";
  const items: readonly MenuItem[] = [
    {
      id: "cited",
      label: say(hasText ? "tagging.copyCited" : "tagging.copyCitation"),
      shortcut: "Ctrl+Shift+C",
      onSelect: () => copying.copyCited(of),
    },
    ...(hasText
      ? [
          { id: "quote", label: say("tagging.copyQuote"), shortcut: "Alt+C", onSelect: () => copying.copyQuote(of) },
          { id: "text", label: say("tagging.copyText"), shortcut: "Ctrl+C", onSelect: () => copying.copyText(of) },
        ]
      : []),
    ...CITE_STYLES.map((style, at) => ({
      id: style,
      label: say(STYLE_NAMES[style]),
      checked: style === copying.style,
      ...(at === 0 ? { separated: true } : {}),
      onSelect: () => copying.setStyle(style),
    })),
  ];
  return (
    <Menu
      items={items}
      placement="top-start"
      trigger={(trigger) => (
        <IconButton {...trigger} size="small" label={say("tagging.copyMenu")} icon={<Copy aria-hidden />} />
      )}
    />
  );
}
