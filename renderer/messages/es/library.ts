import type { LIBRARY as English } from "../en/library.ts";
import { DOCUMENT_LABELS } from "./document-labels.ts";

/** Spanish messages of library. */
export const LIBRARY = {
  ...DOCUMENT_LABELS,

  // Counts, used all over the library
  documents: "{count, plural, one {# documento} other {# documentos}}",
  pages: "{count, plural, one {# página} other {# páginas}}",
  notKnown: "se desconoce",
  showAll: "Mostrar todo ({count, number})",
  showFewer: "Mostrar menos",
  andMore: "y {count, number} más",
  ocrPercent: "OCR {percent, number} %",
  clipboardRefused: "No se puede escribir en el portapapeles.",
  partWithWhole: "{range} ({part, number} de {whole, plural, one {# página} other {# páginas}})",

  // The library
  listing: "Listando los documentos",
  readingFirst: "Leyendo los primeros documentos…",
  readingFirstMore: "Aparecen aquí en cuanto se leen. Puede buscar en lo que ya está mientras llega el resto.",
  dropHere: "Suelte aquí archivos o carpetas",
  dropHereMore:
    "PDF, escaneos e imágenes, correo, archivos de Office, páginas web, archivos comprimidos: en todo se puede buscar, página por página. Los originales se copian en el caso y nunca se modifican; se rinde cuenta de cada archivo. Para explorar antes, cierre este caso y abra el de ejemplo.",
  showFilters: "Mostrar los filtros",
  hideFilters: "Ocultar los filtros",
  filterDocuments: "Filtrar documentos",
  filterHint: "Filtrar por título, tribunal, número, ruta",
  documentsOf: "{shown, number} de {count, plural, one {# documento} other {# documentos}}",
  alsoSelected: "{count, plural, one {# seleccionado} other {# seleccionados}}",
  showDetails: "Mostrar los detalles",
  hideDetails: "Ocultar los detalles",
  details: "Detalles",
  tableName: "Documentos",
  noMatch: "Ningún documento pasa el filtro.",
  noneSelected: "Ningún documento seleccionado",
  noneSelectedMore:
    "Elija uno para ver lo que dice de sí mismo y de dónde proviene; elija varios con Ctrl o Mayús para editarlos a la vez.",

  // Columns of the table
  columnNumber: "ECF · Bates",
  columnPages: "Págs.",
  columnText: "Texto",
  columnPassages: "Pasajes",
  columnFormat: "Formato",
  columnImported: "Importado",
  columnSize: "Tamaño",
  columnSource: "Origen",
  ecfName: "ECF {number}",
  holdsFiles: "{count, plural, one {Contiene # archivo} other {Contiene # archivos}}",
  cameOutOfAnother: "Proviene de otro archivo",

  // Where a document stands with its text
  hiddenUnderCovers:
    "{count, plural, one {Hay texto oculto bajo # cubierta} other {Hay texto oculto bajo # cubiertas}}",
  hiddenText: "Texto oculto",
  waitForOcr: "{count, plural, one {# espera OCR} other {# esperan OCR}}",
  withoutText: "{count, number} sin texto",
  byOcr: "OCR",
  byTextLayer: "capa de texto",

  // Narrowing by facets
  narrowLibrary: "Acotar la biblioteca",
  narrow: "Acotar",
  clearFacets: "Quitar",
  narrowsLibrary: "Acota la biblioteca",
  facetStatus: "Requiere atención",
  facetFamily: "Familia",
  facetYear: "Año",
  statusWaiting: "Espera OCR",
  statusUnread: "Páginas sin texto",
  statusDoubtful: "OCR dudoso",
  statusHidden: "Texto oculto por decidir",
  familyHolds: "Contiene otros archivos",
  familyHeld: "Proviene de otro archivo",
  familyAlone: "Independiente",

  // Several documents at once
  selectedDocuments: "{count, plural, one {# documento seleccionado} other {# documentos seleccionados}}",
  pagesInAll: "{count, plural, one {# página en total} other {# páginas en total}}",
  bulkExplained: "Lo que introduzca aquí vale para todos ellos. Se deshace en un solo paso.",
  valuesDiffer: "difieren",
  fieldEntered: "Campo «{field}» introducido en {count, plural, one {# documento} other {# documentos}}.",
  ocrTakesFirst:
    "{count, plural, one {El OCR da prioridad a # documento.} other {El OCR da prioridad a # documentos.}}",
  ocrTheseNow: "Hacer OCR de estos ahora",

  // Fields in the details
  whatItIs: "Qué es",
  originLegend: "<i>Cursiva</i>: detectado. Redonda: introducido a mano.",
  useDetectedKind: "Usar el tipo detectado",
  useDetectedDate: "Usar la fecha detectada",
  useDetectedAuthor: "Usar el autor detectado",
  useDetectedCourt: "Usar el tribunal u organismo detectado",
  useDetectedCaseNumber: "Usar el número de caso detectado",
  useDetectedEcfNumber: "Usar el número ECF detectado",
  useDetectedBatesBegin: "Usar el Bates inicial detectado",
  useDetectedBatesEnd: "Usar el Bates final detectado",
  useDetectedNoteNumber: "Usar el número de nota detectado",
  useDetectedClassification: "Usar la clasificación detectada",
  useDetectedLanguage: "Usar el idioma detectado",

  // Actions at the head of the details
  open: "Abrir",
  exportAnnotated: "Exportar copia anotada",
  annotatedExported: "Copia anotada con {count, plural, one {# resaltado} other {# resaltados}}: {name}",
  downloadOriginal: "Descargar el original",

  // What was detected on the pages
  whatPagesSay: "Qué dicen sus páginas",
  onlyPage: "Solo la página {page, number}",
  nothingOnPage: "Nada en esta página.",
  nothingDetected: "No se detectó nada.",
  // Short for “page”
  onPage: "pág. {page, number}",
  showMore: "Mostrar más ({count, number})",

  // Bates numbers
  batesSeries: "Serie Bates {prefix}",
  batesExtent: "{begin} – {end} en este caso, en {pages, plural, one {# página} other {# páginas}}.",
  batesDisorder: "La página {page, number} no sigue la numeración.",
  batesTwiceInOne: "{number} aparece en las páginas {pages} de un mismo documento.",
  batesTwiceInSeveral: "{number} aparece en {count, plural, one {# documento} other {# documentos}}.",
  batesGap: "{count, plural, one {Falta #} other {Faltan #}} entre {after} y {before}.",

  // Family, thread, repeats
  family: "Familia",
  cameOutOf: "Proviene de",
  holds: "Contiene",
  thread: "Mismo hilo",
  repeats: "Repeticiones",

  // Text that lies under a cover
  toDecide: "{count, number} por decidir",
  hiddenWhy:
    "Hay palabras bajo cubiertas que parecen censuras. Quedan fuera de las búsquedas, los extractos y las exportaciones hasta que usted decida.",
  keepAllHidden: "Mantener todo oculto",
  revealAll: "Revelar todo…",
  hiddenPage: "Página {page, number}",
  underBox: "{count, plural, one {# carácter bajo un recuadro} other {# caracteres bajo un recuadro}}",
  underPicture: "{count, plural, one {# carácter bajo una imagen} other {# caracteres bajo una imagen}}",
  underAnnotation: "{count, plural, one {# carácter bajo una anotación} other {# caracteres bajo una anotación}}",
  revealed: "Revelado",
  keptHidden: "Se mantiene oculto",
  keepHidden: "Mantener oculto",
  hideAgain: "Volver a ocultar",
  revealAsk: "Revelar…",
  revealTitle: "¿Revelar el texto oculto?",
  leaveHidden: "Dejarlo oculto por ahora",
  reveal: "Revelar",
  revealOnPage:
    "{count, plural, one {# carácter de la página {page, number} pasa a formar parte del texto del documento: se podrá buscar, citar y exportar.} other {# caracteres de la página {page, number} pasan a formar parte del texto del documento: se podrán buscar, citar y exportar.}}",
  revealOnPages:
    "{count, number} caracteres en {pages, number} páginas pasan a formar parte del texto del documento: se podrán buscar, citar y exportar.",
  revealEthics:
    "Es posible que quien los cubrió no quisiera que usted los leyera; pueden aplicarse normas de secreto profesional y de ética.",
  revealJournaled: "La decisión se anota en el registro de custodia.",

  // Pages and text
  pagesAndText: "Páginas y texto",
  factPages: "Páginas",
  factLabels: "Rótulos declarados",
  factConfidence: "Confianza del OCR",
  confidencePercent: "{percent, number} %",
  factPassages: "Pasajes",
  noPassages: "ninguno",
  noLabels: "ninguno; las páginas se cuentan por su posición",
  schemePrinted: "Impresos en las páginas",
  schemeEcf: "Páginas ECF",
  schemeAppellate: "Páginas de apelación",
  schemePageId: "PageID",
  schemeBates: "Bates",
  schemeTranscript: "Páginas de transcripción",
  // Counts of pages, listed one after the other
  pagesByTextLayer: "{count, number} por capa de texto",
  pagesByOcr: "{count, number} por OCR",
  pagesNotRecognised: "{count, plural, one {# no se pudo reconocer} other {# no se pudieron reconocer}}",
  pagesWithoutOcr: "{count, plural, one {# importada sin OCR} other {# importadas sin OCR}}",
  pagesWithoutWords: "{count, number} sin palabras",
  ocrTakesThisFirst: "El OCR da prioridad a este documento.",
  ocrAgain: "Repetir OCR",
  ocrThisNow: "Hacer OCR ahora",
  ocrLanguage: "Idioma para el OCR de este documento",
  languageOfCase: "Idioma: el del caso",
  languageDetected: "Idioma: el detectado",
  ocrPaused:
    "{count, plural, one {# página espera; el OCR está en pausa.} other {# páginas esperan; el OCR está en pausa.}}",

  // Headers of a message
  message: "Mensaje",
  messageFrom: "De",
  messageTo: "Para",
  messageCc: "CC",
  messageBcc: "CCO",
  messageSent: "Enviado",
  messageId: "Message-ID",
  messageInReplyTo: "En respuesta a",

  // What the file says, and the original
  notices: "Omitido, o a tener en cuenta",
  fileMetadata: "Qué dice el archivo",
  metadataSubject: "Asunto",
  metadataKeywords: "Palabras clave",
  metadataCreated: "Creado",
  metadataModified: "Modificado",
  metadataCreator: "Hecho con",
  metadataProducer: "Generado por",
  original: "Original",
  originalFile: "Archivo",
  originalSource: "Procedencia",
  originalHash: "SHA-256",
  copyHash: "Copiar el SHA-256",
  hashCopied: "SHA-256 copiado.",
} as const satisfies Readonly<Record<keyof typeof English, string>>;
