/**
 * The words of a page: runs of letters and runs of digits, in order. Hashes are of the letters in lower case without
 * accents, so that a word can be looked up without being cut out of the text.
 */
export interface Words {
  readonly count: number;
  readonly starts: Int32Array;
  /** End exclusive. */
  readonly ends: Int32Array;
  readonly hashes: Int32Array;
  /** 1 for digits, 0 for letters. */
  readonly isNumber: Uint8Array;
}

const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

const OTHER = 1;
const LETTER = 2;
const DIGIT = 3;

/** Class of each UTF-16 code unit, and what it folds to; filled as units are met, because asking Unicode is slow. */
const unitClass = new Uint8Array(0x10000);
const unitFold = new Uint16Array(0x10000);

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  const folded = character.normalize("NFD").toLowerCase().charCodeAt(0);
  unitFold[unit] = folded;
  // Letters beyond the basic plane come as halves; both count as letters, so that such a word is not cut apart.
  const isHalf = unit >= 0xd800 && unit <= 0xdfff;
  const found = /[0-9]/.test(character) ? DIGIT : isHalf || /[\p{L}\p{M}]/u.test(character) ? LETTER : OTHER;
  unitClass[unit] = found;
  return found;
}

/** Cuts a text into words. Linear in its length. */
export function readWords(text: string): Words {
  let capacity = (text.length >> 2) + 16;
  let starts = new Int32Array(capacity);
  let ends = new Int32Array(capacity);
  let hashes = new Int32Array(capacity);
  let isNumber = new Uint8Array(capacity);
  let count = 0;
  let inside = 0;
  let hash = 0;
  for (let index = 0; index <= text.length; index += 1) {
    const unit = index < text.length ? text.charCodeAt(index) : 0x20;
    const found = unitClass[unit] || classify(unit);
    if (found !== inside) {
      if (inside > OTHER) {
        ends[count] = index;
        hashes[count] = hash;
        isNumber[count] = inside === DIGIT ? 1 : 0;
        count += 1;
        if (count === capacity) {
          capacity *= 2;
          starts = grow(starts, capacity);
          ends = grow(ends, capacity);
          hashes = grow(hashes, capacity);
          const more = new Uint8Array(capacity);
          more.set(isNumber);
          isNumber = more;
        }
      }
      if (found > OTHER) {
        starts[count] = index;
        hash = FNV_OFFSET;
      }
      inside = found;
    }
    if (found > OTHER) hash = Math.imul(hash ^ (unitFold[unit] ?? 0), FNV_PRIME);
  }
  return { count, starts, ends, hashes, isNumber };
}

function grow(from: Int32Array<ArrayBuffer>, capacity: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(capacity);
  more.set(from);
  return more;
}

/** The hash under which `readWords` gives a word. */
export function hashWord(word: string): number {
  let hash = FNV_OFFSET;
  for (let index = 0; index < word.length; index += 1) {
    const unit = word.charCodeAt(index);
    if (unitClass[unit] === 0) classify(unit);
    hash = Math.imul(hash ^ (unitFold[unit] ?? 0), FNV_PRIME);
  }
  return hash;
}
