import { makeId, type PassageId } from "#shared/base/ids.ts";

/**
 * The identifier of a passage that is known elsewhere under another name: the same name gives the same identifier, in every
 * case, so that reading it twice changes nothing and two people's copies agree.
 */
export async function passageIdOf(name: string): Promise<PassageId> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(name));
  return makeId("passage", new Uint8Array(digest));
}
