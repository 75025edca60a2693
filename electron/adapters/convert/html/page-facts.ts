import type { DocumentMetadata } from "#shared/model/document.ts";

/** What the `meta` elements of a page say about it, while they are read. */
export interface PageFacts {
  /** Takes one `meta` element. */
  add(attributes: ReadonlyMap<string, string>): void;
  /** @param title text of the `title` element, or null */
  metadata(title: string | null): DocumentMetadata;
}

type Field = "author" | "subject" | "keywords" | "creator" | "created" | "modified" | "title";

/** Names of `meta` elements, by field, the most trustworthy first (Dublin Core, Open Graph, plain HTML). */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  title: ["og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title"],
  author: ["author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author"],
  subject: ["description", "og:description", "dc.description", "dcterms.subject", "dc.subject"],
  keywords: ["keywords", "news_keywords", "article:tag"],
  creator: ["generator"],
  created: [
    ...["article:published_time", "datepublished", "dcterms.created", "dcterms.issued", "dc.date.issued"],
    ...["citation_publication_date", "pubdate", "publishdate", "dc.date", "dcterms.date", "date"],
  ],
  modified: ["article:modified_time", "datemodified", "dcterms.modified", "og:updated_time", "last-modified"],
};

/** Longest value that is kept. */
const LONGEST_VALUE = 1_000;

/** Begins with nothing known. */
export function createPageFacts(): PageFacts {
  const values = new Map<string, string>();
  const find = (field: Field): string | null => {
    for (const name of NAMES[field]) {
      const value = values.get(name);
      if (value !== undefined) return value;
    }
    return null;
  };
  return {
    add(attributes) {
      const content = attributes.get("content")?.replaceAll(/\s+/gu, " ").trim();
      if (content === undefined || content === "") return;
      for (const attribute of ["name", "property", "itemprop", "http-equiv"]) {
        const name = attributes.get(attribute)?.trim().toLowerCase();
        if (name !== undefined && !values.has(name)) values.set(name, content.slice(0, LONGEST_VALUE));
      }
    },
    metadata: (title) => ({
      title: title ?? find("title"),
      author: find("author"),
      subject: find("subject"),
      keywords: find("keywords"),
      creator: find("creator"),
      producer: null,
      created: readDate(find("created")),
      modified: readDate(find("modified")),
    }),
  };
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/u;

/** Keeps ISO 8601 as it is written and turns what mail and HTTP write into it; anything else is not a date. */
function readDate(value: string | null): string | null {
  if (value === null) return null;
  const iso = ISO_DATE.exec(value);
  if (iso !== null) return value.replace(" ", "T").replace(/\s/u, "");
  if (!/^[A-Za-z]{3,9},? \d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}/u.test(value)) return null;
  const milliseconds = Date.parse(value);
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString();
}
