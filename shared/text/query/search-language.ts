import type { LanguageSection } from "./search-language-entry.ts";
import { OTHER_PROGRAMS } from "./search-language-others.ts";

const WORDS: LanguageSection = {
  title: "Words and phrases",
  introduction: "Capital letters and accents do not count: nunez finds Núñez.",
  unsupported: [],
  entries: [
    {
      syntax: "word",
      meaning: "Finds the word and its other forms in English, Spanish and French, and the synonyms of the case.",
      examples: ["detain", "expulsado"],
      note: "The forms that were found are listed with their counts, and each can be left out.",
    },
    {
      syntax: '"several words"',
      meaning: "Finds the words in this order, next to each other, without their other forms.",
      examples: ['"alien enemies"', "“de la cruz”"],
      note: "Line ends, hyphens at line ends, page breaks, stamps, headers and footers do not interrupt a phrase. Straight, curly and angle quotation marks are all read.",
    },
    {
      syntax: "O'Brien",
      meaning: "A word with punctuation in it is a phrase of its parts.",
      examples: ["O'Brien", "1:25-cv-00001", "U.S.C."],
    },
    {
      syntax: "=word",
      meaning: "Finds the word without its other forms; letters that are typed with an accent need that accent.",
      examples: ["=note", "=Núñez", '="de la Núñez"'],
    },
    {
      syntax: "wor* *ord w?rd",
      meaning: "A star stands for any letters or none, a question mark for exactly one letter or digit.",
      examples: ["deport*", "wom?n", '"in custod*"', "joh*-smith"],
      note: "Neither can stand alone. Accents do not count in such words.",
    },
    {
      syntax: "word~1 word~2",
      meaning: "Finds words of which one or two letters differ, are missing, added or exchanged, as after OCR.",
      examples: ["Guantanamo~2", "smith~1"],
    },
    {
      syntax: "/expression/",
      meaning:
        "A regular expression (ECMAScript) over the text of each page, in which every stretch of white space is one space.",
      examples: ["/\\b\\d{3}-\\d{2}-\\d{4}\\b/", "/A\\d{2,3}[- ]\\d{3}[- ]\\d{3}/"],
      note: "Capital letters do not count, accents do. A slash inside has a backslash before it. It has a limited time, and says so when it did not reach every page.",
    },
  ],
};

const COMBINING: LanguageSection = {
  title: "Combining",
  introduction:
    "Words are sought in the whole document: a AND b may stand on different pages. NOT binds tightest, then w/n and pre/n, then AND, then OR; brackets change that.",
  unsupported: [],
  entries: [
    {
      syntax: "a b",
      meaning: "Everything must be found. AND and && say the same.",
      examples: ["custody transfer", "custody AND transfer", "custody && transfer"],
    },
    {
      syntax: "a OR b",
      meaning: "One of them must be found. || says the same.",
      examples: ["plane OR flight", "custody (plane OR flight)", "plane || flight"],
    },
    {
      syntax: "a NOT b",
      meaning: "Leaves out documents that have b. -b and !b say the same.",
      examples: ["custody NOT transfer", "custody -transfer", "custody NOT (transfer OR release)"],
      note: "Something must be found: a search cannot consist of NOT alone. A small “not” is a word; small “and” and “or” are read as AND and OR, and it is said.",
    },
    {
      syntax: "page:(a b)",
      meaning: "All of it on one page.",
      examples: ["page:(custody transfer)", "page:(custody exemption:b6)", "page:(custody NOT transfer)"],
    },
    {
      syntax: "\\word",
      meaning: "A backslash takes its meaning away from the word or mark after it.",
      examples: ["\\not guilty", "\\and"],
    },
  ],
};

const NEARNESS: LanguageSection = {
  title: "Near each other",
  introduction: "Distances count words: neighbours are 1 apart. The farthest is 1000. They reach across page breaks.",
  unsupported: [],
  entries: [
    {
      syntax: "a w/5 b",
      meaning: "At most 5 apart, in either order. within/5 says the same.",
      examples: ["detain w/5 minors", '(joh* OR juan) w/2 "de la cruz"', "custody within/10 transfer"],
    },
    {
      syntax: "a pre/3 b",
      meaning: "As w/3, and a comes first.",
      examples: ["flight pre/3 El-Salvador"],
    },
    {
      syntax: "a NOT w/5 b",
      meaning: "Places of a that have no b so near. NOT pre/5: no b so soon after.",
      examples: ["order NOT w/5 court", "notice NOT pre/3 removal"],
    },
    {
      syntax: "a w/5 b w/5 c",
      meaning: "Read from the left: what is found by a w/5 b must be near c.",
      examples: ["plane w/5 landed w/10 Texas", "(plane w/5 landed) w/10 (Texas OR Honduras)"],
    },
    {
      syntax: "a w/5 (b AND c)",
      meaning: "Both b and c must be near the same a.",
      examples: ["plane w/10 (landed AND Texas)"],
      note: "On one side only. Fields, page:( ), regular expressions and NOT cannot be near something.",
    },
  ],
};

const DOCUMENT_FIELDS: LanguageSection = {
  title: "Fields of documents",
  introduction:
    'A field is its name, a colon and a value: title:removal, title:"notice of removal", kind:(order OR motion). Fields combine freely with words.',
  unsupported: [],
  entries: [
    {
      syntax: "kind:order",
      meaning: "What the document is.",
      examples: ["kind:order", "kind:(order OR motion)", "kind:foia-release", "type:e-mail"],
    },
    { syntax: "format:docx", meaning: "What the file is.", examples: ["format:docx", "format:(eml OR msg)"] },
    {
      syntax: "title:… court:… case:… ecf:… author:… from:… to:… name:… source:…",
      meaning:
        "Words in the title, court or agency, case number, ECF number, author, sender, recipients, name, or source.",
      examples: ["title:removal", 'court:"D. Capital"', "case:1:25-cv-00001", "ecf:81-2", "from:ortega~1", "author:*"],
      note: "A star alone asks for any value. docket:81 is read as ecf:81, docket:1:25-cv-00001 as case:.",
    },
    {
      syntax: "date:2025-03",
      meaning: "The date of the document: a year, month or day, or a range of them. dated: says the same.",
      examples: ["date:2025-03", "date:2025-03-13..2025-03-16", "date:>=2025-03-13", "date:[2025-01 TO 2025-03]"],
    },
    { syntax: "pages:>100", meaning: "How many pages it has.", examples: ["pages:>100", "pages:10..20", "pages:1"] },
    { syntax: "has:attachment", meaning: "It came with attachments.", examples: ["has:attachment"] },
  ],
};

const PAGE_FIELDS: LanguageSection = {
  title: "Fields of pages",
  introduction: "A document has such a field when one of its pages has it; inside of page:( ) it must be that page.",
  unsupported: [],
  entries: [
    {
      syntax: "filed:2025-03-15",
      meaning: "The date of filing in the stamp of a court.",
      examples: ["filed:2025-03-15", "filed:2025-03-13..2025-03-16", "filed:<2025"],
    },
    {
      syntax: "bates:DHS-000123..DHS-000200",
      meaning: "A Bates number, or a range of them. Leading zeros do not count.",
      examples: [
        "bates:DHS-000123",
        "bates:DHS-000123..DHS-000200",
        "bates:DHS-000123-000200",
        "bates:DHS-*",
        'bates:"MSFT 000123"',
      ],
    },
    {
      syntax: "tag:hot",
      meaning: "A passage with the tag.",
      examples: ["tag:hot", 'tag:"hot docs"', "tag:*", "tag:(hot NOT cold)"],
    },
    {
      syntax: "note:word",
      meaning: "Words in the note of a passage.",
      examples: ["note:check", 'note:"ask counsel"', "note:*"],
    },
    {
      syntax: "language:spa",
      meaning: "Pages in a language, by its code or its name. lang: says the same.",
      examples: ["lang:es", "language:Spanish", "lang:(fra OR eng)"],
    },
    {
      syntax: "exemption:b6",
      meaning: "Pages marked as withheld under a provision, and under what begins so: b7 also finds (b)(7)(C).",
      examples: [
        "exemption:b6",
        "exemption:(b)(7)(C)",
        "exemption:1.4(c)",
        'exemption:"withheld in full"',
        "exemption:*",
      ],
    },
    {
      syntax: "amount:1000..5000USD",
      meaning: "Pages that mention such a sum; without a currency, in any.",
      examples: [
        "amount:>1000000",
        "amount:1000..5000USD",
        "amount:USD:1000..5000",
        "amount:>=$4,760,000",
        "amount:EUR:*",
      ],
    },
    {
      syntax: "has:ocr has:redaction has:hidden has:passage has:text",
      meaning: "Pages read by OCR, with redactions, with hidden text, with passages, with any text.",
      examples: ["has:ocr", "has:(redaction OR hidden)", "custody NOT has:text"],
    },
    {
      syntax: "confidence:<80",
      meaning: "Pages that OCR read with such a mean confidence, from 0 to 100.",
      examples: ["confidence:<80", "confidence:60..80"],
    },
  ],
};

/** The language of the search as data: what the help shows and docs/search-language.md is made from. */
export const SEARCH_LANGUAGE: readonly LanguageSection[] = [
  WORDS,
  COMBINING,
  NEARNESS,
  DOCUMENT_FIELDS,
  PAGE_FIELDS,
  ...OTHER_PROGRAMS,
];
