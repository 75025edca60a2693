import { createElement, Fragment, type ReactNode, useMemo, useState } from "react";
import { AddressDialog } from "../reader/address-dialog.tsx";
import { type NotePart, readNote } from "./note-blocks.ts";
import styles from "./note-text.module.css";

/** Inside of a card nothing is a heading of the screen. */
const HEADING = /^h[1-6]$/u;

/** A note as its Markdown means it. Addresses in it are shown first, and opened only when the person says so. */
export function NoteText({ note }: { readonly note: string }) {
  const parts = useMemo(() => readNote(note), [note]);
  const [address, setAddress] = useState<string | null>(null);
  return (
    <div className={styles.note}>
      {drawParts(parts, setAddress)}
      {address !== null && <AddressDialog address={address} onClose={() => setAddress(null)} />}
    </div>
  );
}

function drawParts(parts: readonly NotePart[], onAddress: (address: string) => void): ReactNode {
  return parts.map((part, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name, and none keeps a state.
    return <Fragment key={index}>{drawPart(part, onAddress)}</Fragment>;
  });
}

function drawPart(part: NotePart, onAddress: (address: string) => void): ReactNode {
  switch (part.kind) {
    case "text":
      return part.text;
    case "link":
      return (
        <button
          type="button"
          className={styles.link}
          title={part.address}
          onClick={(event) => {
            event.stopPropagation();
            onAddress(part.address);
          }}
        >
          {drawParts(part.parts, onAddress)}
        </button>
      );
    case "element": {
      if (part.parts.length === 0) return createElement(part.tag);
      const tag = HEADING.test(part.tag) ? "p" : part.tag;
      const className = tag === part.tag ? undefined : styles.heading;
      return createElement(tag, { className }, drawParts(part.parts, onAddress));
    }
  }
}
