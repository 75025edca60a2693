import { datePartsOf, type PlaceField, type QueryPhrases, type Verb } from "./describe-phrases.ts";

const VERBS: Readonly<Record<Verb, string>> = { are: "son", dated: "están", have: "tienen", mention: "mencionan" };

const PLACES: Readonly<Record<PlaceField, { readonly any: string; readonly within: string }>> = {
  title: { any: "algún título", within: "en el título" },
  court: { any: "algún tribunal u organismo", within: "en el tribunal u organismo" },
  case: { any: "algún número de caso", within: "en el número de caso" },
  ecf: { any: "algún número ECF", within: "en el número ECF" },
  author: { any: "algún autor", within: "en el autor" },
  from: { any: "algún remitente", within: "en el remitente" },
  to: { any: "algún destinatario", within: "en los destinatarios" },
  name: { any: "algún nombre", within: "en el nombre" },
  source: { any: "alguna fuente", within: "en la fuente" },
};

const MONTHS = [
  "enero",
  "febrero",
  "marzo",
  "abril",
  "mayo",
  "junio",
  "julio",
  "agosto",
  "septiembre",
  "octubre",
  "noviembre",
  "diciembre",
] as const;

const numberFormat = new Intl.NumberFormat("es", { maximumFractionDigits: 20 });
const languageNames = new Intl.DisplayNames(["es"], { type: "language", fallback: "code" });
const conjunction = new Intl.ListFormat("es", { type: "conjunction" });
const disjunction = new Intl.ListFormat("es", { type: "disjunction" });

/** How Spanish says what a search asks for. */
export const SPANISH_PHRASES: QueryPhrases = {
  documentsThat: (predicate) => `documentos que ${predicate}`,
  that: (predicate) => `que ${predicate}`,
  does: (verb, what) => `${VERBS[verb]} ${what}`,
  doesNot: (verb, what) => `no ${VERBS[verb]} ${what}`,
  hasNotAll: (things) => `no tienen ${things} a la vez`,
  hasNot: (thing, absence) => `no tienen ${thing} ${absence === "there" ? "ahí" : "en ninguna parte"}`,
  hasPages: (pages) => `tienen páginas ${pages}`,
  hasNoPages: (pages) => `no tienen páginas ${pages}`,
  isNotAmong: (predicate) => `no están entre los que (${predicate})`,
  andThen: ", y ",
  orElse: "; o ",

  onOnePage: "en una misma página",
  without: "sin",
  allOfThese: "todo lo siguiente",
  anyOfThese: "algo de lo siguiente",

  listAnd: (members) => conjunction.format(members),
  listOr: (members) => disjunction.format(members),
  anyOf: (things) => `cualquiera de ${things}`,
  // In brackets: what is said to be together would otherwise seem to begin further to the left.
  allOf: (things) => `(${things} a la vez)`,

  withForms: (word) => `${word} (y sus otras formas)`,
  withAccents: (words) => `${words} con sus acentos`,
  wildcard: (pattern) => `${pattern} (cualquier palabra así escrita)`,
  similar: (word, letters) =>
    `${word} (o una palabra con ${letters === 1 ? "una letra distinta" : "hasta dos letras distintas"})`,
  textLike: (pattern) => `texto como /${pattern}/`,
  distance: ({ kind, ordered, distance }) => {
    const reach = `a no más de ${distance} palabras`;
    if (ordered && kind === "near") {
      return { between: `seguido ${distance === 1 ? "inmediatamente" : reach} de`, after: "" };
    }
    if (ordered && distance === 1) return { between: "sin que le siga inmediatamente", after: "" };
    if (ordered) return { between: "sin que le siga", after: ` ${reach}` };
    if (kind === "not-near") return { between: "sin", after: distance === 1 ? " al lado" : ` ${reach}` };
    return { between: distance === 1 ? "junto a" : `${reach} de`, after: "" };
  },

  kinds: {
    complaint: "demandas",
    motion: "mociones",
    order: "órdenes judiciales",
    opinion: "opiniones judiciales",
    declaration: "declaraciones juradas",
    transcript: "transcripciones",
    exhibit: "anexos",
    "diplomatic-note": "notas diplomáticas",
    "foia-release": "entregas FOIA",
    email: "correos electrónicos",
    "web-page": "páginas web",
    report: "informes",
    letter: "cartas",
    table: "tablas",
    container: "contenedores de archivos",
    other: "de otro tipo",
  },
  formats: {
    pdf: "archivos PDF",
    png: "imágenes PNG",
    jpeg: "imágenes JPEG",
    tiff: "imágenes TIFF",
    webp: "imágenes WebP",
    text: "archivos de texto",
    markdown: "archivos Markdown",
    rtf: "archivos RTF",
    html: "archivos HTML",
    mhtml: "archivos web guardados",
    docx: "archivos de Word",
    xlsx: "archivos de Excel",
    csv: "archivos CSV",
    eml: "archivos de correo",
    msg: "mensajes de Outlook",
    mbox: "buzones de correo",
    pst: "carpetas de Outlook",
    zip: "archivos ZIP",
  },
  possessions: {
    ocr: "páginas leídas por OCR",
    redaction: "censuras",
    hidden: "texto oculto",
    passage: "pasajes",
    attachment: "adjuntos",
    text: "páginas con texto",
  },
  anyValue: (field) => PLACES[field].any,
  inField: (words, field) => `${words} ${PLACES[field].within}`,
  pagesIn: (language) => `páginas en ${language}`,
  languageName: (code) => languageNames.of(code) ?? code,
  dated: (when) => `fechados ${when}`,
  filed: (when) => `páginas selladas como presentadas ${when}`,
  dates: ({ from, to }) => {
    if (from !== null && from === to) return onDate(from);
    if (from !== null && to !== null) return `desde ${writeDate(from)} hasta ${writeDate(to)}`;
    if (from !== null) return `${onDate(from)} o después`;
    return to === null ? "en cualquier momento" : `${onDate(to)} o antes`;
  },
  pages: ({ from, to }) => {
    if (from !== null && from === to) return from === 1 ? "una página" : `${from} páginas`;
    if (from !== null && to !== null) return `de ${from} a ${to} páginas`;
    return from !== null ? `${from} páginas o más` : `${to} páginas como máximo`;
  },
  confidence: (numbers) => `páginas que el OCR leyó con una confianza ${numbers}`,
  sums: (numbers, currency) => `sumas ${numbers}${currency === null ? "" : ` ${currency}`}`,
  numbers: {
    exactly: (number) => `de ${numberFormat.format(number)}`,
    between: (low, high) => `de ${numberFormat.format(low)} a ${numberFormat.format(high)}`,
    least: ({ isExcluded, number }) => `de ${isExcluded ? "más de" : "al menos"} ${numberFormat.format(number)}`,
    most: ({ isExcluded, number }) => `de ${isExcluded ? "menos de" : "hasta"} ${numberFormat.format(number)}`,
    both: (least, most) => `${least} y ${most}`,
    any: "de cualquier valor",
  },
  bates: {
    any: "un número Bates",
    beginning: (prefix) => `números Bates que comienzan con ${prefix}`,
    exactly: (name, series) => `el número Bates ${name}${seriesWords(series)}`,
    between: (low, high, series) => `números Bates de ${low} a ${high}${seriesWords(series)}`,
    from: (low, series) => `números Bates desde ${low}${seriesWords(series)}`,
    upTo: (high, series) => `números Bates hasta ${high}${seriesWords(series)}`,
  },
  anyExemption: "páginas con una exención o una retención",
  exemption: (code) => `páginas con la exención ${code}`,
  marked: (words) => `páginas marcadas “${words}”`,
  anyTag: "etiquetas",
  tag: (words) => `la etiqueta ${words}`,
  anyNote: "notas",
  note: (words) => `notas con ${words}`,
};

function seriesWords(series: boolean): string {
  return series ? " de cualquier serie" : "";
}

/** `el 5 de marzo de 2025`, `marzo de 2025`, `2025`. */
function writeDate(date: string): string {
  const { year, month, day } = datePartsOf(date, MONTHS);
  if (month === null) return year;
  return day === null ? `${month} de ${year}` : `el ${day} de ${month} de ${year}`;
}

function onDate(date: string): string {
  return date.length > 7 ? writeDate(date) : `en ${writeDate(date)}`;
}
