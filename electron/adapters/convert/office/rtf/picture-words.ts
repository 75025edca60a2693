import type { PictureData } from "./group-state.ts";

const PICTURE_KINDS: Readonly<Record<string, string>> = {
  pngblip: "PNG",
  jpegblip: "JPEG",
  emfblip: "EMF",
  wmetafile: "WMF",
  macpict: "PICT",
  dibitmap: "DIB",
  wbitmap: "bitmap",
};

/** What is said about a picture before its bytes. */
export function applyPictureWord(picture: PictureData, word: string, parameter: number | null): void {
  const kind = PICTURE_KINDS[word];
  if (kind !== undefined) picture.format = kind;
  else if (word === "picwgoal") picture.width = parameter ?? 0;
  else if (word === "pichgoal") picture.height = parameter ?? 0;
  else if (word === "picscalex") picture.scaleX = parameter ?? 100;
  else if (word === "picscaley") picture.scaleY = parameter ?? 100;
}
