import { Link2, X } from "lucide-react";
import { useState } from "react";
import type { PassageListItem } from "#shared/model/passage.ts";
import type { LinkedPassage } from "#shared/model/passage-browser.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { IconButton } from "../ui/icon-button.tsx";
import styles from "./passage-card.module.css";
import { oneLine } from "./passage-filter.ts";
import { linkWords } from "./relation-words.ts";
import { usePassageWork } from "./use-passage-work.ts";

/** Links shown before "show all". */
const FEW = 3;

interface PassageLinksProps {
  readonly passage: PassageListItem;
  readonly onOpen: (passage: PassageListItem) => void;
}

/** What other passages a passage has to do with; a press goes there. */
export function PassageLinks({ passage, onOpen }: PassageLinksProps) {
  const { data } = useCallQuery("passages.show", { passage: passage.passageId });
  const [all, setAll] = useState(false);
  const work = usePassageWork();
  if (data === undefined || data.links.length === 0) return null;
  const shown = all ? data.links : data.links.slice(0, FEW);
  return (
    <ul className={styles.links} aria-label={say("passages.links")}>
      {shown.map((link) => (
        <LinkLine
          key={link.linkId}
          link={link}
          onOpen={() => onOpen(link.other)}
          onRemove={() => void work.unlink(link.linkId)}
        />
      ))}
      {shown.length < data.links.length && (
        <li>
          <button type="button" className={styles.moreLinks} onClick={() => setAll(true)}>
            {say("passages.allLinks", { count: data.links.length })}
          </button>
        </li>
      )}
    </ul>
  );
}

interface LinkLineProps {
  readonly link: LinkedPassage;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

function LinkLine({ link, onOpen, onRemove }: LinkLineProps) {
  const { other } = link;
  return (
    <li className={styles.link} data-relation={link.relation}>
      <Link2 aria-hidden />
      <button type="button" className={styles.linkTo} onClick={onOpen}>
        <span className={styles.relation}>{linkWords(link)}</span>
        <span className={styles.linkQuote}>“{oneLine(other.quote)}”</span>
        <span className={styles.linkCitation}>{other.citation}</span>
      </button>
      <IconButton
        size="small"
        className={styles.unlink ?? ""}
        label={say("passages.removeLink", { citation: other.citation })}
        icon={<X aria-hidden />}
        onClick={onRemove}
      />
      {link.reason !== "" && <p className={styles.reason}>{link.reason}</p>}
    </li>
  );
}
