import type { DocumentMetadata } from "#shared/model/document.ts";

/** A file that says nothing about itself. */
export const NO_METADATA: DocumentMetadata = {
  title: null,
  author: null,
  subject: null,
  keywords: null,
  creator: null,
  producer: null,
  created: null,
  modified: null,
};
