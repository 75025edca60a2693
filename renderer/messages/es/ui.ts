import type { UI as English } from "../en/ui.ts";

/** Spanish messages of primitives, themes, errors. */
export const UI = {
  bytes: "{count, plural, one {# byte} other {# bytes}}",
  seconds: "{seconds, number} s",
  minutes: "{minutes, number} min",
  minutesAndSeconds: "{minutes, number} min {seconds, number} s",
  hours: "{hours, number} h",
  hoursAndMinutes: "{hours, number} h {minutes, number} min",

  appearance: "Apariencia e idioma",
  theme: "Tema",
  themeSystem: "Sistema",
  themeLight: "Claro",
  themeDark: "Oscuro",
  density: "Densidad",
  densityComfortable: "Amplia",
  densityCompact: "Compacta",
  textSize: "Tamaño del texto",
  textSizeSmall: "Pequeño",
  textSizeNormal: "Normal",
  textSizeLarge: "Grande",
  motion: "Movimiento",
  motionSystem: "Sistema",
  motionReduced: "Reducido",
  motionFull: "Completo",
  language: "Idioma",

  close: "Cerrar",
  remove: "Quitar",
  removeTag: "Quitar la etiqueta {name}",
  selectedRow: "Fila seleccionada",

  widthOf: "Ancho de {panel}",
  resizeHint: "Arrastre o use ← →. Doble clic: como al principio",

  keyShift: "Mayús",
  keyEnter: "Intro",
  keySpace: "Espacio",
  keyHome: "Inicio",
  keyEnd: "Fin",
  keyDelete: "Supr",
  keyDel: "Supr",

  tryAgain: "Reintentar",
  numberInLog: "Número en el registro: {number}",
  unreachable: "Probative no responde.",
  unreachableAction: "Compruebe que siga en ejecución e inténtelo de nuevo.",

  colorRust: "Óxido",
  colorOchre: "Ocre",
  colorGreen: "Verde",
  colorTeal: "Verde azulado",
  colorBlue: "Azul",
  colorViolet: "Violeta",
  colorMagenta: "Magenta",
  colorSlate: "Pizarra",

  // Tables
  contains: "contiene…",
  columnContains: "{column} contiene",
  headerHint:
    "{column}: pulse para ordenar, con Mayús para añadir. Arrastre para mover. Alt con ← → cambia el ancho y, con Mayús además, el lugar.",
} as const satisfies Readonly<Record<keyof typeof English, string>>;
