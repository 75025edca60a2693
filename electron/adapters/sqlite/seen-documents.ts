/** A document by its number in the catalogue; hits are null where they are not kept. */
export interface NumberedDocument {
  readonly number: number;
  readonly hits: number | null;
}

const WITHOUT_HITS = 0;
const WITH_HITS = 1;

function pushVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
}

/**
 * Packs a result: a byte that says whether hits follow, then for each document, ascending, the distance from the number
 * before and (when kept) its hits, as variable-length numbers of seven bits a byte, the lowest first. Two bytes for most
 * documents.
 *
 * @param documents all with hits, or all without
 */
export function packSeen(documents: readonly NumberedDocument[]): Uint8Array {
  const hasHits = documents.every((document) => document.hits !== null);
  const bytes = [hasHits ? WITH_HITS : WITHOUT_HITS];
  let before = 0;
  for (const { number, hits } of documents.toSorted((one, other) => one.number - other.number)) {
    pushVarint(bytes, number - before);
    if (hasHits) pushVarint(bytes, hits ?? 0);
    before = number;
  }
  return Uint8Array.from(bytes);
}

/** Reads what `packSeen` wrote; bytes that end too early give what they hold. */
export function unpackSeen(bytes: Uint8Array): readonly NumberedDocument[] {
  const documents: NumberedDocument[] = [];
  const hasHits = bytes[0] === WITH_HITS;
  let place = 1;
  const readVarint = (): number => {
    let value = 0;
    let weight = 1;
    for (;;) {
      const byte = bytes[place] ?? 0;
      place += 1;
      value += (byte & 0x7f) * weight;
      if (byte < 0x80) return value;
      weight *= 0x80;
    }
  };
  let number = 0;
  while (place < bytes.length) {
    number += readVarint();
    documents.push({ number, hits: hasHits ? readVarint() : null });
  }
  return documents;
}
