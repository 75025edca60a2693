import type { FieldPlaces } from "#core/ports/word-index.ts";
import { eachFieldPlace } from "./field-places.ts";
import { shapeOfField } from "./field-terms.ts";
import { GrowingColumn } from "./growing-column.ts";
import type { JoinedTerm } from "./term-places.ts";

/** Collects places of a field's terms. */
export interface FieldCollector {
  /** @param takes whether a place's number is wanted; null for all */
  add(term: string, joined: JoinedTerm, takes: ((number: number, page: number, value: number) => boolean) | null): void;
  /** All of them, ascending. */
  finish(): FieldPlaces;
}

/** Starts without any place. */
export function collectFieldPlaces(): FieldCollector {
  const numbers = new GrowingColumn();
  const pages = new GrowingColumn();
  const starts = new GrowingColumn();
  const ends = new GrowingColumn();
  let terms = 0;

  function columns(): FieldPlaces {
    const [one, two, three, four] = [numbers, pages, starts, ends].map(({ items, length }) => items.slice(0, length));
    const none = new Int32Array(0);
    return { numbers: one ?? none, pages: two ?? none, starts: three ?? none, ends: four ?? none };
  }

  return {
    add: (term, { places, placesOf }, takes) => {
      const shape = shapeOfField(term);
      terms += 1;
      for (let index = 0; index < places.numbers.length; index += 1) {
        const number = places.numbers[index] ?? 0;
        eachFieldPlace(placesOf(index), places.hits[index] ?? 0, shape, (page, start, end, value) => {
          if (takes !== null && !takes(number, page, value)) return;
          numbers.push(number);
          pages.push(page);
          starts.push(start);
          ends.push(end);
        });
      }
    },
    finish: () => (terms < 2 ? columns() : sortPlaces(columns())),
  };
}

function sortPlaces({ numbers, pages, starts, ends }: FieldPlaces): FieldPlaces {
  const order = Int32Array.from(numbers, (_, index) => index).sort(
    (one, other) =>
      (numbers[one] ?? 0) - (numbers[other] ?? 0) ||
      (pages[one] ?? 0) - (pages[other] ?? 0) ||
      (starts[one] ?? 0) - (starts[other] ?? 0) ||
      (ends[one] ?? 0) - (ends[other] ?? 0),
  );
  const sorted = (column: Int32Array) => Int32Array.from(order, (index) => column[index] ?? 0);
  return { numbers: sorted(numbers), pages: sorted(pages), starts: sorted(starts), ends: sorted(ends) };
}
