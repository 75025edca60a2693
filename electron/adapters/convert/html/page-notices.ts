import type { ConversionNotice } from "#shared/model/format.ts";

/** What of a page could not be carried over, counted while it is read. */
export interface PageNotices {
  /** An address that was not followed. */
  remote(address: string | undefined): void;
  /** Something embedded, by what it is. */
  notShown(what: string): void;
  hidden(): void;
  hiddenField(): void;
  list(isFlattened: boolean): readonly ConversionNotice[];
}

/** Begins with nothing counted. */
export function createPageNotices(): PageNotices {
  const addresses = new Set<string>();
  const notShown = new Map<string, number>();
  let hiddenParts = 0;
  let hiddenFields = 0;
  return {
    remote(address) {
      const trimmed = address?.trim() ?? "";
      if (trimmed !== "" && !/^(?:data|about|javascript):/iu.test(trimmed)) addresses.add(trimmed);
    },
    notShown: (what) => void notShown.set(what, (notShown.get(what) ?? 0) + 1),
    hidden() {
      hiddenParts += 1;
    },
    hiddenField() {
      hiddenFields += 1;
    },
    list(isFlattened) {
      const notices: ConversionNotice[] = [];
      if (addresses.size > 0)
        notices.push({
          kind: "remote-content-not-loaded",
          detail: `${count(addresses.size, "address", "addresses")} of pictures, frames, styles or scripts: not loaded.`,
        });
      if (notShown.size > 0) {
        const parts = [...notShown].map(([what, number]) => `${what} (${number})`);
        notices.push({ kind: "content-not-shown", detail: `Not shown: ${parts.join(", ")}.` });
      }
      if (hiddenParts > 0)
        notices.push({
          kind: "hidden-content",
          detail: `${count(hiddenParts, "part is", "parts are")} hidden on the page; the rendition shows and marks them.`,
        });
      if (hiddenFields > 0)
        notices.push({
          kind: "hidden-content",
          detail: `${count(hiddenFields, "hidden form field is", "hidden form fields are")} not shown.`,
        });
      if (isFlattened)
        notices.push({
          kind: "damaged-part",
          detail: "Its elements are nested beyond all measure; only the text was kept, as paragraphs.",
        });
      return notices;
    },
  };
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
