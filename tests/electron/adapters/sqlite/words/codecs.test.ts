import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createByteCache } from "#adapters/sqlite/words/byte-cache.ts";
import { ByteReader, ByteWriter, decodeWord } from "#adapters/sqlite/words/bytes.ts";
import {
  decodeDocuments,
  factsRange,
  readFacts,
  readPageFacts,
  writeFacts,
} from "#adapters/sqlite/words/document-facts.ts";
import { eachFieldPlace, writeFieldPlace } from "#adapters/sqlite/words/field-places.ts";
import { decodeList, decodePositions, writeListEntry } from "#adapters/sqlite/words/term-lists.ts";
import { TokenTable } from "#adapters/sqlite/words/token-table.ts";
import { PAGE_BITS } from "#core/ports/word-index.ts";
import { countBits } from "#shared/base/count-bits.ts";

const wide = fc.oneof(
  fc.nat({ max: 300 }),
  fc.nat(),
  fc.maxSafeNat(),
  fc.constantFrom(127, 128, 2 ** 28, 2 ** 31, 2 ** 53 - 1),
);
const count = fc.integer({ min: 1, max: 2 ** 30 });

describe("numbers and words as bytes", () => {
  it("come back as they went in, and can be passed over", () => {
    fc.assert(
      fc.property(fc.array(wide), fc.string({ unit: "grapheme" }), (values, word) => {
        const writer = new ByteWriter();
        for (const value of values) writer.varint(value);
        const from = writer.length;
        writer.text(word);
        writer.append(Uint8Array.from([9, 8, 7]), 1, 3);
        const reader = new ByteReader(writer.view());
        expect(values.map(() => reader.varint())).toEqual(values);
        expect(reader.at).toBe(from);
        expect(decodeWord(writer.view(), from, writer.length - 2)).toBe(Buffer.from(word).toString());
        expect([...writer.view().subarray(-2)]).toEqual([8, 7]);
        const passing = new ByteReader(writer.view());
        passing.skip(values.length);
        expect(passing.at).toBe(from);
      }),
    );
  });

  it("make lists of documents", () => {
    const entry = fc.record({
      delta: fc.integer({ min: 1, max: 2 ** 20 }),
      hits: count,
      pages: count,
      pageBits: fc.option(fc.integer({ min: 1, max: 2 ** PAGE_BITS - 1 }), { nil: 0 }),
      isShared: fc.boolean(),
      placesBytes: fc.nat({ max: 2 ** 20 }),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 50 }), (entries) => {
        const writer = new ByteWriter();
        for (const { delta, ...rest } of entries) writeListEntry(writer, delta, rest);
        const list = decodeList(writer.view(), entries.length);
        let number = 0;
        let end = 0;
        for (const [index, { delta, hits, pages, pageBits, isShared, placesBytes }] of entries.entries()) {
          number += delta;
          end += placesBytes;
          const pagesRead = pageBits === 0 ? pages : countBits(pageBits);
          expect([list.numbers[index], list.hits[index], list.ends[index]]).toEqual([number, hits, end]);
          expect([list.pages[index], list.pageBits[index], list.isShared[index]]).toEqual([
            pagesRead,
            pageBits,
            isShared ? 1 : 0,
          ]);
        }
        if (entries.length > 0) expect(() => decodeList(writer.view(), entries.length - 1)).toThrow("does not fit");
      }),
    );
  });

  it("make positions", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 2 ** 29 })), (positions) => {
        const sorted = positions.toSorted((one, other) => one - other);
        const writer = new ByteWriter();
        for (const [index, position] of sorted.entries()) writer.varint(position - (sorted[index - 1] ?? 0));
        const read = (count: number): readonly number[] => {
          const into = new Int32Array(count);
          decodePositions(writer.view(), 0, writer.length, count, into);
          return [...into];
        };
        expect(read(sorted.length)).toEqual(sorted);
        expect(() => read(sorted.length + 1)).toThrow("do not fit");
      }),
    );
  });

  it("make places of fields", () => {
    const shape = fc.record({ ranged: fc.boolean(), valued: fc.boolean() });
    const place = fc.record({
      step: fc.nat({ max: 3 }),
      start: fc.nat({ max: 9000 }),
      length: fc.nat({ max: 99 }),
      value: fc.maxSafeNat(),
    });
    fc.assert(
      fc.property(shape, fc.array(place), (form, places) => {
        const writer = new ByteWriter();
        const wanted: number[][] = [];
        let page = 0;
        for (const { step, start, length, value } of places) {
          writeFieldPlace(writer, form, { page: page + step, start, end: start + length, value }, page);
          page += step;
          wanted.push([page, ...(form.ranged ? [start, start + length] : [-1, -1]), form.valued ? value : 0]);
        }
        const found: number[][] = [];
        eachFieldPlace(writer.view(), places.length, form, (...read) => found.push(read));
        expect(found).toEqual(wanted);
      }),
    );
  });

  it("make documents with their pages", () => {
    const page = fc.record({
      bodyCount: fc.nat({ max: 2000 }),
      furnitureSpan: fc.nat({ max: 5000 }),
      bodyStart: fc.nat(),
      tail: fc.nat(),
    });
    const sum = fc.nat({ max: 2 ** 31 - 1 }).map((half) => half * 2 + 1);
    const document = fc.record({
      delta: fc.integer({ min: 1, max: 2 ** 20 }),
      documentKey: fc.nat(),
      bodyWords: fc.nat(),
      one: sum,
      other: sum,
      counts: fc.array(page, { maxLength: 5 }),
    });
    fc.assert(
      fc.property(fc.array(document, { maxLength: 20 }), (documents) => {
        const writer = new ByteWriter();
        for (const { delta, documentKey, bodyWords, one, other, counts } of documents) {
          writeFacts(writer, delta, { documentKey, bodyWords, digest: [one, other] }, counts);
        }
        const held = decodeDocuments(writer.view(), documents.length);
        let number = 0;
        for (const [index, { delta, documentKey, bodyWords, one, other, counts }] of documents.entries()) {
          number += delta;
          expect([held.numbers[index], held.pages[index], held.bodyWords[index]]).toEqual([
            number,
            counts.length,
            bodyWords,
          ]);
          expect(readFacts(held, index)).toEqual({ documentKey, bodyWords, digest: [one, other] });
          expect(readPageFacts(held, index)).toEqual(counts);
          const alone = new ByteWriter();
          alone.varint(number);
          alone.append(writer.view(), ...factsRange(held, index));
          expect(readFacts(decodeDocuments(alone.view(), 1), 0)).toEqual({
            documentKey,
            bodyWords,
            digest: [one, other],
          });
        }
      }),
    );
  });
});

it("tokens have one number each, however many there are", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }), { maxLength: 200 }), (words) => {
      const table = new TokenTable();
      const numbers = new Map<string, number>();
      for (const word of [...words, ...words]) {
        const known = numbers.get(word) ?? numbers.size;
        numbers.set(word, known);
        expect(table.numberOf(`(${word})`, 1, word.length + 1)).toBe(known);
      }
      expect(table.count).toBe(numbers.size);
      table.clear();
      expect(table.numberOf("again", 0, 5)).toBe(0);
    }),
  );
  const table = new TokenTable();
  const many = Array.from({ length: 60_000 }, (_, at) => `w${at.toString(36)}`);
  for (const [at, word] of many.entries()) expect(table.numberOf(word, 0, word.length)).toBe(at);
  for (const [at, word] of many.entries()) expect(table.numberOf(word, 0, word.length)).toBe(at);
});

describe("what is kept in memory", () => {
  it("stays within its bounds, and what was used lately stays", () => {
    const cache = createByteCache(100);
    for (let key = 0; key < 4; key += 1) cache.set(key, `value ${key}`, 25);
    expect(cache.get(0)).toBe("value 0");
    cache.set("new", "value", 30);
    expect([0, 1, 2, 3, "new"].map((key) => cache.get(key) !== undefined)).toEqual([true, false, false, true, true]);
    expect(cache.held()).toBe(80);
    cache.set("large", "value", 34);
    expect(cache.get("large")).toBeUndefined();
    cache.set("new", "other", 10);
    expect([cache.get("new"), cache.held()]).toEqual(["other", 60]);
    cache.clear();
    expect([cache.get(0), cache.held()]).toEqual([undefined, 0]);
  });
});
