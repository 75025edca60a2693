/** English messages of primitives, themes, errors. */
export const UI = {
  // Sizes and lengths of time. Short: they stand in tables.
  bytes: "{count, plural, one {# byte} other {# bytes}}",
  seconds: "{seconds, number} s",
  minutes: "{minutes, number} min",
  minutesAndSeconds: "{minutes, number} min {seconds, number} s",
  hours: "{hours, number} h",
  hoursAndMinutes: "{hours, number} h {minutes, number} min",

  // The menu of appearance and language, and what can be chosen in it.
  appearance: "Appearance and language",
  theme: "Theme",
  themeSystem: "System",
  themeLight: "Light",
  themeDark: "Dark",
  density: "Density",
  densityComfortable: "Comfortable",
  densityCompact: "Compact",
  textSize: "Text size",
  textSizeSmall: "Small",
  textSizeNormal: "Normal",
  textSizeLarge: "Large",
  motion: "Motion",
  motionSystem: "System",
  motionReduced: "Reduced",
  motionFull: "Full",
  language: "Language",

  // Primitives.
  close: "Close",
  remove: "Remove",
  removeTag: "Remove the tag {name}",
  selectedRow: "Selected row",

  // Panels whose width can be changed.
  widthOf: "Width of {panel}",
  resizeHint: "Drag, or use ← →. Double press: as at first",

  // Names of keys, as keyboards of the language bear them.
  keyShift: "Shift",
  keyEnter: "Enter",
  keySpace: "Space",
  keyHome: "Home",
  keyEnd: "End",
  keyDelete: "Delete",
  keyDel: "Del",

  // Failures.
  tryAgain: "Try again",
  numberInLog: "Number in the log: {number}",
  unreachable: "Probative does not answer.",
  unreachableAction: "Check that it is still running, then try again.",

  // Names of the hues that tags can have.
  colorRust: "Rust",
  colorOchre: "Ochre",
  colorGreen: "Green",
  colorTeal: "Teal",
  colorBlue: "Blue",
  colorViolet: "Violet",
  colorMagenta: "Magenta",
  colorSlate: "Slate",

  // Tables
  contains: "contains…",
  columnContains: "{column} contains",
  headerHint:
    "{column}: press to sort, with Shift to add. Drag to move. Alt with ← → changes the width, with Shift as well the place.",
} as const;
