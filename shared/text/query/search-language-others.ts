import type { LanguageSection } from "./search-language-entry.ts";

const DTSEARCH: LanguageSection = {
  title: "For dtSearch users",
  introduction:
    "Searches can be pasted. Words side by side must all be found and are no phrase: put a phrase in quotation marks. AND binds tighter than OR: set brackets where both stand.",
  entries: [
    {
      syntax: "a w/5 b, a pre/5 b, a not w/5 b, a and not b",
      meaning: "Read as in dtSearch.",
      examples: ["apple w/5 pear", "apple pre/5 pear", "apple not w/5 pear", "apple and not pear"],
    },
    {
      syntax: "appl* appl?",
      meaning: "Read as in dtSearch.",
      examples: ["appl*", "appl?"],
    },
    {
      syntax: "apply~",
      meaning: "Read as apply: other forms are found without ~. They are left out by =apply.",
      examples: ["apply~", "=apply"],
    },
    {
      syntax: "apply&",
      meaning: "Read as apply: the synonyms of the case are found without &.",
      examples: ["apply&"],
    },
  ],
  unsupported: [
    { written: "smith%, smith%%", instead: "smith~1, smith~2: so many letters may differ." },
    { written: "#smith (sounds alike)", instead: "smith~1, smyth OR smith, or sm?th." },
    { written: "N=== (digits)", instead: "N??? for any letters or digits, or /N\\d{3}/." },
    { written: "12~~24 (numbers)", instead: "amount:12..24 for sums, or a regular expression." },
    { written: "xfirstword, xlastword", instead: "Leave them out: the beginning and end of a document are not known." },
    {
      written: "date(…), mail(…), creditcard(…)",
      instead: "date:2025-03-13..2025-03-16, or a regular expression: /\\w+@\\w+/.",
    },
    { written: "a andany b", instead: "a: what need not be found can be left out." },
    { written: "(name contains smith)", instead: "name:smith." },
    { written: "apple:5 (weight)", instead: "apple: words are not weighted by hand." },
    { written: "w/s, w/p", instead: "w/15 for a sentence, w/50 for a paragraph." },
  ],
};

const LUCENE: LanguageSection = {
  title: "For Lucene users",
  introduction:
    "Searches for Lucene, Elasticsearch and SQLite can be pasted. Words side by side must all be found (default operator AND).",
  entries: [
    {
      syntax: "a && b, a || b, !a, -a, +a",
      meaning: "Read as AND, OR, NOT; + changes nothing, for everything must be found.",
      examples: ["apple && (pear || plum)", "apple -pear", "+apple !pear"],
    },
    {
      syntax: '"a b"~5',
      meaning: "Read as a w/6 b without other forms: Lucene counts the words between.",
      examples: ['"apple pear"~5'],
      note: "A search says where it was read so. With three words or more, each is near those before it.",
    },
    {
      syntax: "NEAR(a b, 5), a NEAR/5 b",
      meaning: "SQLite's spelling, read as a w/6 b.",
      examples: ["NEAR(apple pear, 5)", 'NEAR("green apple" pear)', "apple NEAR/5 pear"],
    },
    {
      syntax: "word~1 word~2 word~0.8",
      meaning: "So many letters may differ; a similarity from 0.7 is read as ~1, below as ~2.",
      examples: ["smith~1", "smith~0.8"],
      note: "word~ alone is dtSearch's sign for other forms; write word~2 for what Lucene means by it.",
    },
    {
      syntax: "field:value, field:(a OR b), [a TO b], {a TO b}",
      meaning: "Read as in Lucene, for the fields that exist.",
      examples: ["title:(removal OR order)", "date:[2025-01 TO 2025-03]", "pages:{10 TO 20}", "date:[2025-01 TO *]"],
    },
    { syntax: "word^2", meaning: "The boost is passed over.", examples: ["apple^2 pear"] },
  ],
  unsupported: [
    { written: "*:*", instead: "A search must say what to find. Every document stands in the library." },
    { written: "_exists_:author", instead: "author:*." },
    { written: "title:/x/", instead: "title:x*: regular expressions search the text of pages only." },
    { written: 'title:"a b"~3', instead: "title:(a b): words of a field that are quoted stand next to each other." },
    { written: "[a TO b] outside of a field", instead: "Square brackets are passed over in text." },
  ],
};

/** What users of other programs need to know. */
export const OTHER_PROGRAMS: readonly LanguageSection[] = [DTSEARCH, LUCENE];
