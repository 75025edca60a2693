import { cleanTagName } from "../model/tag.ts";

/** Stands between the parts of a tag's path. */
export const PATH_MARK = " › ";

/** A path as it is stored: its parts with one mark between two. Empty when nothing is left. */
export function cleanPath(name: string): string {
  return cleanTagName(name);
}

/** The parts of a tag's path, those above first. */
export function pathParts(name: string): readonly string[] {
  const path = cleanTagName(name);
  return path === "" ? [] : path.split(PATH_MARK);
}

/** The key under which paths that differ by case only are one place. */
export function pathKey(name: string): string {
  return cleanPath(name).normalize("NFC").toLowerCase();
}

/** The last part of a path. */
export function lastPart(name: string): string {
  return pathParts(name).at(-1) ?? "";
}

/** The path above; null at the top. */
export function pathAbove(name: string): string | null {
  const parts = pathParts(name);
  return parts.length < 2 ? null : parts.slice(0, -1).join(PATH_MARK);
}

/** Keys of a path and of all above it, those above first. */
export function keysAlong(name: string): readonly string[] {
  const parts = pathParts(name);
  return parts.map((_, index) => pathKey(parts.slice(0, index + 1).join(PATH_MARK)));
}

/** True when a path is `above` or stands below it. */
export function isWithinPath(name: string, above: string): boolean {
  const [key, wanted] = [pathKey(name), pathKey(above)];
  return key === wanted || key.startsWith(wanted + PATH_MARK);
}
