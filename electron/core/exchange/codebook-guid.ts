import type { TagId } from "#shared/base/ids.ts";

/** Crockford base 32, of which identifiers are made. */
const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

/** The last part of the GUIDs that are made here: “probat” in ASCII. */
const NODE = "70726f626174";

const OWN = new RegExp(`^([0-9a-f]{8})-([0-9a-f]{4})-8([0-9a-f]{3})-8000-${NODE}$`, "u");

/**
 * The GUID of a tag: a UUID of version 8 (RFC 9562) whose first 60 free bits are those of its identifier, so that it is the
 * same in every export and in every copy of the case.
 */
export function guidOfTag(tagId: TagId): string {
  let value = 0n;
  for (const digit of tagId.slice("tag_".length)) value = value * 32n + BigInt(Math.max(0, DIGITS.indexOf(digit)));
  return guidOfHex(value.toString(16).padStart(15, "0"));
}

/** The GUID of 15 hexadecimal digits. */
export function guidOfHex(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(12, 15)}-8000-${NODE}`;
}

/** The tag whose GUID was made here; null for a GUID of another program. */
export function tagOfGuid(guid: string): TagId | null {
  const match = OWN.exec(guid.toLowerCase());
  if (match === null) return null;
  let value = BigInt(`0x${match[1]}${match[2]}${match[3]}`);
  let digits = "";
  for (let index = 0; index < 12; index += 1) {
    digits = DIGITS.charAt(Number(value % 32n)) + digits;
    value /= 32n;
  }
  return `tag_${digits}` as TagId;
}
