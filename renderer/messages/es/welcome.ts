import type { WELCOME as English } from "../en/welcome.ts";

/** Spanish messages of the welcome screen. */
export const WELCOME = {
  name: "Probative",
  claim: "Mesa de trabajo sin conexión para documentos que deben servir de prueba.",
  offline: "Sin conexión · nada sale de este equipo",
  newCaseButton: "Nuevo caso…",
  openCaseButton: "Abrir caso…",

  recentCases: "Casos recientes",
  opening: "Abriendo",
  notFound: "no se encontró",

  sample: "Caso de muestra",
  beginWithSample: "Empezar con el caso de muestra",
  sampleExplained:
    "Un asunto ficticio de unas 200 páginas: una demanda, resoluciones, la transcripción de una audiencia, notas diplomáticas y una entrega de registros que se contradicen a propósito. Todos los nombres son inventados.",
  openSample: "Abrir el caso de muestra",
  writingSample: "Escribiendo los documentos de muestra…",

  newCase: "Nuevo caso",
  title: "Título",
  titleExample: "Doe c. Departamento de Traslados",
  folder: "Carpeta",
  folderHint:
    "Una carpeta nueva o vacía en este equipo. El caso es esta carpeta: cópiela para respaldarla o entregarla.",
  choose: "Elegir…",
  create: "Crear",
  cancel: "Cancelar",
  openCaseTitle: "Abrir un caso",
  caseFolder: "Carpeta del caso",
  caseFolderHint: "La carpeta que contiene case.db, con su ruta completa.",
  open: "Abrir",

  dropForCase: "Suelte para empezar un caso",
  dropForCaseMore:
    "Se crea un caso nuevo para estos archivos y carpetas. Se copian; los originales quedan donde están.",
  droppedHeld: "Lo que soltó se importa en cuanto exista el caso.",
} as const satisfies Readonly<Record<keyof typeof English, string>>;
