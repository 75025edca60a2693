import { SEARCH_LANGUAGE } from "./search-language.ts";
import type { LanguageEntry, LanguageSection } from "./search-language-entry.ts";
import { DOCUMENT_FIELDS_IN_SPANISH, PAGE_FIELDS_IN_SPANISH } from "./search-language-spanish-fields.ts";
import { OTHERS_IN_SPANISH } from "./search-language-spanish-others.ts";
import type { SectionTranslation } from "./search-language-translation.ts";

const WORDS: SectionTranslation = {
  title: "Palabras y frases",
  introduction: "Las mayúsculas y los acentos no cuentan: nunez encuentra Núñez.",
  entries: {
    word: {
      syntax: "palabra",
      meaning: "Encuentra la palabra y sus otras formas en inglés, español y francés, y los sinónimos del caso.",
      note: "Las formas encontradas se enumeran con sus cifras, y cada una puede omitirse.",
    },
    '"several words"': {
      syntax: '"varias palabras"',
      meaning: "Encuentra las palabras en este orden, una junto a otra, sin sus otras formas.",
      note: "Los finales de línea, los guiones al final de línea, los saltos de página, los sellos, los encabezados y los pies de página no interrumpen una frase. Se leen las comillas rectas, curvas y angulares.",
    },
    "O'Brien": { meaning: "Una palabra con puntuación es una frase de sus partes." },
    "=word": {
      syntax: "=palabra",
      meaning: "Encuentra la palabra sin sus otras formas; las letras escritas con acento exigen ese acento.",
    },
    "wor* *ord w?rd": {
      syntax: "pala* *labra pa?abra",
      meaning:
        "Un asterisco representa cualquier número de letras, o ninguna; un signo de interrogación, exactamente una letra o un dígito.",
      note: "Ninguno de los dos puede estar solo. Los acentos no cuentan en estas palabras.",
    },
    "word~1 word~2": {
      syntax: "palabra~1 palabra~2",
      meaning:
        "Encuentra palabras en que una o dos letras difieren, faltan, sobran o están cambiadas de lugar, como después del OCR.",
    },
    "/expression/": {
      syntax: "/expresión/",
      meaning:
        "Una expresión regular (ECMAScript) sobre el texto de cada página, en el que todo espacio en blanco es un solo espacio.",
      note: "Las mayúsculas no cuentan, los acentos sí. Una barra dentro de ella lleva delante una barra invertida. Tiene un tiempo limitado, y avisa cuando no llegó a todas las páginas.",
    },
  },
  unsupported: {},
};

const COMBINING: SectionTranslation = {
  title: "Combinar",
  introduction:
    "Las palabras se buscan en todo el documento: a AND b pueden estar en páginas distintas. NOT es lo que más une; después w/n y pre/n, después AND, después OR; los paréntesis cambian eso.",
  entries: {
    "a b": { meaning: "Debe encontrarse todo. AND y && dicen lo mismo." },
    "a OR b": { meaning: "Debe encontrarse uno de los dos. || dice lo mismo." },
    "a NOT b": {
      meaning: "Omite los documentos que tienen b. -b y !b dicen lo mismo.",
      note: "Algo debe encontrarse: una búsqueda no puede constar solo de NOT. Un “not” en minúsculas es una palabra; “and” y “or” en minúsculas se leen como AND y OR, y se avisa de ello.",
    },
    "page:(a b)": { meaning: "Todo ello en una misma página." },
    "\\word": {
      syntax: "\\palabra",
      meaning: "Una barra invertida quita su significado especial a la palabra o al signo que la sigue.",
    },
  },
  unsupported: {},
};

const NEARNESS: SectionTranslation = {
  title: "Cerca una de otra",
  introduction:
    "Las distancias se cuentan en palabras: dos vecinas están a distancia 1. La mayor es 1000. Pasan de una página a otra.",
  entries: {
    "a w/5 b": { meaning: "A distancia de 5 como máximo, en cualquier orden. within/5 dice lo mismo." },
    "a pre/3 b": { meaning: "Como w/3, con a en primer lugar." },
    "a NOT w/5 b": {
      meaning: "Lugares de a que no tienen ningún b tan cerca. NOT pre/5: ningún b tan poco después.",
    },
    "a w/5 b w/5 c": {
      meaning: "Se lee desde la izquierda: lo que encuentra a w/5 b debe estar cerca de c.",
    },
    "a w/5 (b AND c)": {
      meaning: "Tanto b como c deben estar cerca del mismo a.",
      note: "Solo de un lado. Los campos, page:( ), las expresiones regulares y NOT no pueden estar cerca de algo.",
    },
  },
  unsupported: {},
};

/** By English title. */
const TRANSLATIONS: Readonly<Record<string, SectionTranslation>> = {
  "Words and phrases": WORDS,
  Combining: COMBINING,
  "Near each other": NEARNESS,
  "Fields of documents": DOCUMENT_FIELDS_IN_SPANISH,
  "Fields of pages": PAGE_FIELDS_IN_SPANISH,
  ...OTHERS_IN_SPANISH,
};

/** The language of the search, told in Spanish. Its keywords and examples are the same: the language has no other. */
export const SEARCH_LANGUAGE_SPANISH: readonly LanguageSection[] = SEARCH_LANGUAGE.map(translateSection);

/** What has no translation stays in English. */
function translateSection(section: LanguageSection): LanguageSection {
  const translation = TRANSLATIONS[section.title];
  if (translation === undefined) return section;
  return {
    title: translation.title,
    introduction: translation.introduction,
    entries: section.entries.map((entry): LanguageEntry => ({ ...entry, ...translation.entries[entry.syntax] })),
    unsupported: section.unsupported.map((own) => ({ ...own, ...translation.unsupported[own.written] })),
  };
}
