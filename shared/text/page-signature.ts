import type { Detection } from "../model/detection.ts";
import { readWords, type Words } from "./detect/read-words.ts";
import { isStamp } from "./mask-stamps.ts";

/** How many hashes a signature holds; the share that two have in common estimates how many phrases they share. */
export const SIGNATURE_HASHES = 64;

/** 16 bits a hash, little-endian. */
export const SIGNATURE_BYTES = SIGNATURE_HASHES * 2;

/** Words of one phrase. */
const PHRASE_WORDS = 3;
/** A page with fewer words says too little to be compared. */
const FEWEST_WORDS = 16;

/** Odd multipliers and offsets of the hash functions: the same on every machine, for signatures are kept. */
const MULTIPLIERS = new Int32Array(SIGNATURE_HASHES);
const OFFSETS = new Int32Array(SIGNATURE_HASHES);
for (let hash = 0, state = 0x2545f491; hash < SIGNATURE_HASHES; hash += 1) {
  state = scramble(state + 0x9e3779b9);
  MULTIPLIERS[hash] = state | 1;
  state = scramble(state + 0x9e3779b9);
  OFFSETS[hash] = state;
}

/**
 * With its highest bit turned, a hash is compared as a signed number and keeps its order: V8 computes on signed numbers of 32
 * bits directly, and takes a detour over floating point for those without a sign.
 */
const SIGN = 0x80000000 | 0;
const GREATEST = 0x7fffffff;

/** Spreads the bits of a 32-bit number (the finaliser of MurmurHash3). */
function scramble(number: number): number {
  let mixed = number | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/**
 * MinHash of the phrases of three words on a page, without its stamps and without case, accents and punctuation
 * (Broder, "On the resemblance and containment of documents", 1997). Null for a page with too few words.
 */
export function pageSignature(text: string, detections: readonly Detection[]): Uint8Array | null {
  return signatureOfWords(readWords(text), detections);
}

/** The same of words that were read already. */
export function signatureOfWords(words: Words, detections: readonly Detection[]): Uint8Array | null {
  const stamps = detections.filter(isStamp);
  const least = new Int32Array(SIGNATURE_HASHES).fill(GREATEST);
  let [first, second, seen, stamp] = [0, 0, 0, 0];
  for (let word = 0; word < words.count; word += 1) {
    const start = words.starts[word] ?? 0;
    while (stamp < stamps.length && (stamps[stamp]?.end ?? 0) <= start) stamp += 1;
    const isStamped = (stamps[stamp]?.start ?? Number.POSITIVE_INFINITY) <= start;
    if (isStamped) continue;
    const third = words.hashes[word] ?? 0;
    seen += 1;
    if (seen >= PHRASE_WORDS) addPhrase(least, scramble(first ^ Math.imul(second, 31) ^ Math.imul(third, 961)));
    first = second;
    second = third;
  }
  if (seen < FEWEST_WORDS) return null;
  const signature = new Uint8Array(SIGNATURE_BYTES);
  for (let hash = 0; hash < SIGNATURE_HASHES; hash += 1) {
    // The low bits of the least hash are as good as random; the high ones are nearly all zero.
    const low = scramble((least[hash] ?? 0) ^ SIGN) & 0xffff;
    signature[2 * hash] = low & 0xff;
    signature[2 * hash + 1] = low >>> 8;
  }
  return signature;
}

function addPhrase(least: Int32Array, phrase: number): void {
  for (let hash = 0; hash < SIGNATURE_HASHES; hash += 1) {
    const value = (Math.imul(phrase, MULTIPLIERS[hash] ?? 1) + (OFFSETS[hash] ?? 0)) ^ SIGN;
    if (value < (least[hash] ?? 0)) least[hash] = value;
  }
}
