import type { SectionTranslation } from "./search-language-translation.ts";

/** “Fields of documents” in Spanish. */
export const DOCUMENT_FIELDS_IN_SPANISH: SectionTranslation = {
  title: "Campos de documentos",
  introduction:
    'Un campo es su nombre, dos puntos y un valor: title:removal, title:"notice of removal", kind:(order OR motion). Los campos se combinan libremente con palabras.',
  entries: {
    "kind:order": { meaning: "Qué es el documento." },
    "format:docx": { meaning: "Qué es el archivo." },
    "title:… court:… case:… ecf:… author:… from:… to:… name:… source:…": {
      meaning:
        "Palabras en el título, el tribunal u organismo, el número de caso, el número ECF, el autor, el remitente, los destinatarios, el nombre o la fuente.",
      note: "Un asterisco solo pide cualquier valor. docket:81 se lee como ecf:81, docket:1:25-cv-00001 como case:.",
    },
    "date:2025-03": {
      meaning: "La fecha del documento: un año, un mes o un día, o un intervalo de ellos. dated: dice lo mismo.",
    },
    "pages:>100": { meaning: "Cuántas páginas tiene." },
    "has:attachment": { meaning: "Llegó con adjuntos." },
  },
  unsupported: {},
};

/** “Fields of pages” in Spanish. */
export const PAGE_FIELDS_IN_SPANISH: SectionTranslation = {
  title: "Campos de páginas",
  introduction:
    "Un documento tiene uno de estos campos cuando una de sus páginas lo tiene; dentro de page:( ) debe ser esa misma página.",
  entries: {
    "filed:2025-03-15": { meaning: "La fecha de presentación en el sello de un tribunal." },
    "bates:DHS-000123..DHS-000200": {
      meaning: "Un número Bates, o un intervalo de ellos. Los ceros a la izquierda no cuentan.",
    },
    "tag:hot": { meaning: "Un pasaje con la etiqueta." },
    "note:word": { syntax: "note:palabra", meaning: "Palabras en la nota de un pasaje." },
    "language:spa": { meaning: "Páginas en un idioma, por su código o su nombre. lang: dice lo mismo." },
    "exemption:b6": {
      meaning:
        "Páginas marcadas como retenidas en virtud de una disposición, y de las que comienzan así: b7 encuentra también (b)(7)(C).",
    },
    "amount:1000..5000USD": { meaning: "Páginas que mencionan tal suma; sin moneda, en cualquiera." },
    "has:ocr has:redaction has:hidden has:passage has:text": {
      meaning: "Páginas leídas por OCR, con censuras, con texto oculto, con pasajes, con algún texto.",
    },
    "confidence:<80": { meaning: "Páginas que el OCR leyó con tal confianza media, de 0 a 100." },
  },
  unsupported: {},
};
