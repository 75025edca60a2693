import { Hash } from "lucide-react";
import type { LabelScheme } from "#shared/model/reading.ts";
import { say } from "../messages/say.ts";
import { Menu, type MenuItem } from "../ui/menu.tsx";
import { type NamedPage, namesOfPage, SCHEME_NAMES } from "./page-names.ts";
import styles from "./reader-toolbar.module.css";

export interface PageNamesMenuProps {
  readonly info: NamedPage;
  readonly scheme: LabelScheme | null;
  readonly ecf: string | null;
  readonly onScheme: (scheme: LabelScheme | null) => void;
}

/** The other names of the page in sight: a chip with the first of them, and a menu of all that makes one the first. */
export function PageNamesMenu({ info, scheme, ecf, onScheme }: PageNamesMenuProps) {
  const names = namesOfPage(info, ecf);
  const shownScheme = scheme ?? (info.label === null || info.label === "" ? "file" : "printed");
  const others = names.filter((name) => name.scheme !== shownScheme && name.scheme !== "file");
  const [first, ...rest] = others;
  const items: readonly MenuItem[] = [
    ...names.map((name) => ({
      id: name.scheme,
      label: say("reader.nameInScheme", { scheme: say(SCHEME_NAMES[name.scheme]), name: name.name }),
      checked: scheme === name.scheme,
      onSelect: () => onScheme(name.scheme),
    })),
    {
      id: "chosen",
      label: say("reader.schemeChosen"),
      checked: scheme === null,
      separated: true,
      onSelect: () => onScheme(null),
    },
  ];
  return (
    <Menu
      trigger={(props) => (
        <button
          {...props}
          type="button"
          className={styles.names}
          aria-label={first === undefined ? say("reader.namesOfPage") : undefined}
          title={say("reader.namesOfPage")}
        >
          {first === undefined ? (
            <Hash aria-hidden className={styles.noName} />
          ) : (
            <span className={styles.otherName}>{first.name}</span>
          )}
          {rest.length > 0 && (
            <span className={styles.moreNames}>{say("reader.moreNames", { count: rest.length })}</span>
          )}
        </button>
      )}
      items={items}
    />
  );
}
