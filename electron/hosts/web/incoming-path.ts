import { ProbativeError } from "#shared/errors/probative-error.ts";

const LONGEST_SEGMENT_BYTES = 255;
const LONGEST_PATH_BYTES = 4096;
const DEEPEST_PATH = 128;

const WINDOWS_DEVICE = /^(con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(\..*)?$/i;

/**
 * Turns the relative path of a file that arrives as bytes into segments that stay inside their folder. A name that this
 * machine cannot hold is refused, never bent into another: the account must show the name that was given.
 *
 * @param encoded path as it stands in the address: segments encoded, joined by `/`
 * @param platform `process.platform` of this machine
 * @throws ProbativeError `input/invalid`, which says what is wrong
 */
export function parseIncomingPath(encoded: string, platform: NodeJS.Platform): readonly string[] {
  const segments = encoded.split("/").map(decodeSegment);
  if (segments.length > DEEPEST_PATH) throw refused("The path is too deep.");
  if (Buffer.byteLength(segments.join("/")) > LONGEST_PATH_BYTES) throw refused("The path is too long.");
  for (const segment of segments) checkSegment(segment, platform);
  return segments;
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw refused("The path is not encoded as it should be.");
  }
}

function checkSegment(segment: string, platform: NodeJS.Platform): void {
  if (segment === "" || segment === "." || segment === "..") throw refused("The path has an empty or relative part.");
  if (/[/\0]/.test(segment)) throw refused("A name holds a character that no file name can hold.");
  if (Buffer.byteLength(segment) > LONGEST_SEGMENT_BYTES) throw refused("A name is too long.");
  if (platform !== "win32") return;
  if (/[\\:*?"<>|\x01-\x1f]/.test(segment) || /[. ]$/.test(segment) || WINDOWS_DEVICE.test(segment)) {
    throw refused("Windows does not allow this name.");
  }
}

function refused(what: string): ProbativeError {
  return new ProbativeError("input/invalid", what);
}
