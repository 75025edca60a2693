/** Two hashes of a term, of 32 bits each: FNV-1a over UTF-16 code units from two beginnings. */
export function hashTerm(term: string): readonly [number, number] {
  let one = 0x811c9dc5;
  let other = 0x2b5a6f31;
  for (let index = 0; index < term.length; index += 1) {
    const unit = term.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x01000193);
  }
  return [one, other];
}

/** What one place of a term adds to a digest: sums of these are the same in whatever order they are made. */
export function mixPlace(hash: number, place: number): number {
  let mixed = hash ^ Math.imul(place + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}
