import type { READER_VIEW as English } from "../en/reader-view.ts";

/** Cómo se muestran las páginas: ayudas de lectura. */
export const READER_VIEW: Readonly<Record<keyof typeof English, string>> = {
  aids: "Ayudas de lectura",
  paperOriginal: "Papel original",
  paperSepia: "Papel sepia",
  paperInverted: "Claro sobre oscuro",
  cropMargins: "Omitir los márgenes",
  turnRight: "Girar la página {page, number} a la derecha, de forma permanente",
  turnLeft: "Girar la página {page, number} a la izquierda, de forma permanente",
  turnAll: "Girar todas las páginas a la derecha, de forma permanente",
};
