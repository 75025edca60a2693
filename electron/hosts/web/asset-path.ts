import { realpath } from "node:fs/promises";
import { join, resolve, sep } from "node:path";

/**
 * Finds the program file behind an address, or null when there is none. Nothing outside the folder is ever named: each
 * segment is checked after decoding, and where links lead is checked last.
 *
 * @param assetsDirectory folder of the built renderer
 * @param pathname path of the address, still encoded, starting with `/`
 */
export async function findAsset(assetsDirectory: string, pathname: string): Promise<string | null> {
  const segments = decodeSegments(pathname === "/" ? "/index.html" : pathname);
  if (segments === null) return null;
  try {
    const folder = await realpath(resolve(assetsDirectory));
    const file = await realpath(join(folder, ...segments));
    return file.startsWith(folder + sep) ? file : null;
  } catch {
    return null;
  }
}

function decodeSegments(pathname: string): readonly string[] | null {
  try {
    const segments = pathname.slice(1).split("/").map(decodeURIComponent);
    return segments.every(isPlainSegment) ? segments : null;
  } catch {
    return null;
  }
}

function isPlainSegment(segment: string): boolean {
  return segment !== "" && segment !== "." && segment !== ".." && !/[/\\:\0]/.test(segment);
}
