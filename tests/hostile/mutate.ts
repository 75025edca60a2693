import type { Random } from "#fixtures/random.ts";

/** One way to damage a file. `other` is a second file, for splices. */
type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** A place in a file, and up to `most` bytes from it. */
function stretch(bytes: Uint8Array, random: Random, most: number): readonly [start: number, end: number] {
  const start = random.between(0, Math.max(0, bytes.length - 1));
  return [start, Math.min(bytes.length, start + random.between(1, most))];
}

/** Offsets at which a sequence of digits stands: lengths, counts, offsets and sizes of most formats in text. */
function findNumbers(bytes: Uint8Array): readonly (readonly [start: number, end: number])[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200_000)).toString("latin1");
  return [...text.matchAll(/\d{1,9}/gu)].map((match) => [match.index, match.index + match[0].length]);
}

const ODD_NUMBERS = ["0", "-1", "4294967295", "2147483648", "999999999", "1e9", "99999999999999999999"];

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  truncate: (bytes, random) => bytes.slice(0, random.between(1, bytes.length)),
  "cut the head": (bytes, random) => bytes.slice(random.between(1, Math.min(bytes.length, 2048))),
  "flip bits": (bytes, random) => {
    const damaged = bytes.slice();
    for (let count = random.between(1, 64); count > 0; count -= 1) {
      const at = random.between(0, damaged.length - 1);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << random.between(0, 7));
    }
    return damaged;
  },
  "random bytes": (bytes, random) => {
    const damaged = bytes.slice();
    const [start, end] = stretch(damaged, random, 256);
    for (let at = start; at < end; at += 1) damaged[at] = random.between(0, 255);
    return damaged;
  },
  "a stretch of zeros": (bytes, random) => {
    const damaged = bytes.slice();
    const [start, end] = stretch(damaged, random, 4096);
    return damaged.fill(0, start, end);
  },
  "take out": (bytes, random) => {
    const [start, end] = stretch(bytes, random, 4096);
    return join(bytes.subarray(0, start), bytes.subarray(end));
  },
  repeat: (bytes, random) => {
    const [start, end] = stretch(bytes, random, 4096);
    const times = random.between(1, 40);
    const part = bytes.subarray(start, end);
    return join(bytes.subarray(0, end), ...Array.from({ length: times }, () => part), bytes.subarray(end));
  },
  insert: (bytes, random) => {
    const at = random.between(0, bytes.length);
    const noise = Uint8Array.from({ length: random.between(1, 512) }, () => random.between(0, 255));
    return join(bytes.subarray(0, at), noise, bytes.subarray(at));
  },
  splice: (bytes, random, other) => {
    const [start, end] = stretch(other, random, 20_000);
    const at = random.between(0, bytes.length);
    return join(bytes.subarray(0, at), other.subarray(start, end), bytes.subarray(at));
  },
  "two halves": (bytes, random, other) =>
    join(
      bytes.subarray(0, random.between(1, bytes.length)),
      other.subarray(random.between(0, Math.max(0, other.length - 1))),
    ),
  "odd numbers": (bytes, random) => {
    const numbers = findNumbers(bytes);
    if (numbers.length === 0) return bytes.slice(1);
    const [start, end] = random.pick(numbers);
    const odd = new TextEncoder().encode(random.pick(ODD_NUMBERS));
    return join(bytes.subarray(0, start), odd, bytes.subarray(end));
  },
};

/** A damaged file. */
export interface MutatedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Makes damaged files: each starts from one of the seeds in turn and suffers one to three mutations; one in ten gets the
 * extension of another. The same seeds and the same random numbers always give the same files.
 *
 * @param seeds files that are sound, of as many formats as there are; none may be empty
 */
export function mutateFiles(seeds: readonly MutatedFile[], count: number, random: Random): readonly MutatedFile[] {
  const names = Object.keys(MUTATIONS);
  return Array.from({ length: count }, (_, index) => {
    const seed = seeds[index % seeds.length];
    if (seed === undefined) throw new RangeError("there are no seeds");
    let { bytes } = seed;
    const applied: string[] = [];
    for (let times = random.between(1, 3); times > 0 && bytes.length > 0; times -= 1) {
      const name = random.pick(names);
      bytes = MUTATIONS[name]?.(bytes, random, random.pick(seeds).bytes) ?? bytes;
      applied.push(name.replaceAll(" ", "-"));
    }
    const namesake = random.next() < 0.1 ? random.pick(seeds) : seed;
    const extension = /\.[^./]+$/u.exec(namesake.path)?.[0] ?? "";
    return { path: `${String(index).padStart(5, "0")}-${applied.join("-")}${extension}`, bytes };
  });
}
